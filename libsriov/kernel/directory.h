/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Directories that are the library's own, for what programs that use it tell each other: mode 0700,
 * of the user that the program runs as, no link. What others could have written is not believed, so
 * a directory that is anything else is refused.
 *
 * Names of what is in one are addresses, or other texts that passed base/address.h or base/name.h.
 */
#ifndef KERNEL_DIRECTORY_H
#define KERNEL_DIRECTORY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/string_list.h"

/* Closed while the path is NULL. */
struct directory {
	int fd;
	char *path;
};

/*
 * Opens one by its absolute path, the last part of which is made when it is missing. The directory
 * is closed before.
 */
enum sriov_code directory_open(struct directory *directory, const char *path,
			       struct sriov_error **error);

/* A folder in it, with the same rules. */
enum sriov_code directory_open_below(const struct directory *parent, const char *name,
				     struct directory *below, struct sriov_error **error);

/* The same where nothing is made: the directory stays closed when there is none. */
enum sriov_code directory_find(struct directory *directory, const char *path,
			       struct sriov_error **error);
enum sriov_code directory_find_below(const struct directory *parent, const char *name,
				     struct directory *below, struct sriov_error **error);

/* For CLEANUP(), too. */
void directory_close(struct directory *directory);

/* Whether it is still there: one that was removed takes no files any more. */
bool directory_exists(const struct directory *directory);

/*
 * Opens a regular file in it; with O_CREAT it gets mode 0600. The caller closes the descriptor.
 * SRIOV_CODE_NOT_FOUND when there is none.
 */
enum sriov_code directory_open_file(const struct directory *directory, const char *name, int flags,
				    int *fd, struct sriov_error **error);

/*
 * Puts a file in the place of the one of that name, if any, such that after a crash there is the
 * one or the other, whole; when this returns, it is on the disk. One process at a time may do that
 * with one name.
 */
enum sriov_code directory_replace_file(const struct directory *directory, const char *name,
				       const void *data, size_t length, struct sriov_error **error);

/* The end of the name that a file has until then; one that a crash has left has no meaning. */
#define DIRECTORY_NEW ".new"

/* Removes a file, which may be missing; on the disk, too. */
enum sriov_code directory_remove_file(const struct directory *directory, const char *name,
				      struct sriov_error **error);

/* The names in it, sorted, without those that begin with a dot. */
enum sriov_code directory_list(const struct directory *directory, struct sriov_string_list **names,
			       struct sriov_error **error);

#endif
