/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/file_lock.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>

/* "1: FLOCK  ADVISORY  WRITE 812 00:1a:4711 0 EOF"; one that waits has "->" behind the number. */
static bool is_of(const char *line, const struct stat *file, int *pid)
{
	unsigned int major_number, minor_number;
	uint64_t inode;

	return sscanf(line, "%*u: FLOCK ADVISORY WRITE %d %x:%x:%" SCNu64, pid, &major_number,
		      &minor_number, &inode) == 4 &&
	       major_number == major(file->st_dev) && minor_number == minor(file->st_dev) &&
	       inode == file->st_ino;
}

enum sriov_code file_lock_find(const struct tree *procfs, int fd, int *pid,
			       struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *text = NULL;
	char *save = NULL;
	struct stat file;
	int found;

	*pid = 0;
	if (fstat(fd, &file))
		return SRIOV_CODE_OK;
	if (tree_read_all(procfs, &text, NULL, "locks") == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	for (const char *line = strtok_r(text ? text : (char[]) {""}, "\n", &save); line && !*pid;
	     line = strtok_r(NULL, "\n", &save))
		if (is_of(line, &file, &found) && found > 0)
			*pid = found;
	return SRIOV_CODE_OK;
}
