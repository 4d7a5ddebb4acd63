/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/whole.h"

#include "base/error.h"
#include "change/state/pf_capture.h"
#include "object/device/driver.h"
#include "object/vf/vf.h"

static enum sriov_code add_override(struct sriov_pf *pf, struct sriov_vf_state *state,
				    struct sriov_error **error)
{
	char override[NAME_MAX + 1] = "";
	struct sriov_vf *vf;
	enum sriov_code code = sriov_pf_open_vf(pf, state->index, &vf, error);

	if (code)
		return code;
	code = driver_read_override(vf->device, override, error);
	if (!code && !vf_state_set_text(&state->override, override))
		code = error_no_memory(error);
	sriov_vf_unref(vf);
	return code;
}

static enum sriov_code add_overrides(struct sriov_pf *pf, const struct sriov_pf_state *state,
				     struct sriov_error **error)
{
	struct sriov_vf_state *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && (vf = sriov_vf_state_list_get(state->vfs, i)); i++)
		code = add_override(pf, vf, error);
	return code;
}

static void add_vectors(const struct sriov_pf *pf, const struct sriov_pf_state *state,
			const struct sriov_pf_state *other)
{
	struct sriov_vf_state *vf;

	for (size_t i = 0; (vf = sriov_vf_state_list_get(state->vfs, i)); i++) {
		const struct sriov_vf_state *twin = pf_state_find_vf(other, vf->index);

		if (twin && twin->vectors)
			pf_capture_vectors(pf, vf);
	}
}

enum sriov_code whole_capture(struct sriov_context *context, const char *address,
			      const struct sriov_pf_state *other, struct sriov_pf **pf,
			      struct sriov_pf_state **state, struct sriov_error **error)
{
	enum sriov_code code = pf_read(context, address, pf, error);

	*state = NULL;
	if (code)
		return code;
	code = pf_capture(*pf, state, error);
	if (!code)
		code = add_overrides(*pf, *state, error);
	if (!code) {
		add_vectors(*pf, *state, other);
		return SRIOV_CODE_OK;
	}
	sriov_pf_state_unref(*state);
	sriov_pf_unref(*pf);
	*state = NULL;
	*pf = NULL;
	return code;
}
