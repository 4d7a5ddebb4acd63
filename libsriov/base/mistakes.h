/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What speaks against something, noted one by one and told all at once. */
#ifndef BASE_MISTAKES_H
#define BASE_MISTAKES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"

/* More are counted and not told. */
#define MOST_MISTAKES 64

struct mistakes {
	struct sriov_error *errors[MOST_MISTAKES];
	size_t count;
};

/* Takes the error over; NULL is an error that there was no memory for. */
void mistakes_add(struct mistakes *mistakes, struct sriov_error *error);

/*
 * SRIOV_CODE_OK when there are none; else the first one's code, or that of want of memory, and a
 * cause for each when there are many. There are none afterwards.
 */
enum sriov_code mistakes_conclude(struct mistakes *mistakes, const char *what,
				  struct sriov_error **error);

/* For CLEANUP(). */
void mistakes_clear(struct mistakes *mistakes);

#endif
