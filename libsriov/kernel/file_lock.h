/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Who has locked a file with flock(). */
#ifndef KERNEL_FILE_LOCK_H
#define KERNEL_FILE_LOCK_H

#include "kernel/tree.h"

/* The process that locked the open file for itself alone; 0 where procfs does not show it. */
enum sriov_code file_lock_find(const struct tree *procfs, int fd, int *pid,
			       struct sriov_error **error);

#endif
