/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/directory.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* The last guard: a name that leads out of the directory is one that nobody looked at before. */
static enum sriov_code check_name(const struct directory *directory, const char *name,
				  struct sriov_error **error)
{
	if (name[0] && name[0] != '.' && !strchr(name, '/') && strlen(name) <= NAME_MAX - 8)
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_INVALID, "\"%s\" is no name for a file in %s", name,
			 directory->path);
}

static enum sriov_code fail(const struct directory *directory, int number, const char *operation,
			    const char *name, struct sriov_error **error)
{
	char path[PATH_MAX];

	snprintf(path, sizeof(path), "%s/%s", directory->path, name);
	return error_set_system(error, number, operation, path, "%s %s", operation, path);
}

/* A pipe of that name would keep the caller waiting, and a device may do anything. */
static enum sriov_code check_kind(const struct directory *directory, const char *name, int fd,
				  struct sriov_error **error)
{
	struct stat status;

	if (fstat(fd, &status))
		return fail(directory, errno, "stat", name, error);
	if (S_ISREG(status.st_mode))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_FORBIDDEN, "%s/%s is no plain file: remove it",
			 directory->path, name);
}

static int open_in(const struct directory *directory, const char *name, int flags)
{
	return openat(directory->fd, name, flags | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK, 0600);
}

enum sriov_code directory_open_file(const struct directory *directory, const char *name, int flags,
				    int *fd, struct sriov_error **error)
{
	enum sriov_code code = check_name(directory, name, error);

	*fd = -1;
	if (code)
		return code;
	*fd = open_in(directory, name, flags);
	if (*fd < 0 && errno == ELOOP)
		return error_set(error, SRIOV_CODE_FORBIDDEN,
				 "%s/%s is a link, which is not followed: remove it",
				 directory->path, name);
	if (*fd < 0)
		return fail(directory, errno, "open", name, error);
	code = check_kind(directory, name, *fd, error);
	if (code) {
		close(*fd);
		*fd = -1;
	}
	return code;
}

static bool write_all(int fd, const char *data, size_t length)
{
	ssize_t written;

	while (length) {
		written = write(fd, data, length);
		if (written < 0 && errno != EINTR)
			return false;
		if (written > 0) {
			data += written;
			length -= (size_t)written;
		}
	}
	return true;
}

/* One that was left by a crash is begun anew. */
static enum sriov_code write_new(const struct directory *directory, const char *name,
				 const void *data, size_t length, struct sriov_error **error)
{
	CLEANUP(cleanup_close) int fd = open_in(directory, name, O_WRONLY | O_CREAT | O_TRUNC);

	if (fd < 0)
		return fail(directory, errno, "open", name, error);
	if (!write_all(fd, data, length))
		return fail(directory, errno, "write", name, error);
	return fsync(fd) ? fail(directory, errno, "sync", name, error) : SRIOV_CODE_OK;
}

static enum sriov_code sync_directory(const struct directory *directory, struct sriov_error **error)
{
	if (!fsync(directory->fd))
		return SRIOV_CODE_OK;
	return error_set_system(error, errno, "sync", directory->path, "sync %s", directory->path);
}

enum sriov_code directory_replace_file(const struct directory *directory, const char *name,
				       const void *data, size_t length, struct sriov_error **error)
{
	char new[NAME_MAX + 1];
	enum sriov_code code = check_name(directory, name, error);

	if (code)
		return code;
	snprintf(new, sizeof(new), "%.*s" DIRECTORY_NEW, NAME_MAX - 8, name);
	code = write_new(directory, new, data, length, error);
	if (!code && renameat(directory->fd, new, directory->fd, name))
		code = fail(directory, errno, "rename", new, error);
	if (!code)
		return sync_directory(directory, error);
	unlinkat(directory->fd, new, 0);
	return code;
}

enum sriov_code directory_remove_file(const struct directory *directory, const char *name,
				      struct sriov_error **error)
{
	enum sriov_code code = check_name(directory, name, error);

	if (code)
		return code;
	if (!unlinkat(directory->fd, name, 0))
		return sync_directory(directory, error);
	return errno == ENOENT ? SRIOV_CODE_OK : fail(directory, errno, "remove", name, error);
}

static enum sriov_code fill(const struct directory *directory, DIR *stream,
			    struct sriov_string_list *names, struct sriov_error **error)
{
	const struct dirent *entry;

	for (errno = 0; (entry = readdir(stream)); errno = 0)
		if (entry->d_name[0] != '.' && !string_list_add(names, entry->d_name))
			return error_no_memory(error);
	if (errno)
		return error_set_system(error, errno, "list", directory->path, "list %s",
					directory->path);
	string_list_sort(names);
	return SRIOV_CODE_OK;
}

/* Opened anew: a copy of the descriptor would share the place that is read from. */
enum sriov_code directory_list(const struct directory *directory, struct sriov_string_list **names,
			       struct sriov_error **error)
{
	int fd = openat(directory->fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	enum sriov_code code;
	DIR *stream;

	*names = NULL;
	if (fd < 0)
		return error_set_system(error, errno, "list", directory->path, "list %s",
					directory->path);
	stream = fdopendir(fd);
	if (!stream) {
		close(fd);
		return error_no_memory(error);
	}
	*names = string_list_new();
	code = *names ? fill(directory, stream, *names, error) : error_no_memory(error);
	closedir(stream);
	if (code) {
		sriov_string_list_unref(*names);
		*names = NULL;
	}
	return code;
}
