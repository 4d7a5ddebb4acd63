/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "state.h"

#include <fcntl.h>
#include <ftw.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "talk.h"

/* So much of a difference is told. */
#define MOST_LINES 4

/* --- The runtime directory -------------------------------------------------------------------- */

/* nftw() hands nothing on. */
static FILE *listing;
static size_t root_length;

static bool is_locked(int fd)
{
	struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};

	if (flock(fd, LOCK_EX | LOCK_NB))
		return true;
	flock(fd, LOCK_UN);
	return !fcntl(fd, F_OFD_GETLK, &lock) && lock.l_type != F_UNLCK;
}

static int list_file(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	int fd;

	(void)status;
	(void)ftw;
	if (type != FTW_F)
		return 0;
	fd = open(path, O_RDWR | O_CLOEXEC);
	fprintf(listing, "%s%s\n", path + root_length, fd >= 0 && is_locked(fd) ? " locked" : "");
	if (fd >= 0)
		close(fd);
	return 0;
}

static int remove_file(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

static char *list_files(const char *directory)
{
	char path[4096], *text = NULL;
	size_t size;

	snprintf(path, sizeof(path), "%s/runtime", directory);
	root_length = strlen(directory) + 1;
	listing = open_memstream(&text, &size);
	if (!listing)
		return NULL;
	nftw(path, list_file, 16, FTW_PHYS);
	fclose(listing);
	return text;
}

void state_forget_files(const char *directory)
{
	char path[4096];

	snprintf(path, sizeof(path), "%s/runtime", directory);
	nftw(path, remove_file, 16, FTW_DEPTH | FTW_PHYS);
}

/* --- All of it -------------------------------------------------------------------------------- */

bool state_take(const char *directory, struct state *state)
{
	state->settings = talk(directory, "state");
	state->means = talk(directory, "means");
	state->files = list_files(directory);
	return state->settings && state->means && state->files;
}

void state_clear(struct state *state)
{
	free(state->settings);
	free(state->means);
	free(state->files);
	*state = (struct state) {0};
}

/* --- Comparing -------------------------------------------------------------------------------- */

static bool has_line(const char *lines, const char *line, size_t length)
{
	for (; *lines; lines += strcspn(lines, "\n") + 1)
		if (!strncmp(lines, line, length) && lines[length] == '\n')
			return true;
	return false;
}

static void tell_missing(const char *mark, const char *lines, const char *others, FILE *stream)
{
	int told = 0;

	for (; *lines; lines += strcspn(lines, "\n") + 1) {
		size_t length = strcspn(lines, "\n");

		if (has_line(others, lines, length))
			continue;
		if (told++ == MOST_LINES) {
			fprintf(stream, "#   %s ...\n", mark);
			return;
		}
		fprintf(stream, "#   %s %.*s\n", mark, (int)length, lines);
	}
}

void state_tell_difference(const char *found, const char *wanted, FILE *stream)
{
	tell_missing("+", found, wanted, stream);
	tell_missing("-", wanted, found, stream);
}

bool state_has_all(const char *lines, const char *one, const char *other)
{
	for (; *lines; lines += strcspn(lines, "\n") + 1) {
		size_t length = strcspn(lines, "\n");

		if (!has_line(one, lines, length) && !has_line(other, lines, length))
			return false;
	}
	return true;
}
