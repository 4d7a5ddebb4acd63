/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/directory.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* Where it is looked for: below another one, or AT_FDCWD with an absolute path. */
struct place {
	int parent;
	const char *name;
	const char *path; /* absolute, for errors */
};

static enum sriov_code refuse(const struct place *place, const char *reason,
			      struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_FORBIDDEN,
			 "%s is %s: remove it, a directory of mode 0700 is made there then",
			 place->path, reason);
}

static enum sriov_code fail(const struct place *place, const char *operation, int number,
			    struct sriov_error **error)
{
	enum sriov_code code = error_set_system(error, number, operation, place->path, "%s %s",
						operation, place->path);

	return code == SRIOV_CODE_FORBIDDEN
		       ? error_explain(error, code,
				       "user %u cannot %s %s: that takes root and a place that can "
				       "be written; or name another runtime directory",
				       geteuid(), operation, place->path)
		       : code;
}

/* What is there instead, when it could not be opened as a directory. */
static enum sriov_code explain_open(const struct place *place, int number,
				    struct sriov_error **error)
{
	struct stat status;

	if (!fstatat(place->parent, place->name, &status, AT_SYMLINK_NOFOLLOW)) {
		if (S_ISLNK(status.st_mode))
			return refuse(place, "a link, which is not followed", error);
		if (!S_ISDIR(status.st_mode))
			return refuse(place, "no directory", error);
		if (status.st_uid != geteuid())
			return error_set(error, SRIOV_CODE_FORBIDDEN,
					 "%s belongs to user %u, and may not be opened by user %u: "
					 "run this as its owner, or name another runtime directory",
					 place->path, status.st_uid, geteuid());
	}
	return fail(place, "open", number, error);
}

/* Rights that an access control list gives show as those of the group. */
static enum sriov_code check(const struct place *place, int fd, struct sriov_error **error)
{
	struct stat status;

	if (fstat(fd, &status))
		return error_set_system(error, errno, "stat", place->path, "stat %s", place->path);
	if (status.st_uid != geteuid())
		return error_set(error, SRIOV_CODE_FORBIDDEN,
				 "%s belongs to user %u with mode %04o, and not to user %u, who "
				 "this runs as: chown it, or name another runtime directory",
				 place->path, status.st_uid, status.st_mode & 07777, geteuid());
	if (status.st_mode & (S_IRWXG | S_IRWXO))
		return error_set(error, SRIOV_CODE_FORBIDDEN,
				 "%s of user %u has mode %04o, so that others have rights in it: "
				 "chmod 0700 it when nobody else wrote into it, else remove it",
				 place->path, status.st_uid, status.st_mode & 07777);
	return SRIOV_CODE_OK;
}

static int open_place(const struct place *place)
{
	return openat(place->parent, place->name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
}

/* It may be made by somebody else at the same time, and then be good or not: it is looked at. */
static enum sriov_code open_or_make(const struct place *place, bool make, int *fd,
				    struct sriov_error **error)
{
	*fd = open_place(place);
	if (*fd < 0 && errno == ENOENT && make) {
		if (mkdirat(place->parent, place->name, 0700) && errno != EEXIST)
			return fail(place, "make", errno, error);
		*fd = open_place(place);
	}
	if (*fd < 0 && errno == ENOENT && !make)
		return SRIOV_CODE_OK;
	return *fd < 0 ? explain_open(place, errno, error) : check(place, *fd, error);
}

/* Takes over the path. */
static enum sriov_code open_directory(int parent, const char *name, char *path, bool make,
				      struct directory *directory, struct sriov_error **error)
{
	const struct place place = {.parent = parent, .name = name ? name : path, .path = path};
	int fd = -1;
	enum sriov_code code;

	if (!path)
		return error_no_memory(error);
	code = open_or_make(&place, make, &fd, error);
	if (!code && fd >= 0) {
		*directory = (struct directory) {.fd = fd, .path = path};
		return SRIOV_CODE_OK;
	}
	cleanup_close(&fd);
	free(path);
	return code;
}

/* A slash at the end would have the kernel follow a link. */
static char *copy_path(const char *path)
{
	size_t length = strlen(path);

	while (length > 1 && path[length - 1] == '/')
		length--;
	return strndup(path, length);
}

static char *join(const char *path, const char *name)
{
	char *joined;

	return asprintf(&joined, "%s/%s", path, name) < 0 ? NULL : joined;
}

enum sriov_code directory_open(struct directory *directory, const char *path,
			       struct sriov_error **error)
{
	return open_directory(AT_FDCWD, NULL, copy_path(path), true, directory, error);
}

enum sriov_code directory_find(struct directory *directory, const char *path,
			       struct sriov_error **error)
{
	return open_directory(AT_FDCWD, NULL, copy_path(path), false, directory, error);
}

enum sriov_code directory_open_below(const struct directory *parent, const char *name,
				     struct directory *below, struct sriov_error **error)
{
	return open_directory(parent->fd, name, join(parent->path, name), true, below, error);
}

enum sriov_code directory_find_below(const struct directory *parent, const char *name,
				     struct directory *below, struct sriov_error **error)
{
	return open_directory(parent->fd, name, join(parent->path, name), false, below, error);
}

void directory_close(struct directory *directory)
{
	if (directory->path)
		close(directory->fd);
	free(directory->path);
	directory->path = NULL;
}

bool directory_exists(const struct directory *directory)
{
	struct stat status;

	return directory->path && !fstat(directory->fd, &status) && status.st_nlink;
}
