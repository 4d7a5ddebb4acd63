/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The making of errors.
 *
 * A failure begins where it happens, with error_set() or error_set_system(). Whoever knows more on
 * the way up adds it: error_explain() puts a sentence in front, error_set_device() names the
 * device. Each takes the caller's `struct sriov_error **`, which may be NULL: then the code alone
 * goes up.
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include "sriov/error.h"

#include "base/common.h"

/* A failure that no system call was part of. Gives the code, to return at once. */
PRINTF_LIKE(3, 4)
enum sriov_code error_set(struct sriov_error **error, enum sriov_code code, const char *format,
			  ...);

/*
 * A system call failed with this errno; the code comes from it. The operation is a constant of
 * those that the header lists, the path may be NULL. The text is what was done: errno's meaning is
 * put behind it.
 */
PRINTF_LIKE(5, 6)
enum sriov_code error_set_system(struct sriov_error **error, int number, const char *operation,
				 const char *path, const char *format, ...);

enum sriov_code error_no_memory(struct sriov_error **error);

/* An argument is NULL; the name is the parameter's. */
enum sriov_code error_null(struct sriov_error **error, const char *name);

/* Gives the error another code and a sentence, the old one in parentheses behind it. */
PRINTF_LIKE(3, 4)
enum sriov_code error_explain(struct sriov_error **error, enum sriov_code code, const char *format,
			      ...);

/* What else is known. The attribute is a constant; the others are copied. */
void error_set_device(struct sriov_error **error, const char *address);
void error_set_vf(struct sriov_error **error, unsigned int index);
void error_set_attribute(struct sriov_error **error, const char *attribute);
void error_set_errno(struct sriov_error **error, int number);

/* The operation is a constant of those that the header lists, the path is copied. */
void error_set_file(struct sriov_error **error, const char *operation, const char *path);

/* Takes over the cause's reference. */
void error_add_cause(struct sriov_error **error, struct sriov_error *cause);

/* Hands a failure that was looked at first to the caller, or drops it when he wants none. */
enum sriov_code error_move(struct sriov_error **error, struct sriov_error **failure);

/* What an errno of the kernel amounts to. */
enum sriov_code error_code_of(int number);

/* The meaning of an errno, in the buffer or constant. */
const char *error_describe(int number, char *buffer, size_t size);

/* For CLEANUP(). */
static inline void error_cleanup(struct sriov_error **error)
{
	sriov_error_unref(*error);
}

#endif
