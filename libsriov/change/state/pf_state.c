/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/pf_state.h"

#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "base/address.h"
#include "base/error.h"
#include "base/name.h"
#include "base/utf8.h"

/* A PF's number of VFs has 16 bits. */
#define MOST_VFS      UINT16_MAX
#define LAST_FUNCTION 7

OBJECT_REFERENCES(pf_state)
OBJECT_LIST(pf_state)

static void destroy(void *object)
{
	struct sriov_pf_state *state = object;

	free(state->name);
	sriov_vf_state_unref(state->defaults);
	sriov_vf_state_list_unref(state->vfs);
}

static enum sriov_code make(struct sriov_pf_state **state, struct sriov_error **error)
{
	struct sriov_pf_state *made = object_new(sizeof(*made), destroy);

	*state = NULL;
	if (!made)
		return error_no_memory(error);
	made->autoprobe = SRIOV_SWITCH_UNKNOWN;
	made->defaults = vf_state_new(SRIOV_VF_INDEX_ALL);
	made->vfs = list_new();
	if (!made->defaults || !made->vfs) {
		sriov_pf_state_unref(made);
		return error_no_memory(error);
	}
	*state = made;
	return SRIOV_CODE_OK;
}

enum sriov_code pf_state_new(const char *name, struct sriov_pf_state **state,
			     struct sriov_error **error)
{
	char address[ADDRESS_SIZE];
	bool is_address = address_parse(name, address);
	enum sriov_code code;

	*state = NULL;
	if (!is_address && !name_is_altname(name))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is neither a PCI address nor can it be an interface",
				 name);
	/* The kernel takes any bytes; what a state says is to be told in JSON. */
	if (!utf8_is_valid(name))
		return error_set(error, SRIOV_CODE_INVALID,
				 "the interface's name is no UTF-8: name the PF by its address");
	code = make(state, error);
	if (code)
		return code;
	(*state)->name = strdup(is_address ? address : name);
	if ((*state)->name)
		return SRIOV_CODE_OK;
	sriov_pf_state_unref(*state);
	*state = NULL;
	return error_no_memory(error);
}

static bool is_serial_number(const char *text)
{
	size_t length = strlen(text);

	for (size_t i = 0; i < length; i++)
		if ((unsigned char)text[i] >= 0x80 || !isgraph((unsigned char)text[i]))
			return false;
	return length && length < SERIAL_NUMBER_SIZE;
}

enum sriov_code pf_state_new_by_serial_number(const char *serial_number, unsigned int function,
					      struct sriov_pf_state **state,
					      struct sriov_error **error)
{
	enum sriov_code code;

	*state = NULL;
	if (!is_serial_number(serial_number))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%.64s\" is no serial number: it has 1 to %d characters that "
				 "can be seen",
				 serial_number, SERIAL_NUMBER_SIZE - 1);
	if (function > LAST_FUNCTION)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no function of a card: they go from 0 to %d", function,
				 LAST_FUNCTION);
	code = make(state, error);
	if (code)
		return code;
	snprintf((*state)->serial_number, SERIAL_NUMBER_SIZE, "%s", serial_number);
	(*state)->function = function;
	return SRIOV_CODE_OK;
}

bool pf_state_is_same(const struct sriov_pf_state *one, const struct sriov_pf_state *other)
{
	if (one->name || other->name)
		return one->name && other->name && !strcmp(one->name, other->name);
	return !strcasecmp(one->serial_number, other->serial_number) &&
	       one->function == other->function;
}

struct sriov_vf_state *pf_state_find_vf(const struct sriov_pf_state *state, unsigned int index)
{
	struct sriov_vf_state *vf;

	for (size_t i = 0; (vf = sriov_vf_state_list_get(state->vfs, i)); i++)
		if (vf->index == index)
			return vf;
	return NULL;
}

EXPORT const char *sriov_pf_state_get_name(const struct sriov_pf_state *state)
{
	return state ? state->name : NULL;
}

EXPORT const char *sriov_pf_state_get_serial_number(const struct sriov_pf_state *state)
{
	return state && state->serial_number[0] ? state->serial_number : NULL;
}

EXPORT unsigned int sriov_pf_state_get_function(const struct sriov_pf_state *state)
{
	return state ? state->function : 0;
}

EXPORT enum sriov_code sriov_pf_state_set_vf_count(struct sriov_pf_state *state, unsigned int count,
						   struct sriov_error **error)
{
	size_t said;

	if (!state)
		return error_null(error, "state");
	if (count > MOST_VFS)
		return error_set(error, SRIOV_CODE_INVALID, "no PF has %u VFs: %u is the most",
				 count, MOST_VFS);
	said = sriov_vf_state_list_get_count(state->vfs);
	for (size_t i = 0; i < said; i++)
		if (sriov_vf_state_list_get(state->vfs, i)->index >= count)
			return error_set(error, SRIOV_CODE_INVALID,
					 "with %u VFs there is no VF %u, of which something is "
					 "said: they go from 0",
					 count, sriov_vf_state_list_get(state->vfs, i)->index);
	state->has_count = true;
	state->count = count;
	return SRIOV_CODE_OK;
}

EXPORT bool sriov_pf_state_has_vf_count(const struct sriov_pf_state *state)
{
	return state && state->has_count;
}

EXPORT unsigned int sriov_pf_state_get_vf_count(const struct sriov_pf_state *state)
{
	return state ? state->count : 0;
}

EXPORT void sriov_pf_state_set_autoprobe(struct sriov_pf_state *state, bool enable)
{
	if (state)
		state->autoprobe = enable ? SRIOV_SWITCH_ON : SRIOV_SWITCH_OFF;
}

EXPORT enum sriov_switch sriov_pf_state_get_autoprobe(const struct sriov_pf_state *state)
{
	return state ? state->autoprobe : SRIOV_SWITCH_UNKNOWN;
}

EXPORT void sriov_pf_state_set_in_use_allowed(struct sriov_pf_state *state, bool allow)
{
	if (state)
		state->allow_in_use = allow;
}

EXPORT bool sriov_pf_state_is_in_use_allowed(const struct sriov_pf_state *state)
{
	return state && state->allow_in_use;
}

EXPORT void sriov_pf_state_set_vital_allowed(struct sriov_pf_state *state, bool allow)
{
	if (state)
		state->allow_vital = allow;
}

EXPORT bool sriov_pf_state_is_vital_allowed(const struct sriov_pf_state *state)
{
	return state && state->allow_vital;
}

EXPORT struct sriov_vf_state *sriov_pf_state_get_defaults(const struct sriov_pf_state *state)
{
	return state ? state->defaults : NULL;
}

static enum sriov_code check_index(const struct sriov_pf_state *state, unsigned int index,
				   struct sriov_error **error)
{
	if (index >= MOST_VFS)
		return error_set(error, SRIOV_CODE_INVALID,
				 "%u is no index of a VF: they go from 0 to %u", index,
				 MOST_VFS - 1);
	if (state->has_count && index >= state->count)
		return error_set(error, SRIOV_CODE_INVALID,
				 "with %u VF%s there is no VF %u: they go from 0", state->count,
				 state->count == 1 ? "" : "s", index);
	if (pf_state_find_vf(state, index))
		return error_set(error, SRIOV_CODE_INVALID, "VF %u is there already", index);
	return SRIOV_CODE_OK;
}

static int compare(const void *left, const void *right)
{
	const struct sriov_vf_state *const *first = left, *const *second = right;

	return ((*first)->index > (*second)->index) - ((*first)->index < (*second)->index);
}

EXPORT enum sriov_code sriov_pf_state_add_vf(struct sriov_pf_state *state, unsigned int vf_index,
					     struct sriov_vf_state **vf, struct sriov_error **error)
{
	struct sriov_vf_state *made;
	enum sriov_code code;

	if (!vf)
		return error_null(error, "vf");
	*vf = NULL;
	if (!state)
		return error_null(error, "state");
	code = check_index(state, vf_index, error);
	if (code)
		return code;
	made = vf_state_new(vf_index);
	if (!made || !list_add(state->vfs, sriov_vf_state_ref(made))) {
		sriov_vf_state_unref(made);
		return error_no_memory(error);
	}
	list_sort(state->vfs, compare);
	*vf = made;
	return SRIOV_CODE_OK;
}

EXPORT const struct sriov_vf_state_list *sriov_pf_state_get_vfs(const struct sriov_pf_state *state)
{
	return state ? state->vfs : NULL;
}
