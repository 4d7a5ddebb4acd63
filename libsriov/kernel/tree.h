/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The one door to sysfs and procfs: files below a root descriptor, by relative paths.
 *
 * Every failure says operation, absolute path and errno. The root may be a container's view of the
 * host or a made-up tree. Paths are formats, so that no caller builds one by hand; every name
 * that goes into one has passed base/name.h or base/address.h or came from the kernel.
 */
#ifndef KERNEL_TREE_H
#define KERNEL_TREE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/log.h"
#include "base/string_list.h"

struct guard;

struct tree {
	int fd;
	char *root;
	const struct log *log;
	struct guard *guard; /* NULL where nothing has a deadline */
};

/* The path is copied; the log must live as long as the tree. It begins without a guard. */
enum sriov_code tree_open(struct tree *tree, const char *root, const struct log *log,
			  struct sriov_error **error);
void tree_close(struct tree *tree);

/* A folder of the tree as a tree of its own, to which the way is shorter. */
enum sriov_code tree_open_below(const struct tree *tree, const char *path, struct tree *below,
				struct sriov_error **error);

/* Reads at most size - 1 bytes of a file in one read, and ends them with a NUL. */
PRINTF_LIKE(6, 7)
enum sriov_code tree_read(const struct tree *tree, char *buffer, size_t size, size_t *length,
			  struct sriov_error **error, const char *path, ...);

/* The same for a short attribute, without its line end. */
PRINTF_LIKE(5, 6)
enum sriov_code tree_read_line(const struct tree *tree, char *buffer, size_t size,
			       struct sriov_error **error, const char *path, ...);

/* A whole file of any length, which the caller frees. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_read_all(const struct tree *tree, char **text, struct sriov_error **error,
			      const char *path, ...);

/* An attribute that is a decimal number, or a hexadecimal one with base 16. */
PRINTF_LIKE(6, 7)
enum sriov_code tree_read_number(const struct tree *tree, int base, uint64_t maximum,
				 uint64_t *value, struct sriov_error **error, const char *path,
				 ...);

/* The last part of where a link points to, such as a driver's name. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_read_link(const struct tree *tree, char name[NAME_MAX + 1],
			       struct sriov_error **error, const char *path, ...);

/* The same for a link that may be missing: the name is "" then. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_read_link_if_any(const struct tree *tree, char name[NAME_MAX + 1],
				      struct sriov_error **error, const char *path, ...);

/* All of where a link points to. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_read_target(const struct tree *tree, char target[PATH_MAX],
				 struct sriov_error **error, const char *path, ...);

/* The names in a directory, in no order, without those that begin with a dot. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_list(const struct tree *tree, struct sriov_string_list **names,
			  struct sriov_error **error, const char *path, ...);

/*
 * The same where names come and go meanwhile: the kernel, which looks for its place by the name
 * that it gave last, may leave out the one after it when that was just removed. So it is listed
 * until it is as it was the time before; where that does not come, the last list is good enough.
 */
PRINTF_LIKE(4, 5)
enum sriov_code tree_list_again(const struct tree *tree, struct sriov_string_list **names,
				struct sriov_error **error, const char *path, ...);

/* Whether there is such a file; it fails when that cannot be told. */
PRINTF_LIKE(4, 5)
enum sriov_code tree_find(const struct tree *tree, bool *found, struct sriov_error **error,
			  const char *path, ...);

/* The same where a file that cannot be looked at is as good as none. */
PRINTF_LIKE(2, 3)
bool tree_exists(const struct tree *tree, const char *path, ...);

/*
 * The number of what the path leads to, 0 when it cannot be looked at: a directory that is removed
 * and comes again has another one.
 */
PRINTF_LIKE(2, 3)
uint64_t tree_find_number(const struct tree *tree, const char *path, ...);

/* Opens a file that is read piece by piece; the caller closes the descriptor. */
PRINTF_LIKE(5, 6)
enum sriov_code tree_open_file(const struct tree *tree, int flags, int *fd,
			       struct sriov_error **error, const char *path, ...);

/*
 * Writes the text in one write, as the kernel's attributes want it. With a guard there is a
 * deadline: SRIOV_CODE_TIMEOUT after it, and until that write is over SRIOV_CODE_BUSY with EALREADY
 * for another one on the same file, for the same device.
 */
PRINTF_LIKE(4, 5)
enum sriov_code tree_write(const struct tree *tree, const char *text, struct sriov_error **error,
			   const char *path, ...);

/*
 * That SRIOV_CODE_BUSY when any write for the device at this address is not over: what else is read
 * of it then is no state yet.
 */
enum sriov_code tree_check_overdue(const struct tree *tree, const char *device,
				   struct sriov_error **error);

/*
 * tree_read_line(), tree_read_all() and tree_read_number() for a file that the kernel reads with a
 * lock held: the device's, and so not while it removes the device or takes its driver, or that of
 * all interfaces. With a guard there is a deadline. One read has all, of at most WORKER_MOST bytes.
 */
PRINTF_LIKE(5, 6)
enum sriov_code tree_read_locked_line(const struct tree *tree, char *buffer, size_t size,
				      struct sriov_error **error, const char *path, ...);
PRINTF_LIKE(5, 6)
enum sriov_code tree_read_locked_number(const struct tree *tree, uint64_t maximum, uint64_t *value,
					struct sriov_error **error, const char *path, ...);
PRINTF_LIKE(4, 5)
enum sriov_code tree_read_locked_all(const struct tree *tree, char **text,
				     struct sriov_error **error, const char *path, ...);

#endif
