/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/list.h"
#include "base/object.h"
#include "base/text.h"

struct sriov_error {
	struct object object;
	enum sriov_code code;
	int number;
	int vf_index;
	const char *operation;
	const char *attribute;
	char *path;
	char *device;
	char *message;
	struct list *causes;
};

/* What is given when there is no memory for an error: never freed, since its count never ends. */
static struct sriov_error no_memory = {
	.object = {.references = 1},
	.code = SRIOV_CODE_NO_MEMORY,
	.number = ENOMEM,
	.vf_index = -1,
	.message = (char[]) {"out of memory"},
};

EXPORT struct sriov_error *sriov_error_ref(struct sriov_error *error)
{
	return error == &no_memory ? error : object_ref(error);
}

EXPORT void sriov_error_unref(struct sriov_error *error)
{
	if (error != &no_memory)
		object_unref(error);
}

static void destroy(void *object)
{
	struct sriov_error *error = object;

	free(error->path);
	free(error->device);
	free(error->message);
	object_unref(error->causes);
}

/* Takes over the message. */
static struct sriov_error *make(enum sriov_code code, char *message)
{
	struct sriov_error *error = message ? object_new(sizeof(*error), destroy) : NULL;

	if (!error) {
		free(message);
		return &no_memory;
	}
	error->code = code;
	error->vf_index = -1;
	error->message = message;
	return error;
}

enum sriov_code error_set(struct sriov_error **error, enum sriov_code code, const char *format, ...)
{
	struct text text = {0};
	va_list arguments;

	if (!error)
		return code;
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	*error = make(code, text_take(&text));
	return code;
}

/* Both strerror_r() there are: GNU's gives the text, the standard's fills the buffer. */
const char *error_describe(int number, char *buffer, size_t size)
{
#ifdef __GLIBC__
	return strerror_r(number, buffer, size);
#else
	return strerror_r(number, buffer, size) ? "unknown error" : buffer;
#endif
}

enum sriov_code error_set_system(struct sriov_error **error, int number, const char *operation,
				 const char *path, const char *format, ...)
{
	struct text text = {0};
	char buffer[128];
	va_list arguments;

	if (!error)
		return error_code_of(number);
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	text_add(&text, ": %s", error_describe(number, buffer, sizeof(buffer)));
	*error = make(error_code_of(number), text_take(&text));
	if (*error == &no_memory)
		return error_code_of(number);
	(*error)->number = number;
	(*error)->operation = operation;
	(*error)->path = path ? strdup(path) : NULL;
	return (*error)->code;
}

enum sriov_code error_no_memory(struct sriov_error **error)
{
	if (error)
		*error = &no_memory;
	return SRIOV_CODE_NO_MEMORY;
}

enum sriov_code error_null(struct sriov_error **error, const char *name)
{
	return error_set(error, SRIOV_CODE_INVALID, "%s is NULL", name);
}

/* Whether there is an error that may be written to. */
static bool writable(struct sriov_error **error)
{
	return error && *error && *error != &no_memory;
}

enum sriov_code error_explain(struct sriov_error **error, enum sriov_code code, const char *format,
			      ...)
{
	struct text text = {0};
	va_list arguments;
	char *message;

	if (!writable(error))
		return error && *error ? (*error)->code : code;
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	text_add(&text, " (%s)", (*error)->message);
	message = text_take(&text);
	if (message) {
		free((*error)->message);
		(*error)->message = message;
	}
	(*error)->code = code;
	return code;
}

void error_set_device(struct sriov_error **error, const char *address)
{
	if (!writable(error))
		return;
	free((*error)->device);
	(*error)->device = strdup(address);
}

void error_set_vf(struct sriov_error **error, unsigned int index)
{
	if (writable(error))
		(*error)->vf_index = (int)index;
}

void error_set_attribute(struct sriov_error **error, const char *attribute)
{
	if (writable(error))
		(*error)->attribute = attribute;
}

void error_set_errno(struct sriov_error **error, int number)
{
	if (writable(error))
		(*error)->number = number;
}

void error_set_file(struct sriov_error **error, const char *operation, const char *path)
{
	if (!writable(error))
		return;
	(*error)->operation = operation;
	free((*error)->path);
	(*error)->path = path ? strdup(path) : NULL;
}

void error_add_cause(struct sriov_error **error, struct sriov_error *cause)
{
	if (writable(error) && !(*error)->causes)
		(*error)->causes = list_new();
	/* An error that lost a cause for want of memory still tells the failure itself. */
	if (!writable(error) || !(*error)->causes || cause == &no_memory)
		sriov_error_unref(cause);
	else
		list_add((*error)->causes, cause);
}

enum sriov_code error_move(struct sriov_error **error, struct sriov_error **failure)
{
	enum sriov_code code = sriov_error_get_code(*failure);

	if (error)
		*error = *failure;
	else
		sriov_error_unref(*failure);
	*failure = NULL;
	return code;
}

enum sriov_code error_code_of(int number)
{
	switch (number) {
	case ENOENT:
		return SRIOV_CODE_NOT_FOUND;
	case EACCES:
	case EPERM:
	case EROFS:
		return SRIOV_CODE_FORBIDDEN;
	case ENODEV:
	case ENXIO:
		return SRIOV_CODE_GONE;
	case ENOMEM:
		return SRIOV_CODE_NO_MEMORY;
	case EBUSY:
	case EAGAIN:
		return SRIOV_CODE_BUSY;
	case EOPNOTSUPP:
	case EPROTONOSUPPORT:
		return SRIOV_CODE_UNSUPPORTED;
	default:
		return SRIOV_CODE_FAILED;
	}
}

EXPORT enum sriov_code sriov_error_get_code(const struct sriov_error *error)
{
	return error ? error->code : SRIOV_CODE_OK;
}

EXPORT int sriov_error_get_errno(const struct sriov_error *error)
{
	return error ? error->number : 0;
}

EXPORT const char *sriov_error_get_operation(const struct sriov_error *error)
{
	return error ? error->operation : NULL;
}

EXPORT const char *sriov_error_get_path(const struct sriov_error *error)
{
	return error ? error->path : NULL;
}

EXPORT const char *sriov_error_get_attribute(const struct sriov_error *error)
{
	return error ? error->attribute : NULL;
}

EXPORT const char *sriov_error_get_device(const struct sriov_error *error)
{
	return error ? error->device : NULL;
}

EXPORT int sriov_error_get_vf_index(const struct sriov_error *error)
{
	return error ? error->vf_index : -1;
}

EXPORT const char *sriov_error_get_message(const struct sriov_error *error)
{
	return error ? error->message : "success";
}

EXPORT size_t sriov_error_get_cause_count(const struct sriov_error *error)
{
	return error ? list_get_count(error->causes) : 0;
}

EXPORT const struct sriov_error *sriov_error_get_cause(const struct sriov_error *error,
						       size_t position)
{
	return error ? list_get(error->causes, position) : NULL;
}
