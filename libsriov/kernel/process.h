/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The processes of the host and what they have open, as far as procfs shows it to the caller. */
#ifndef KERNEL_PROCESS_H
#define KERNEL_PROCESS_H

#include <stdbool.h>
#include <stdint.h>

#include "kernel/tree.h"

/* A descriptor of a process, and where it leads to; both are good during the call only. */
struct process_file {
	int pid;
	int fd;
	const char *target; /* "/dev/vfio/12", "socket:[4711]" */
};

/*
 * Calls found() for every descriptor of every process, until it gives false. Nothing is opened but
 * directories, so that no file system that hangs can hold the caller. complete tells whether all
 * processes of the host could be looked at.
 */
enum sriov_code process_walk_files(const struct tree *procfs,
				   bool (*found)(void *data, const struct process_file *file),
				   void *data, bool *complete, struct sriov_error **error);

/* Whether it is the host's procfs, not one of a container's own, that shows its first process. */
bool process_sees_all(const struct tree *procfs);

#define PROCESS_COMMAND_SIZE 64

struct process_facts {
	char command[PROCESS_COMMAND_SIZE];
	char *command_line; /* the caller frees it */
	uint64_t start_ticks;
	uint64_t start_time_s;
};

/* What cannot be read, of a process that ended meanwhile for instance, is "" or 0. */
enum sriov_code process_read(const struct tree *procfs, int pid, struct process_facts *facts,
			     struct sriov_error **error);

/*
 * What tells a process from all others for as long as the host runs, with its number: "" and 0 when
 * it cannot be read.
 */
void process_identify(const struct tree *procfs, int pid, char command[PROCESS_COMMAND_SIZE],
		      uint64_t *start_ticks);

/* Whether that process is to be seen and has not ended; one that nobody has waited for has. */
bool process_is_running(const struct tree *procfs, int pid, uint64_t start_ticks);

/* The number that the process itself has where this procfs is from. */
int process_get_own_pid(const struct tree *procfs);

/* One line of fdinfo, by its name and without it; false when there is none. */
bool process_read_file_fact(const struct tree *procfs, const struct process_file *file,
			    const char *name, char *value, size_t size);

#endif
