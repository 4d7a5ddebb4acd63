/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/whole.h"

#include "base/error.h"
#include "change/state/pf_capture.h"
#include "object/device/driver.h"
#include "object/vf/vf.h"

static enum sriov_code add_override(const struct sriov_vf *vf, struct sriov_vf_state *state,
				    struct sriov_error **error)
{
	char override[NAME_MAX + 1] = "";
	enum sriov_code code = driver_read_override(vf->device, override, error);

	return code ? code
		    : pf_capture_text(vf, "driver_override", override, &state->override, error);
}

static enum sriov_code add_overrides(const struct sriov_vf_list *vfs,
				     const struct sriov_pf_state *state, struct sriov_error **error)
{
	struct sriov_vf_state *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && (vf = sriov_vf_state_list_get(state->vfs, i)); i++)
		code = add_override(sriov_vf_list_get(vfs, i), vf, error);
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

/* While an earlier write is not over in the kernel, what can be read now is not what will be. */
static enum sriov_code check_overdue(struct sriov_context *context, const char *address,
				     struct sriov_error **error)
{
	enum sriov_code code = tree_check_overdue(&context->sysfs, address, error);

	return code == SRIOV_CODE_BUSY
		       ? error_explain(error, code, "%s: an earlier change is not over", address)
		       : code;
}

static enum sriov_code check_vfs_overdue(struct sriov_context *context,
					 const struct sriov_vf_list *vfs,
					 struct sriov_error **error)
{
	const struct sriov_vf *vf;
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && (vf = sriov_vf_list_get(vfs, i)); i++)
		if (vf->device)
			code = check_overdue(context, vf->device->address, error);
	return code;
}

enum sriov_code whole_capture(struct sriov_context *context, const char *address,
			      const struct sriov_pf_state *other, struct sriov_pf **pf,
			      struct sriov_pf_state **state, struct sriov_vf_list **vfs,
			      struct sriov_error **error)
{
	enum sriov_code code = check_overdue(context, address, error);

	*pf = NULL;
	*state = NULL;
	*vfs = NULL;
	if (!code)
		code = pf_read(context, address, pf, error);
	if (code)
		return code;
	code = pf_capture_with_vfs(*pf, state, vfs, error);
	if (!code)
		code = check_vfs_overdue(context, *vfs, error);
	if (!code)
		code = add_overrides(*vfs, *state, error);
	if (!code) {
		add_vectors(*pf, *state, other);
		return SRIOV_CODE_OK;
	}
	sriov_pf_state_unref(*state);
	sriov_vf_list_unref(*vfs);
	sriov_pf_unref(*pf);
	*state = NULL;
	*vfs = NULL;
	*pf = NULL;
	return code;
}
