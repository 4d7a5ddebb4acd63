/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/state.h"

#include "base/error.h"

OBJECT_REFERENCES(state)

static void destroy(void *object)
{
	struct sriov_state *state = object;

	sriov_pf_state_list_unref(state->pfs);
}

EXPORT enum sriov_code sriov_state_new(struct sriov_state **state, struct sriov_error **error)
{
	if (!state)
		return error_null(error, "state");
	*state = object_new(sizeof(**state), destroy);
	if (*state)
		(*state)->pfs = list_new();
	if (*state && (*state)->pfs)
		return SRIOV_CODE_OK;
	sriov_state_unref(*state);
	*state = NULL;
	return error_no_memory(error);
}

static enum sriov_code check_new(const struct sriov_state *state, const struct sriov_pf_state *pf,
				 struct sriov_error **error)
{
	const struct sriov_pf_state *other;

	for (size_t i = 0; (other = sriov_pf_state_list_get(state->pfs, i)); i++)
		if (pf_state_is_same(pf, other))
			return error_set(error, SRIOV_CODE_INVALID, "the PF %s is there already",
					 pf->name ? pf->name : pf->serial_number);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_state_add(struct sriov_state *state, struct sriov_pf_state *pf,
				       struct sriov_error **error)
{
	enum sriov_code code;

	if (!state || !pf)
		return error_null(error, state ? "pf" : "state");
	code = check_new(state, pf, error);
	if (!code && !list_add(state->pfs, sriov_pf_state_ref(pf)))
		code = error_no_memory(error);
	return code;
}

/* Takes over what was made, or the failure to do so. */
static enum sriov_code add_made(struct sriov_state *state, struct sriov_pf_state *made,
				enum sriov_code code, struct sriov_pf_state **pf,
				struct sriov_error **error)
{
	if (!code)
		code = sriov_state_add(state, made, error);
	if (code)
		sriov_pf_state_unref(made);
	else
		*pf = made;
	return code;
}

EXPORT enum sriov_code sriov_state_add_pf(struct sriov_state *state, const char *name,
					  struct sriov_pf_state **pf, struct sriov_error **error)
{
	struct sriov_pf_state *made;
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	*pf = NULL;
	if (!state || !name)
		return error_null(error, state ? "name" : "state");
	code = pf_state_new(name, &made, error);
	return add_made(state, made, code, pf, error);
}

EXPORT enum sriov_code sriov_state_add_pf_by_serial_number(struct sriov_state *state,
							   const char *serial_number,
							   unsigned int function,
							   struct sriov_pf_state **pf,
							   struct sriov_error **error)
{
	struct sriov_pf_state *made;
	enum sriov_code code;

	if (!pf)
		return error_null(error, "pf");
	*pf = NULL;
	if (!state || !serial_number)
		return error_null(error, state ? "serial_number" : "state");
	code = pf_state_new_by_serial_number(serial_number, function, &made, error);
	return add_made(state, made, code, pf, error);
}

EXPORT const struct sriov_pf_state_list *sriov_state_get_pfs(const struct sriov_state *state)
{
	return state ? state->pfs : NULL;
}
