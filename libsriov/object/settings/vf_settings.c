/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_settings.h"

#include <stdio.h>

#include "base/error.h"
#include "base/list.h"
#include "kernel/vf_request.h"
#include "object/vf/vf.h"

OBJECT_REFERENCES(vf_settings)
OBJECT_LIST(vf_settings)

static void format_address(const uint8_t *address, size_t length, char text[VF_ADDRESS_SIZE])
{
	for (size_t i = 0; i < length; i++)
		snprintf(text + 3 * i, 4, "%02x%s", address[i], i + 1 < length ? ":" : "");
}

static struct sriov_vf_settings *make(const struct sriov_pf *pf, unsigned int vf_index,
				      const struct vf_facts *facts)
{
	struct sriov_vf_settings *settings = object_new(sizeof(*settings), NULL);

	if (!settings)
		return NULL;
	settings->vf_index = vf_index;
	settings->facts = *facts;
	settings->support = vf_support_of(pf);
	format_address(facts->mac, facts->address_length, settings->mac);
	format_address(facts->broadcast, facts->address_length, settings->broadcast);
	return settings;
}

static const char *describe(enum vf_reading reading)
{
	return reading == VF_READING_STATISTICS ? "statistics" : "settings";
}

static enum sriov_code explain(const struct sriov_pf *pf, enum vf_reading reading,
			       enum sriov_code code, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	error_set_device(error, pf->device->address);
	if (code == SRIOV_CODE_NO_MEMORY)
		return code;
	if (code == SRIOV_CODE_GONE)
		return error_explain(error, code, "%s was removed", label);
	return error_explain(error, code, "%s: cannot read the %s of its VFs", label,
			     describe(reading));
}

enum sriov_code vf_settings_ask(const struct sriov_pf *pf, const struct pf_link *link,
				enum vf_reading reading, struct vf_facts **facts, size_t *count,
				struct sriov_error **error)
{
	enum sriov_code code = vf_request_read(
		link->netlink, link->index, reading == VF_READING_STATISTICS, facts, count, error);

	return code ? explain(pf, reading, code, error) : code;
}

enum sriov_code vf_settings_read(const struct sriov_pf *pf, enum vf_reading reading,
				 struct vf_facts **facts, size_t *count, struct sriov_error **error)
{
	struct pf_link link;
	enum sriov_code code = pf_link_find(pf, &link, error);

	*facts = NULL;
	*count = 0;
	return code ? code : vf_settings_ask(pf, &link, reading, facts, count, error);
}

/* Drivers that are busy with a VF leave it out of their answer. */
enum sriov_code vf_settings_check(const struct sriov_pf *pf, enum vf_reading reading,
				  const struct vf_facts *facts, size_t count, unsigned int index,
				  struct sriov_error **error)
{
	enum sriov_code code = index < count ? SRIOV_CODE_BUSY : SRIOV_CODE_NOT_FOUND;
	char label[PF_LABEL_SIZE];

	if (index < count && facts[index].known)
		return SRIOV_CODE_OK;
	pf_label(pf, label);
	error_set(error, code, "VF %u of %s: cannot read its %s: %s", index, label,
		  describe(reading),
		  index < count
			  ? "the driver tells nothing of it now, as while it resets: try again"
			  : "the PF has no such VF any more");
	error_set_device(error, pf->device->address);
	error_set_vf(error, index);
	return code;
}

static enum sriov_code fill(const struct sriov_pf *pf, const struct vf_facts *facts, size_t count,
			    void *list, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (unsigned int i = 0; !code && i < count; i++) {
		struct sriov_vf_settings *settings;

		code = vf_settings_check(pf, VF_READING_SETTINGS, facts, count, i, error);
		if (code)
			break;
		settings = make(pf, i, &facts[i]);
		if (!settings || !list_add(list, settings))
			code = error_no_memory(error);
	}
	return code;
}

EXPORT enum sriov_code sriov_pf_list_vf_settings(struct sriov_pf *pf,
						 struct sriov_vf_settings_list **list,
						 struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vf_facts *facts = NULL;
	struct sriov_vf_settings_list *made;
	enum sriov_code code;
	size_t count;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = vf_settings_read(pf, VF_READING_SETTINGS, &facts, &count, error);
	if (code)
		return code;
	made = list_new();
	code = made ? fill(pf, facts, count, made, error) : error_no_memory(error);
	if (code)
		sriov_vf_settings_list_unref(made);
	else
		*list = made;
	return code;
}

EXPORT enum sriov_code sriov_vf_read_settings(struct sriov_vf *vf,
					      struct sriov_vf_settings **settings,
					      struct sriov_error **error)
{
	CLEANUP(cleanup_free) struct vf_facts *facts = NULL;
	enum sriov_code code;
	size_t count;

	if (!settings)
		return error_null(error, "settings");
	*settings = NULL;
	if (!vf)
		return error_null(error, "vf");
	code = vf_settings_read(vf->pf, VF_READING_SETTINGS, &facts, &count, error);
	if (!code)
		code = vf_settings_check(vf->pf, VF_READING_SETTINGS, facts, count, vf->index,
					 error);
	if (code)
		return code;
	*settings = make(vf->pf, vf->index, &facts[vf->index]);
	return *settings ? SRIOV_CODE_OK : error_no_memory(error);
}
