/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/tree.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/number.h"
#include "base/text.h"

/* Long enough for every path of ours: the longest name in one is an interface's or a driver's. */
#define PATH_SIZE 512

/* Holds all of one device, and of a PF with a hundred VFs. */
#define LISTING_SIZE 16384

/* After the first one. */
#define MOST_LISTINGS 5

struct path {
	char text[PATH_SIZE];
};

#define FORMAT_PATH(path, format)                                                                  \
	do {                                                                                       \
		va_list arguments;                                                                 \
		va_start(arguments, format);                                                       \
		vsnprintf((path)->text, sizeof((path)->text), format, arguments);                  \
		va_end(arguments);                                                                 \
	} while (0)

enum sriov_code tree_open(struct tree *tree, const char *root, const struct log *log,
			  struct sriov_error **error)
{
	int fd = open(root, O_PATH | O_DIRECTORY | O_CLOEXEC);

	if (fd < 0)
		return error_set_system(error, errno, "open", root, "open %s", root);
	tree->root = strdup(root);
	if (!tree->root) {
		close(fd);
		return error_no_memory(error);
	}
	tree->fd = fd;
	tree->log = log;
	tree->guard = NULL;
	return SRIOV_CODE_OK;
}

void tree_close(struct tree *tree)
{
	if (tree->root)
		close(tree->fd);
	free(tree->root);
	tree->root = NULL;
}

/* While anything is renamed anywhere, the kernel cannot be sure where ".." leads, and says so. */
#define MOST_TRIES 1000

/*
 * Opens below the root: a link that leads out is refused by the kernel. Kernels before 5.6, and
 * seccomp filters that do not know openat2(), get the plain call.
 */
static int open_below(const struct tree *tree, const struct path *path, int flags)
{
	struct open_how how = {
		.flags = (unsigned int)(flags | O_CLOEXEC),
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
	};
	long fd;

	for (int tries = 0; tries < MOST_TRIES; tries++) {
		fd = syscall(SYS_openat2, tree->fd, path->text, &how, sizeof(how));
		if (fd >= 0 || errno != EAGAIN)
			break;
	}
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		return openat(tree->fd, path->text, flags | O_CLOEXEC);
	return (int)fd;
}

/* The text in quotes is for writes; NULL for all else. */
static enum sriov_code fail(const struct tree *tree, int number, const char *operation,
			    const char *text, const struct path *path, struct sriov_error **error)
{
	char absolute[PATH_MAX];

	snprintf(absolute, sizeof(absolute), "%s/%s", tree->root, path->text);
	if (text)
		return error_set_system(error, number, operation, absolute, "%s \"%.*s\" to %s",
					operation, (int)strcspn(text, "\n"), text, absolute);
	return error_set_system(error, number, operation, absolute, "%s %s", operation, absolute);
}

enum sriov_code tree_open_below(const struct tree *tree, const char *path, struct tree *below,
				struct sriov_error **error)
{
	char root[PATH_MAX];
	struct path copy;
	int fd;

	snprintf(copy.text, sizeof(copy.text), "%s", path);
	fd = open_below(tree, &copy, O_PATH | O_DIRECTORY);
	if (fd < 0)
		return fail(tree, errno, "open", NULL, &copy, error);
	snprintf(root, sizeof(root), "%s/%s", tree->root, path);
	below->root = strdup(root);
	if (!below->root) {
		close(fd);
		return error_no_memory(error);
	}
	below->fd = fd;
	below->log = tree->log;
	below->guard = tree->guard;
	return SRIOV_CODE_OK;
}

static enum sriov_code read_once(const struct tree *tree, char *buffer, size_t size, size_t *length,
				 struct sriov_error **error, const struct path *path)
{
	CLEANUP(cleanup_close) int fd = open_below(tree, path, O_RDONLY);
	ssize_t count;

	if (fd < 0)
		return fail(tree, errno, "open", NULL, path, error);
	count = read(fd, buffer, size - 1);
	if (count < 0)
		return fail(tree, errno, "read", NULL, path, error);
	buffer[count] = '\0';
	*length = (size_t)count;
	return SRIOV_CODE_OK;
}

enum sriov_code tree_read(const struct tree *tree, char *buffer, size_t size, size_t *length,
			  struct sriov_error **error, const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	return read_once(tree, buffer, size, length, error, &path);
}

static enum sriov_code read_line(const struct tree *tree, char *buffer, size_t size,
				 struct sriov_error **error, const struct path *path)
{
	size_t length;
	enum sriov_code code = read_once(tree, buffer, size, &length, error, path);

	if (!code && length && buffer[length - 1] == '\n')
		buffer[length - 1] = '\0';
	return code;
}

enum sriov_code tree_read_line(const struct tree *tree, char *buffer, size_t size,
			       struct sriov_error **error, const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	return read_line(tree, buffer, size, error, &path);
}

enum sriov_code tree_read_all(const struct tree *tree, char **result, struct sriov_error **error,
			      const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	CLEANUP(cleanup_close) int fd = -1;
	char buffer[4096];
	struct path path;
	ssize_t count;

	FORMAT_PATH(&path, format);
	fd = open_below(tree, &path, O_RDONLY);
	if (fd < 0)
		return fail(tree, errno, "open", NULL, &path, error);
	while ((count = read(fd, buffer, sizeof(buffer))) > 0)
		text_add(&text, "%.*s", (int)count, buffer);
	if (count < 0)
		return fail(tree, errno, "read", NULL, &path, error);
	*result = text_take(&text);
	return *result ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code tree_read_number(const struct tree *tree, int base, uint64_t maximum,
				 uint64_t *value, struct sriov_error **error, const char *format,
				 ...)
{
	char line[64];
	struct path path;
	enum sriov_code code;

	FORMAT_PATH(&path, format);
	code = read_line(tree, line, sizeof(line), error, &path);
	if (code)
		return code;
	if (!number_parse(line, base, maximum, value))
		return error_set(error, SRIOV_CODE_MALFORMED, "%s/%s holds no such number: \"%s\"",
				 tree->root, path.text, line);
	return SRIOV_CODE_OK;
}

/*
 * The link itself is read, never followed. The way to it is the kernel's own: a device's entry
 * under bus/pci/devices is a link already, which a descriptor of each device would cost two more
 * calls to avoid.
 */
static enum sriov_code read_target(const struct tree *tree, char target[PATH_MAX],
				   struct sriov_error **error, const struct path *path)
{
	ssize_t length = readlinkat(tree->fd, path->text, target, PATH_MAX - 1);

	if (length < 0)
		return fail(tree, errno, "readlink", NULL, path, error);
	target[length] = '\0';
	return SRIOV_CODE_OK;
}

enum sriov_code tree_read_target(const struct tree *tree, char target[PATH_MAX],
				 struct sriov_error **error, const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	return read_target(tree, target, error, &path);
}

static void take_last_part(const char *target, char name[NAME_MAX + 1])
{
	const char *last = strrchr(target, '/');
	size_t length;

	last = last ? last + 1 : target;
	length = strnlen(last, NAME_MAX);
	memcpy(name, last, length);
	name[length] = '\0';
}

enum sriov_code tree_read_link(const struct tree *tree, char name[NAME_MAX + 1],
			       struct sriov_error **error, const char *format, ...)
{
	char target[PATH_MAX];
	struct path path;
	enum sriov_code code;

	FORMAT_PATH(&path, format);
	code = read_target(tree, target, error, &path);
	if (!code)
		take_last_part(target, name);
	return code;
}

/* That there is none is the answer for half of all devices, for which no error is made. */
enum sriov_code tree_read_link_if_any(const struct tree *tree, char name[NAME_MAX + 1],
				      struct sriov_error **error, const char *format, ...)
{
	char target[PATH_MAX];
	struct path path;
	ssize_t length;

	FORMAT_PATH(&path, format);
	name[0] = '\0';
	length = readlinkat(tree->fd, path.text, target, sizeof(target) - 1);
	if (length < 0 && errno == ENOENT)
		return SRIOV_CODE_OK;
	if (length < 0)
		return fail(tree, errno, "readlink", NULL, &path, error);
	target[length] = '\0';
	take_last_part(target, name);
	return SRIOV_CODE_OK;
}

/* What the kernel writes for each name; opendir() would ask it two more things. */
struct entry {
	uint64_t inode;
	int64_t next;
	uint16_t length;
	uint8_t type;
	char name[];
};

static bool add_names(struct sriov_string_list *names, const char *buffer, size_t length)
{
	const struct entry *entry;

	for (size_t at = 0; at < length; at += entry->length) {
		entry = (const struct entry *)(const void *)(buffer + at);
		if (entry->name[0] != '.' && !string_list_add(names, entry->name))
			return false;
	}
	return true;
}

static enum sriov_code list_names(const struct tree *tree, int fd, struct sriov_string_list *names,
				  struct sriov_error **error, const struct path *path)
{
	_Alignas(struct entry) char buffer[LISTING_SIZE];
	long length;

	while ((length = syscall(SYS_getdents64, fd, buffer, sizeof(buffer))) > 0)
		if (!add_names(names, buffer, (size_t)length))
			return error_no_memory(error);
	return length < 0 ? fail(tree, errno, "list", NULL, path, error) : SRIOV_CODE_OK;
}

static enum sriov_code list_open(const struct tree *tree, int fd, struct sriov_string_list **result,
				 struct sriov_error **error, const struct path *path)
{
	struct sriov_string_list *names = string_list_new();
	enum sriov_code code =
		names ? list_names(tree, fd, names, error, path) : error_no_memory(error);

	*result = code ? NULL : names;
	if (code)
		sriov_string_list_unref(names);
	return code;
}

enum sriov_code tree_list(const struct tree *tree, struct sriov_string_list **names,
			  struct sriov_error **error, const char *format, ...)
{
	CLEANUP(cleanup_close) int fd = -1;
	struct path path;

	FORMAT_PATH(&path, format);
	fd = open_below(tree, &path, O_RDONLY | O_DIRECTORY);
	if (fd < 0)
		return fail(tree, errno, "open", NULL, &path, error);
	return list_open(tree, fd, names, error, &path);
}

enum sriov_code tree_list_again(const struct tree *tree, struct sriov_string_list **names,
				struct sriov_error **error, const char *format, ...)
{
	CLEANUP(cleanup_close) int fd = -1;
	struct sriov_string_list *before = NULL;
	struct path path;
	enum sriov_code code;

	FORMAT_PATH(&path, format);
	fd = open_below(tree, &path, O_RDONLY | O_DIRECTORY);
	if (fd < 0)
		return fail(tree, errno, "open", NULL, &path, error);
	code = list_open(tree, fd, names, error, &path);
	for (int i = 0; !code && i < MOST_LISTINGS && !string_list_equals(before, *names); i++) {
		sriov_string_list_unref(before);
		before = *names;
		*names = NULL;
		lseek(fd, 0, SEEK_SET);
		code = list_open(tree, fd, names, error, &path);
	}
	sriov_string_list_unref(before);
	return code;
}

static bool exists(const struct tree *tree, const struct path *path)
{
	struct stat status;

	return !fstatat(tree->fd, path->text, &status, AT_SYMLINK_NOFOLLOW);
}

enum sriov_code tree_find(const struct tree *tree, bool *found, struct sriov_error **error,
			  const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	*found = exists(tree, &path);
	if (*found || errno == ENOENT || errno == ENOTDIR)
		return SRIOV_CODE_OK;
	return fail(tree, errno, "stat", NULL, &path, error);
}

bool tree_exists(const struct tree *tree, const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	return exists(tree, &path);
}

uint64_t tree_find_number(const struct tree *tree, const char *format, ...)
{
	struct stat status;
	struct path path;

	FORMAT_PATH(&path, format);
	return fstatat(tree->fd, path.text, &status, 0) ? 0 : (uint64_t)status.st_ino;
}

enum sriov_code tree_open_file(const struct tree *tree, int flags, int *fd,
			       struct sriov_error **error, const char *format, ...)
{
	struct path path;

	FORMAT_PATH(&path, format);
	*fd = open_below(tree, &path, flags);
	return *fd < 0 ? fail(tree, errno, "open", NULL, &path, error) : SRIOV_CODE_OK;
}
