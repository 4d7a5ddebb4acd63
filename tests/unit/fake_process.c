/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Processes of a made-up host. */
#include "fake_tree.h"

#include <stdio.h>
#include <string.h>

void fake_add_process(struct fake *fake, int pid, const char *command)
{
	char text[256];
	int length;

	fake_make_directory(fake, "proc/%d/fd", pid);
	snprintf(text, sizeof(text), "%s\n", command);
	fake_write(fake, text, "proc/%d/comm", pid);
	length = snprintf(text, sizeof(text), "/usr/bin/%s%c-machine%cq35%c", command, '\0', '\0',
			  '\0');
	fake_write_bytes(fake, text, (size_t)length, "proc/%d/cmdline", pid);
	/* A name may hold what elsewhere ends it. */
	snprintf(text, sizeof(text),
		 "%d (%s) ) S 1 1 1 0 -1 4194560 0 0 0 0 0 0 0 0 20 0 1 0 %d 0 0\n", pid, command,
		 pid * 100);
	fake_write(fake, text, "proc/%d/stat", pid);
	if (pid == 1) {
		fake_link(fake, "pid:[4026531836]", "proc/1/ns/pid");
		fake_write(fake, "cpu 0 0\nintr 0 1 2\nbtime 1700000000\nprocesses 2\n",
			   "proc/stat");
	}
}

void fake_open_file(struct fake *fake, int pid, int fd, const char *target)
{
	fake_link(fake, target, "proc/%d/fd/%d", pid, fd);
}
