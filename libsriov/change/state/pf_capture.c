/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/pf_capture.h"

#include <string.h>

#include "sriov/capabilities.h"
#include "sriov/interrupt_capability.h"

#include "base/error.h"
#include "base/utf8.h"
#include "change/state/state.h"
#include "object/settings/vf_change_compare.h"
#include "object/settings/vf_mac.h"
#include "object/settings/vf_reading.h"
#include "object/settings/vf_support.h"
#include "object/vf/vf.h"

/* What the kernel tells of a setting that the driver does not have is 0. */
static bool is_supported(const struct vf_support *support, enum sriov_vf_setting setting,
			 const struct vf_facts *facts)
{
	switch (setting) {
	case SRIOV_VF_SETTING_MIN_RATE:
		return !support->no_min_rate || facts->min_rate_mbps;
	case SRIOV_VF_SETTING_MAX_RATE:
		return !support->no_max_rate || facts->max_rate_mbps;
	case SRIOV_VF_SETTING_LINK_STATE:
		return !support->no_link_state || facts->link_state;
	case SRIOV_VF_SETTING_MAC:
		return facts->address_length == MAC_BYTES;
	default:
		return true;
	}
}

/* One that the VF's driver made up and told the PF: nobody set it. */
static void forget_own_mac(const struct sriov_vf *vf, struct vf_facts *facts)
{
	char mac[MAC_SIZE];

	if (mac_is_zero(facts->mac))
		return;
	mac_format(facts->mac, mac);
	if (vf_mac_find_origin(vf, mac) == VF_MAC_OWN)
		memset(facts->mac, 0, sizeof(facts->mac));
}

static void take_settings(const struct sriov_vf *vf, const struct vf_facts *told,
			  struct sriov_vf_state *state)
{
	struct vf_support support = vf_support_of(vf->pf);
	struct vf_facts facts = *told;

	if (facts.address_length == MAC_BYTES)
		forget_own_mac(vf, &facts);
	for (size_t i = 0; i < vf_state_setting_count; i++) {
		enum sriov_vf_setting setting = vf_state_settings[i];

		if (vf_change_is_told(&(struct vf_change) {.setting = setting}, &facts) &&
		    is_supported(&support, setting, &facts))
			vf_state_take(state, setting, &facts);
	}
}

/* One that was there when they were listed is not unknown. */
static enum sriov_code explain(const struct sriov_vf *vf, const struct sriov_error *failure,
			       struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(failure);
	char label[PF_LABEL_SIZE];

	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	pf_label(vf->pf, label);
	if (code == SRIOV_CODE_NOT_FOUND)
		code = SRIOV_CODE_GONE;
	error_set(error, code, "VF %u of %s: %s", vf->index, label,
		  code == SRIOV_CODE_GONE ? "it was removed while it was looked at: try again"
					  : sriov_error_get_message(failure));
	error_set_vf(error, vf->index);
	return code;
}

static enum sriov_code take_facts(const struct sriov_vf *vf, const struct vf_reading *reading,
				  struct sriov_vf_state *state, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;

	if (!reading->facts)
		return SRIOV_CODE_OK;
	if (vf_reading_check(reading, vf->index, &failure))
		return sriov_error_get_code(failure) == SRIOV_CODE_NOT_FOUND
			       ? explain(vf, failure, error)
			       : error_move(error, &failure);
	take_settings(vf, &reading->facts[vf->index], state);
	return SRIOV_CODE_OK;
}

enum sriov_code pf_capture_text(const struct sriov_vf *vf, const char *what, const char *text,
				char **field, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	if (utf8_is_valid(text))
		return vf_state_set_text(field, text) ? SRIOV_CODE_OK : error_no_memory(error);
	pf_label(vf->pf, label);
	error_set(error, SRIOV_CODE_MALFORMED,
		  "VF %u of %s: its %s is no UTF-8, and cannot be taken down: set another one",
		  vf->index, label, what);
	error_set_vf(error, vf->index);
	return SRIOV_CODE_MALFORMED;
}

static enum sriov_code capture_vf(const struct sriov_vf *vf, const struct vf_reading *reading,
				  struct sriov_pf_state *pf, struct sriov_error **error)
{
	struct sriov_vf_state *state;
	const char *driver;
	enum sriov_code code;

	if (vf->error)
		return explain(vf, vf->error, error);
	code = sriov_pf_state_add_vf(pf, vf->index, &state, error);
	if (code)
		return code;
	driver = vf->device->driver ? vf->device->driver : VF_DRIVER_NONE;
	code = pf_capture_text(vf, "driver", driver, &state->driver, error);
	if (!code)
		code = take_facts(vf, reading, state, error);
	sriov_vf_state_unref(state);
	return code;
}

/* A PF without an interface has no settings of VFs. */
static enum sriov_code read_settings(struct vf_reading *reading, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = vf_reading_read(reading, &failure);

	return code && code != SRIOV_CODE_UNSUPPORTED ? error_move(error, &failure) : SRIOV_CODE_OK;
}

static enum sriov_code capture_vfs(struct sriov_pf *pf, const struct sriov_vf_list *vfs,
				   struct sriov_pf_state *state, struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = pf, .kind = VF_READING_SETTINGS};
	const struct sriov_vf *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	if (sriov_vf_list_get_count(vfs))
		code = read_settings(&reading, error);
	for (size_t i = 0; !code && (vf = sriov_vf_list_get(vfs, i)); i++)
		code = capture_vf(vf, &reading, state, error);
	state->has_count = true;
	state->count = (unsigned int)sriov_vf_list_get_count(vfs);
	return code;
}

/* Kernels before 4.12 have no such switch. */
static enum sriov_code capture_autoprobe(struct sriov_pf *pf, struct sriov_pf_state *state,
					 struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	bool enabled;
	enum sriov_code code = sriov_pf_read_autoprobe(pf, &enabled, &failure);

	if (!code)
		sriov_pf_state_set_autoprobe(state, enabled);
	return code && code != SRIOV_CODE_UNSUPPORTED ? error_move(error, &failure) : SRIOV_CODE_OK;
}

enum sriov_code pf_capture_with_vfs(struct sriov_pf *pf, struct sriov_pf_state **state,
				    struct sriov_vf_list **vfs, struct sriov_error **error)
{
	enum sriov_code code = pf_state_new(pf->device->address, state, error);

	*vfs = NULL;
	if (!code)
		code = capture_autoprobe(pf, *state, error);
	if (!code)
		code = sriov_pf_list_vfs(pf, vfs, error);
	if (!code)
		code = capture_vfs(pf, *vfs, *state, error);
	if (code) {
		error_set_device(error, pf->device->address);
		sriov_pf_state_unref(*state);
		sriov_vf_list_unref(*vfs);
		*state = NULL;
		*vfs = NULL;
	}
	return code;
}

enum sriov_code pf_capture(struct sriov_pf *pf, struct sriov_pf_state **state,
			   struct sriov_error **error)
{
	struct sriov_vf_list *vfs;
	enum sriov_code code = pf_capture_with_vfs(pf, state, &vfs, error);

	sriov_vf_list_unref(vfs);
	return code;
}

/* They are in the VF's configuration space, which is read only where somebody wants to know. */
void pf_capture_vectors(const struct sriov_pf *pf, struct sriov_vf_state *state)
{
	struct sriov_capabilities *capabilities;
	struct sriov_vf *vf;

	state->vectors = 0;
	if (sriov_pf_open_vf((struct sriov_pf *)pf, state->index, &vf, NULL))
		return;
	if (!sriov_device_read_capabilities(vf->device, &capabilities, NULL)) {
		state->vectors = sriov_msix_capability_get_table_size(
			sriov_capabilities_get_msix(capabilities));
		sriov_capabilities_unref(capabilities);
	}
	sriov_vf_unref(vf);
}

EXPORT enum sriov_code sriov_pf_state_capture(struct sriov_pf *pf, struct sriov_pf_state **state,
					      struct sriov_error **error)
{
	struct sriov_pf *now;
	enum sriov_code code;

	if (!state)
		return error_null(error, "state");
	*state = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = pf_read(pf->device->context, pf->device->address, &now, error);
	if (code)
		return code;
	code = pf_capture(now, state, error);
	sriov_pf_unref(now);
	return code;
}

static enum sriov_code capture_pfs(const struct sriov_pf_list *pfs, struct sriov_state *state,
				   struct sriov_error **error)
{
	struct sriov_pf_state *pf_state;
	struct sriov_pf *pf;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && (pf = sriov_pf_list_get(pfs, i)); i++) {
		if (pf->error) {
			if (error)
				*error = sriov_error_ref(pf->error);
			return sriov_error_get_code(pf->error);
		}
		code = pf_capture(pf, &pf_state, error);
		if (!code)
			code = sriov_state_add(state, pf_state, error);
		sriov_pf_state_unref(pf_state);
	}
	return code;
}

EXPORT enum sriov_code sriov_state_capture(struct sriov_context *context,
					   struct sriov_state **state, struct sriov_error **error)
{
	struct sriov_pf_list *pfs;
	enum sriov_code code;

	if (!state)
		return error_null(error, "state");
	*state = NULL;
	code = sriov_pf_list(context, &pfs, error);
	if (code)
		return code;
	code = sriov_state_new(state, error);
	if (!code)
		code = capture_pfs(pfs, *state, error);
	if (code) {
		sriov_state_unref(*state);
		*state = NULL;
	}
	sriov_pf_list_unref(pfs);
	return code;
}
