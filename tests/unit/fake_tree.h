/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the parts of the made-up host share. */
#ifndef TESTS_FAKE_TREE_H
#define TESTS_FAKE_TREE_H

#include "fake.h"

struct fake {
	char *root;
	char *forbidden; /* NULL when nothing is */
};

/* Ends the process; errno has the reason. */
_Noreturn void fake_fail(const char *what, const char *path);

/* Where a link points to; the caller frees it. NULL when there is none. */
FAKE_FORMAT(2, 3) char *fake_read_link(const struct fake *fake, const char *path, ...);

/* Where a device is: "devices/pci0000:00/0000:00:02.0/0000:01:00.0"; the caller frees it. */
char *fake_device_path(const struct fake *fake, const char *address);

/* A device with no port of its own but next to another one, as a VF is next to its PF. */
void fake_add_device_beside(struct fake *fake, const char *address, const char *other,
			    const struct fake_model *model);

/* Takes away what an interface of a device has elsewhere. */
void fake_forget_interfaces(struct fake *fake, const char *address);

#endif
