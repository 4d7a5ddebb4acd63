/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdlib.h>

#include "base/error.h"
#include "base/text.h"
#include "change/lease/reservation.h"
#include "change/lease/reservation_options.h"
#include "object/pf/pf.h"
#include "object/vf/vf.h"

/* What was found wrong with each VF that was looked at. */
struct search {
	struct reservation_wish wish;
	struct sriov_reservation *found;
	struct sriov_error **causes;
	size_t count;
	size_t vfs;
};

static void clear(struct search *search)
{
	for (size_t i = 0; i < search->count; i++)
		sriov_error_unref(search->causes[i]);
	free(search->causes);
}

/* Takes over the cause. */
static enum sriov_code add_cause(struct search *search, struct sriov_error *cause,
				 struct sriov_error **error)
{
	struct sriov_error **causes =
		reallocarray(search->causes, search->count + 1, sizeof(*causes));

	if (!causes) {
		sriov_error_unref(cause);
		return error_no_memory(error);
	}
	search->causes = causes;
	search->causes[search->count++] = cause;
	return SRIOV_CODE_OK;
}

/* What others do to one VF meanwhile is no failure of the search: there may be another VF. */
static enum sriov_code try_one(struct search *search, const struct sriov_vf_use *use,
			       struct sriov_error **error)
{
	const struct sriov_error *unknown = sriov_vf_use_get_error(use);
	struct sriov_error *cause = NULL;
	enum sriov_code code;

	if (unknown)
		return add_cause(search, sriov_error_ref((struct sriov_error *)unknown), error);
	code = reservation_judge(use, &search->wish, &cause);
	if (!code)
		code = reservation_take(sriov_vf_use_get_vf(use), &search->wish, &search->found,
					&cause);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_move(error, &cause);
	return code ? add_cause(search, cause, error) : SRIOV_CODE_OK;
}

/* One look at the uses of all, so that the processes are looked at once, spares most of them. */
static enum sriov_code search_pf(struct search *search, struct sriov_pf *pf,
				 struct sriov_error **error)
{
	struct sriov_vf_use_list *uses;
	enum sriov_code code = sriov_pf_list_vf_uses(pf, &uses, error);
	size_t count = sriov_vf_use_list_get_count(uses);

	if (code)
		return code;
	search->vfs += count;
	for (size_t i = 0; !code && !search->found && i < count; i++)
		code = try_one(search, sriov_vf_use_list_get(uses, i), error);
	sriov_vf_use_list_unref(uses);
	return code;
}

/* The label is of one PF or of many. */
static enum sriov_code say_none(const struct search *search, const char *label,
				struct sriov_error **error)
{
	enum sriov_code code = search->vfs ? SRIOV_CODE_BUSY : SRIOV_CODE_NOT_FOUND;

	if (!search->vfs)
		error_set(error, code, "%s: no VF to reserve: there are none", label);
	else
		error_set(error, code, "%s: none of %zu VF%s can be reserved: %s", label,
			  search->vfs, search->vfs == 1 ? "" : "s",
			  sriov_error_get_message(search->causes[0]));
	for (size_t i = 0; error && i < search->count; i++)
		error_add_cause(error, sriov_error_ref(search->causes[i]));
	return code;
}

static enum sriov_code begin(struct search *search, struct sriov_context *context,
			     const struct sriov_reservation_options *options,
			     struct sriov_error **error)
{
	const struct directory *runtime;

	if (options)
		search->wish = options->wish;
	/* Nobody chose just this VF. */
	search->wish.allow_in_use = false;
	/* What is wrong with the directory is not each VF's. */
	return context_get_runtime(context, &runtime, error);
}

EXPORT enum sriov_code sriov_pf_reserve_vf(struct sriov_pf *pf,
					   const struct sriov_reservation_options *options,
					   struct sriov_reservation **reservation,
					   struct sriov_error **error)
{
	struct search search = {0};
	char label[PF_LABEL_SIZE];
	enum sriov_code code;

	if (!reservation)
		return error_null(error, "reservation");
	*reservation = NULL;
	if (!pf)
		return error_null(error, "pf");
	pf_label(pf, label);
	code = begin(&search, pf->device->context, options, error);
	if (!code)
		code = search_pf(&search, pf, error);
	if (!code && !search.found)
		code = say_none(&search, label, error);
	if (code)
		error_set_device(error, pf->device->address);
	*reservation = search.found;
	clear(&search);
	return code;
}

/* A PF that is gone or cannot be read has no VF to give, and the next one may. */
static enum sriov_code search_list(struct search *search, const struct sriov_pf_list *list,
				   struct text *label, struct sriov_error **error)
{
	struct sriov_error *cause = NULL;
	enum sriov_code code = SRIOV_CODE_OK;
	struct sriov_pf *pf;

	for (size_t i = 0; !code && !search->found && i < sriov_pf_list_get_count(list); i++) {
		pf = sriov_pf_list_get(list, i);
		text_add(label, "%s%s", i ? ", " : "",
			 pf->interface ? pf->interface : pf->device->address);
		code = search_pf(search, pf, &cause);
		if (code == SRIOV_CODE_NO_MEMORY)
			code = error_move(error, &cause);
		else if (code)
			code = add_cause(search, cause, error);
		cause = NULL;
	}
	return code;
}

EXPORT enum sriov_code sriov_pf_list_reserve_vf(const struct sriov_pf_list *list,
						const struct sriov_reservation_options *options,
						struct sriov_reservation **reservation,
						struct sriov_error **error)
{
	CLEANUP(text_clear) struct text label = {0};
	const struct sriov_pf *first = sriov_pf_list_get(list, 0);
	struct search search = {0};
	enum sriov_code code;

	if (!reservation)
		return error_null(error, "reservation");
	*reservation = NULL;
	if (!list)
		return error_null(error, "list");
	if (!first)
		return error_set(error, SRIOV_CODE_NOT_FOUND, "there is no PF in the list");
	code = begin(&search, first->device->context, options, error);
	if (!code)
		code = search_list(&search, list, &label, error);
	if (!code && !search.found)
		code = label.failed ? error_no_memory(error) : say_none(&search, label.data, error);
	*reservation = search.found;
	clear(&search);
	return code;
}
