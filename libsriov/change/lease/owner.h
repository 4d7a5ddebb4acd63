/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Who has a lease or a reservation, as he wrote it into its file: lines of KEY=VALUE.
 *
 *	owner=my-agent 1.2
 *	pid=812
 *	command=python3
 *	start_ticks=81200
 *	boot_id=3c9a3b9e-6d2a-4e0c-8f3c-6f4d1c1f7d52
 *	since=1700000000
 *
 * and, of a worker that outlives the lease, what it waits for in the kernel:
 *
 *	doing=the write of "0" to /sys/bus/pci/devices/0000:01:00.0/sriov_numvfs
 */
#ifndef CHANGE_OWNER_H
#define CHANGE_OWNER_H

#include "sriov/owner.h"

#include "base/object.h"
#include "kernel/process.h"
#include "object/context/context.h"

#define OWNER_TEXT_SIZE	       65
#define OWNER_BOOT_ID_SIZE     37
#define OWNER_DOING_SIZE       160
#define OWNER_DESCRIPTION_SIZE 512
#define OWNER_RECORD_SIZE      640

struct sriov_owner {
	struct object object;
	char text[OWNER_TEXT_SIZE];
	char command[PROCESS_COMMAND_SIZE];
	char boot_id[OWNER_BOOT_ID_SIZE];
	char doing[OWNER_DOING_SIZE]; /* "" for nothing in particular */
	int pid;
	bool running;
	uint64_t start_ticks;
	uint64_t since_s;
	char description[OWNER_DESCRIPTION_SIZE];
};

/* SRIOV_CODE_INVALID for a text that is empty, too long, or not fit for a line. */
enum sriov_code owner_check_text(const char *text, struct sriov_error **error);

/* A process of this host, from now on; the text may be NULL for its command. */
enum sriov_code owner_new(struct sriov_context *context, const char *text, int pid,
			  struct sriov_owner **owner, struct sriov_error **error);

/* What it waits for in the kernel. */
void owner_set_doing(struct sriov_owner *owner, const char *doing);

/* This process. */
enum sriov_code owner_new_own(struct sriov_context *context, const char *text,
			      struct sriov_owner **owner, struct sriov_error **error);

/*
 * One that wrote nothing into its file, such as a shell's flock: no more is known of it than what
 * the kernel tells of the process that has it locked, if anything.
 */
enum sriov_code owner_new_silent(struct sriov_context *context, int fd, struct sriov_owner **owner,
				 struct sriov_error **error);

/* The lines for the file. */
size_t owner_write(const struct sriov_owner *owner, char record[OWNER_RECORD_SIZE]);

/* What a file says; of what makes no sense, or was written before a reboot, nothing is known. */
enum sriov_code owner_parse(struct sriov_context *context, const char *record,
			    struct sriov_owner **owner, struct sriov_error **error);

/* --- For the two files of this --------------------------------------------------------------- */

bool owner_is_text(const char *text);

/*
 * A process calls itself what it likes, and the kernel cuts that off anywhere: what would disturb a
 * line, or is no UTF-8, becomes '?'.
 */
void owner_clean(char *command);

/* NULL where there is no procfs: then no more than a number is known of a process. */
enum sriov_code owner_find_procfs(struct sriov_context *context, const struct tree **procfs,
				  struct sriov_error **error);

/* "" where it is not known. */
void owner_read_boot_id(const struct tree *procfs, char boot_id[OWNER_BOOT_ID_SIZE]);

/* Puts into words what is in it. */
void owner_describe(struct sriov_owner *owner);

#endif
