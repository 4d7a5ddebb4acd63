/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/use/pf_use.h"

#include <stdlib.h>

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"

OBJECT_REFERENCES(pf_use)

static void destroy(void *object)
{
	struct sriov_pf_use *use = object;

	free(use->description);
	sriov_string_list_unref(use->gaps);
	sriov_pf_use_reason_list_unref(use->reasons);
	sriov_pf_unref(use->pf);
}

enum sriov_code pf_use_add_gap(struct sriov_pf_use *use, struct sriov_error **error,
			       const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	va_list arguments;

	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	if (text.failed || !string_list_add(use->gaps, text.data))
		return error_no_memory(error);
	return SRIOV_CODE_OK;
}

static void describe_reasons(struct text *text, const struct sriov_pf_use_reason_list *reasons)
{
	const struct sriov_pf_use_reason *reason;

	if (!list_get_count(reasons))
		text_add(text, " carries no default route and holds no disk that is in use");
	for (size_t i = 0; (reason = sriov_pf_use_reason_list_get(reasons, i)); i++)
		text_add(text, "%s %s",
			 i ? ";" : " is vital:", sriov_pf_use_reason_get_message(reason));
}

static enum sriov_code describe(struct sriov_pf_use *use, struct sriov_error **error)
{
	struct text text = {0};
	char label[PF_LABEL_SIZE];
	const char *gap;

	pf_label(use->pf, label);
	text_add(&text, "%s", label);
	describe_reasons(&text, use->reasons);
	for (size_t i = 0; (gap = sriov_string_list_get(use->gaps, i)); i++)
		text_add(&text, "%s %s", i ? ";" : ", as far as can be seen:", gap);
	use->description = text_take(&text);
	return use->description ? SRIOV_CODE_OK : error_no_memory(error);
}

static struct sriov_pf_use *make(struct sriov_pf *pf)
{
	struct sriov_pf_use *use = object_new(sizeof(*use), destroy);

	if (!use)
		return NULL;
	use->pf = sriov_pf_ref(pf);
	use->reasons = list_new();
	use->gaps = string_list_new();
	if (use->reasons && use->gaps)
		return use;
	sriov_pf_use_unref(use);
	return NULL;
}

static enum sriov_code fill(struct sriov_pf_use *use, struct sriov_error **error)
{
	enum sriov_code code = pf_use_read_routes(use, error);

	if (!code)
		code = pf_use_read_disks(use, error);
	if (!code)
		code = describe(use, error);
	if (code)
		error_set_device(error, use->pf->device->address);
	return code;
}

EXPORT enum sriov_code sriov_pf_read_use(const struct sriov_pf *pf, struct sriov_pf_use **use,
					 struct sriov_error **error)
{
	struct sriov_pf_use *made;
	enum sriov_code code;

	if (!use)
		return error_null(error, "use");
	*use = NULL;
	if (!pf)
		return error_null(error, "pf");
	if (pf->error)
		return error_set(error, SRIOV_CODE_INVALID, "%s could not be read: %s",
				 pf->device->address, sriov_error_get_message(pf->error));
	made = make((struct sriov_pf *)pf);
	code = made ? fill(made, error) : error_no_memory(error);
	if (code)
		sriov_pf_use_unref(made);
	else
		*use = made;
	return code;
}

EXPORT struct sriov_pf *sriov_pf_use_get_pf(const struct sriov_pf_use *use)
{
	return use ? use->pf : NULL;
}

EXPORT bool sriov_pf_use_is_vital(const struct sriov_pf_use *use)
{
	return use && list_get_count(use->reasons);
}

EXPORT bool sriov_pf_use_is_complete(const struct sriov_pf_use *use)
{
	return use && !sriov_string_list_get_count(use->gaps);
}

EXPORT const struct sriov_pf_use_reason_list *
sriov_pf_use_get_reasons(const struct sriov_pf_use *use)
{
	return use ? use->reasons : NULL;
}

EXPORT const char *sriov_pf_use_get_description(const struct sriov_pf_use *use)
{
	return use ? use->description : NULL;
}
