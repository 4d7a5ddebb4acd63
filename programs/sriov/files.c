/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Files with states: read to their ends before anything of them is believed. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "sriov.h"

/* More is no state of a host, but a mistake. */
#define LONGEST (16L << 20)

/* NULL when it is no text, or cannot be read: that is told. */
static char *read_text(int fd, const char *name)
{
	size_t length = 0;
	ssize_t got = 1;
	char *text = malloc(LONGEST + 1);

	while (text && got > 0 && length < LONGEST) {
		got = read(fd, text + length, LONGEST - length);
		if (got > 0)
			length += (size_t)got;
	}
	if (!text || got < 0)
		complain(name, "cannot be read: %s", strerror(errno));
	else if (got)
		complain(name, "is longer than %ld bytes", LONGEST);
	else if (memchr(text, '\0', length))
		complain(name, "is no text");
	else {
		text[length] = '\0';
		return text;
	}
	free(text);
	return NULL;
}

static bool add(int fd, const char *name, struct sriov_state *state)
{
	struct sriov_error *error = NULL;
	char *text = read_text(fd, name);
	bool good = text;

	if (text && sriov_state_add_json(state, text, &error)) {
		fail_with(name, error);
		good = false;
	}
	free(text);
	return good;
}

static bool read_file(const char *name, struct sriov_state *state)
{
	int fd;
	bool good;

	if (!strcmp(name, "-"))
		return add(STDIN_FILENO, "standard input", state);
	fd = open(name, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return complain(name, "cannot be read: %s", strerror(errno));
	good = add(fd, name, state);
	close(fd);
	return good;
}

bool files_read(char **names, int count, struct sriov_state *state)
{
	bool good = true;

	for (int i = 0; i < count; i++)
		good &= read_file(names[i], state);
	return good;
}

/* --- A directory ------------------------------------------------------------------------------ */

/* Whoever can write it could have root do what he likes. */
static bool is_safe(int fd, const char *name, mode_t kind)
{
	struct stat status;

	if (fstat(fd, &status))
		return complain(name, "cannot be read: %s", strerror(errno));
	if ((status.st_mode & S_IFMT) != kind)
		return complain(name, kind == S_IFDIR ? "is no directory" : "is no file");
	if (status.st_uid)
		return complain(name, "belongs to user %u and not to root: it is not read",
				(unsigned int)status.st_uid);
	if (status.st_mode & (S_IWGRP | S_IWOTH))
		return complain(name,
				"may be written by others than root (mode %04o): it is not read",
				(unsigned int)(status.st_mode & 07777));
	return true;
}

/* No link leads out of the directory; a pipe does not wait for somebody to write to it. */
static int open_below(int directory, const char *name)
{
	struct open_how how = {
		.flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK,
		.resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS,
	};

	int fd = (int)syscall(SYS_openat2, directory, name, &how, sizeof(how));

	/* Where a filter does not know it, no link is followed at all. */
	if (fd < 0 && (errno == ENOSYS || errno == EPERM))
		fd = openat(directory, name, (int)how.flags | O_NOFOLLOW);
	return fd;
}

static bool read_below(int directory, const char *path, const char *name, struct sriov_state *state)
{
	char whole[4096];
	bool good;
	int fd;

	snprintf(whole, sizeof(whole), "%s/%s", path, name);
	fd = open_below(directory, name);
	if (fd < 0 && errno == EXDEV)
		return complain(whole, "is a link that leads out of the directory: it is not read");
	if (fd < 0)
		return complain(whole, "cannot be read: %s", strerror(errno));
	good = is_safe(fd, whole, S_IFREG) && add(fd, whole, state);
	close(fd);
	return good;
}

static int is_wanted(const struct dirent *entry)
{
	size_t length = strlen(entry->d_name);

	return entry->d_name[0] != '.' && length > 5 &&
	       !strcmp(entry->d_name + length - 5, ".json");
}

/* The order is the same in every language. */
static int compare(const struct dirent **left, const struct dirent **right)
{
	return strcmp((*left)->d_name, (*right)->d_name);
}

static bool read_all(int directory, const char *path, struct sriov_state *state)
{
	struct dirent **entries;
	bool good = true;
	int count = scandirat(directory, ".", &entries, is_wanted, compare);

	if (count < 0)
		return complain(path, "cannot be read: %s", strerror(errno));
	if (!count)
		complain(path, "has no file NAME.json, so that nothing is said of any PF");
	for (int i = 0; i < count; i++) {
		good &= read_below(directory, path, entries[i]->d_name, state);
		free(entries[i]);
	}
	free(entries);
	return good;
}

bool files_read_directory(const char *path, bool may_be_missing, struct sriov_state *state)
{
	int directory = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	bool good;

	if (directory < 0 && errno == ENOENT && may_be_missing) {
		complain(path, "is not there, so that nothing is said of any PF");
		return true;
	}
	if (directory < 0)
		return complain(path, "cannot be read: %s", strerror(errno));
	good = is_safe(directory, path, S_IFDIR) && read_all(directory, path, state);
	close(directory);
	return good;
}
