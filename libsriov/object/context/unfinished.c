/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/unfinished.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "kernel/guard.h"
#include "kernel/overdue.h"
#include "object/context/context.h"

struct sriov_unfinished {
	struct object object;
	char *path;
	char *text;
	char device[ADDRESS_SIZE];
	uint64_t duration_ms;
	int pid;
	bool over;
	struct sriov_error *error;
};

OBJECT_REFERENCES(unfinished)
OBJECT_LIST(unfinished)

static void destroy(void *object)
{
	struct sriov_unfinished *unfinished = object;

	free(unfinished->path);
	free(unfinished->text);
	sriov_error_unref(unfinished->error);
}

static bool fill(struct sriov_unfinished *made, const struct overdue *overdue)
{
	bool has_text = overdue_is_change(overdue);

	made->path = overdue->path ? strdup(overdue->path) : NULL;
	made->text = has_text ? strdup(overdue->text) : NULL;
	strcpy(made->device, overdue->device);
	made->duration_ms = overdue_get_ms(overdue);
	made->pid = overdue->pid;
	made->over = overdue->over;
	made->error = overdue->over ? overdue_make_outcome(overdue) : NULL;
	return (made->path || !overdue->path) && (made->text || !has_text) &&
	       sriov_error_get_code(made->error) != SRIOV_CODE_NO_MEMORY;
}

static bool add(void *list, const struct overdue *overdue)
{
	struct sriov_unfinished *made = object_new(sizeof(*made), destroy);

	if (made && fill(made, overdue))
		return list_add(list, made);
	sriov_unfinished_unref(made);
	return false;
}

EXPORT enum sriov_code sriov_unfinished_list(struct sriov_context *context,
					     struct sriov_unfinished_list **list,
					     struct sriov_error **error)
{
	struct sriov_unfinished_list *made;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!context)
		return error_null(error, "context");
	made = list_new();
	if (!made || (context->guard && !guard_visit(context->guard, add, made))) {
		sriov_unfinished_list_unref(made);
		return error_no_memory(error);
	}
	*list = made;
	return SRIOV_CODE_OK;
}

EXPORT const char *sriov_unfinished_get_path(const struct sriov_unfinished *unfinished)
{
	return unfinished ? unfinished->path : NULL;
}

EXPORT const char *sriov_unfinished_get_text(const struct sriov_unfinished *unfinished)
{
	return unfinished ? unfinished->text : NULL;
}

EXPORT const char *sriov_unfinished_get_device(const struct sriov_unfinished *unfinished)
{
	return unfinished && unfinished->device[0] ? unfinished->device : NULL;
}

EXPORT uint64_t sriov_unfinished_get_duration_ms(const struct sriov_unfinished *unfinished)
{
	return unfinished ? unfinished->duration_ms : 0;
}

EXPORT int sriov_unfinished_get_pid(const struct sriov_unfinished *unfinished)
{
	return unfinished ? unfinished->pid : 0;
}

EXPORT bool sriov_unfinished_is_over(const struct sriov_unfinished *unfinished)
{
	return unfinished && unfinished->over;
}

EXPORT const struct sriov_error *
sriov_unfinished_get_error(const struct sriov_unfinished *unfinished)
{
	return unfinished ? unfinished->error : NULL;
}
