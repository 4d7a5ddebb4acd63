/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_changes.h"

#include "base/error.h"
#include "object/settings/vf_change_make.h"

/* A PF's number of VFs has 16 bits. */
#define LAST_VF UINT16_MAX

OBJECT_REFERENCES(vf_changes)

static void destroy(void *object)
{
	struct sriov_vf_changes *changes = object;

	for (size_t i = 0; i < changes->count; i++)
		sriov_error_unref(changes->errors[i]);
	free(changes->errors);
	free(changes->results);
	free(changes->changes);
	sriov_pf_unref(changes->pf);
}

struct sriov_vf_changes *vf_changes_make(struct sriov_pf *pf, const struct pf_link *link)
{
	struct sriov_vf_changes *changes = object_new(sizeof(*changes), destroy);

	if (!changes)
		return NULL;
	changes->pf = sriov_pf_ref(pf);
	changes->link = *link;
	return changes;
}

EXPORT enum sriov_code sriov_vf_changes_new(struct sriov_pf *pf, struct sriov_vf_changes **changes,
					    struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code;

	if (!changes)
		return error_null(error, "changes");
	*changes = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = pf_link_find(pf, &link, error);
	if (code)
		return code;
	*changes = vf_changes_make(pf, &link);
	return *changes ? SRIOV_CODE_OK : error_no_memory(error);
}

/* Gives an array more room, or leaves it as it is. */
static bool widen(void *array, size_t size, size_t capacity)
{
	void *wider = reallocarray(*(void **)array, capacity, size);

	if (wider)
		*(void **)array = wider;
	return wider != NULL;
}

static bool reserve(struct sriov_vf_changes *changes, size_t more)
{
	size_t capacity = changes->capacity ? changes->capacity : 16;

	while (capacity - changes->count < more)
		capacity *= 2;
	if (capacity == changes->capacity)
		return true;
	if (!widen(&changes->changes, sizeof(*changes->changes), capacity) ||
	    !widen(&changes->results, sizeof(*changes->results), capacity) ||
	    !widen(&changes->errors, sizeof(*changes->errors), capacity))
		return false;
	changes->capacity = capacity;
	return true;
}

/* There must be room for it. */
static void add(struct sriov_vf_changes *changes, unsigned int vf_index, struct vf_change change)
{
	change.vf_index = vf_index;
	changes->changes[changes->count] = change;
	changes->results[changes->count] = SRIOV_VF_CHANGE_RESULT_NOT_SENT;
	changes->errors[changes->count] = NULL;
	changes->count++;
}

static enum sriov_code add_for_all(struct sriov_vf_changes *changes, struct vf_change change,
				   struct sriov_error **error)
{
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	unsigned int count;
	enum sriov_code code = pf_list_indexes(changes->pf, &indexes, &count, error);

	if (!code && !reserve(changes, count))
		code = error_no_memory(error);
	for (unsigned int i = 0; !code && i < count; i++)
		add(changes, indexes[i], change);
	return code;
}

/* What tells VFs apart cannot be the same for all of them. */
static enum sriov_code check_for_all(const struct vf_change *change, struct sriov_error **error)
{
	if (change->setting == SRIOV_VF_SETTING_MAC && !mac_is_zero(change->mac))
		return error_set(error, SRIOV_CODE_INVALID,
				 "the same MAC for all VFs would make them disturb each other");
	if ((change->setting == SRIOV_VF_SETTING_NODE_GUID ||
	     change->setting == SRIOV_VF_SETTING_PORT_GUID) &&
	    change->guid)
		return error_set(error, SRIOV_CODE_INVALID,
				 "the same GUID for all VFs would make them disturb each other");
	return SRIOV_CODE_OK;
}

static enum sriov_code add_change(struct sriov_vf_changes *changes, unsigned int vf_index,
				  struct vf_change change, struct sriov_error **error)
{
	enum sriov_code code;

	if (!changes)
		return error_null(error, "changes");
	if (vf_index == SRIOV_VF_INDEX_ALL) {
		code = check_for_all(&change, error);
		return code ? code : add_for_all(changes, change, error);
	}
	if (vf_index > LAST_VF)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no index of a VF: they go from 0 to %u", vf_index, LAST_VF);
	if (!reserve(changes, 1))
		return error_no_memory(error);
	add(changes, vf_index, change);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vf_changes_set_mac(struct sriov_vf_changes *changes,
						unsigned int vf_index, const char *mac,
						struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code =
		changes ? vf_change_make_mac(mac, &change, error) : error_null(error, "changes");

	return code ? code : add_change(changes, vf_index, change, error);
}

EXPORT enum sriov_code sriov_vf_changes_set_vlan(struct sriov_vf_changes *changes,
						 unsigned int vf_index, unsigned int vlan_id,
						 unsigned int qos,
						 enum sriov_vlan_protocol protocol,
						 struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = changes ? vf_change_make_vlan(vlan_id, qos, protocol, &change, error)
				       : error_null(error, "changes");

	return code ? code : add_change(changes, vf_index, change, error);
}

EXPORT enum sriov_code sriov_vf_changes_set_rates(struct sriov_vf_changes *changes,
						  unsigned int vf_index, unsigned int min_mbps,
						  unsigned int max_mbps, struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = changes ? vf_change_make_rates(min_mbps, max_mbps, &change, error)
				       : error_null(error, "changes");

	return code ? code : add_change(changes, vf_index, change, error);
}

EXPORT enum sriov_code sriov_vf_changes_set_link_state(struct sriov_vf_changes *changes,
						       unsigned int vf_index,
						       enum sriov_link_state state,
						       struct sriov_error **error)
{
	struct vf_change change;
	enum sriov_code code = changes ? vf_change_make_link_state(state, &change, error)
				       : error_null(error, "changes");

	return code ? code : add_change(changes, vf_index, change, error);
}

/* The setters of what takes any value. */
#define SETTER(name, type, change)                                                                 \
	EXPORT enum sriov_code sriov_vf_changes_set_##name(struct sriov_vf_changes *changes,       \
							   unsigned int vf_index, type value,      \
							   struct sriov_error **error)             \
	{                                                                                          \
		return add_change(changes, vf_index, change, error);                               \
	}

SETTER(min_rate, unsigned int, vf_change_make_rate(SRIOV_VF_SETTING_MIN_RATE, value))
SETTER(max_rate, unsigned int, vf_change_make_rate(SRIOV_VF_SETTING_MAX_RATE, value))
SETTER(spoof_check, bool, vf_change_make_switch(SRIOV_VF_SETTING_SPOOF_CHECK, value))
SETTER(trust, bool, vf_change_make_switch(SRIOV_VF_SETTING_TRUST, value))
SETTER(rss_query, bool, vf_change_make_switch(SRIOV_VF_SETTING_RSS_QUERY, value))
SETTER(node_guid, uint64_t, vf_change_make_guid(SRIOV_VF_SETTING_NODE_GUID, value))
SETTER(port_guid, uint64_t, vf_change_make_guid(SRIOV_VF_SETTING_PORT_GUID, value))

EXPORT size_t sriov_vf_changes_get_count(const struct sriov_vf_changes *changes)
{
	return changes ? changes->count : 0;
}

static bool has(const struct sriov_vf_changes *changes, size_t position)
{
	return changes && position < changes->count;
}

EXPORT unsigned int sriov_vf_changes_get_vf_index(const struct sriov_vf_changes *changes,
						  size_t position)
{
	return has(changes, position) ? changes->changes[position].vf_index : 0;
}

EXPORT enum sriov_vf_setting sriov_vf_changes_get_setting(const struct sriov_vf_changes *changes,
							  size_t position)
{
	return has(changes, position) ? changes->changes[position].setting
				      : SRIOV_VF_SETTING_UNKNOWN;
}

EXPORT enum sriov_vf_change_result
sriov_vf_changes_get_result(const struct sriov_vf_changes *changes, size_t position)
{
	return has(changes, position) ? changes->results[position] : SRIOV_VF_CHANGE_RESULT_UNKNOWN;
}

EXPORT size_t sriov_vf_changes_get_count_of(const struct sriov_vf_changes *changes,
					    enum sriov_vf_change_result result)
{
	size_t count = 0;

	for (size_t i = 0; i < sriov_vf_changes_get_count(changes); i++)
		count += changes->results[i] == result;
	return count;
}

EXPORT const struct sriov_error *sriov_vf_changes_get_error(const struct sriov_vf_changes *changes,
							    size_t position)
{
	return has(changes, position) ? changes->errors[position] : NULL;
}
