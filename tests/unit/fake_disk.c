/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Disks of a made-up host. */
#include "fake_tree.h"

#include <stdio.h>
#include <stdlib.h>

void fake_add_disk(struct fake *fake, const char *address, const char *way, const char *name,
		   const char *number)
{
	char *device = address ? fake_device_path(fake, address) : NULL;
	char path[256], text[300];

	snprintf(path, sizeof(path), "%s/%s/%s", device ? device : "devices/virtual", way, name);
	free(device);
	snprintf(text, sizeof(text), "%s\n", number);
	fake_write(fake, text, "sys/%s/dev", path);
	fake_make_directory(fake, "sys/%s/holders", path);
	snprintf(text, sizeof(text), "../../%s", path);
	fake_link(fake, text, "sys/class/block/%s", name);
}

void fake_stack_disk(struct fake *fake, const char *lower, const char *upper)
{
	char *path = fake_read_link(fake, "sys/class/block/%s", upper);

	if (!path)
		fake_fail("find the disk", upper);
	fake_link(fake, path, "sys/class/block/%s/holders/%s", lower, upper);
	fake_link(fake, lower, "sys/class/block/%s/slaves/%s", upper, lower);
	free(path);
}

void fake_set_mounts(struct fake *fake, const char *lines)
{
	fake_write(fake, lines, "proc/1/mountinfo");
}
