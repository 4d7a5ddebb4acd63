/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Writes to files of sysfs. */
#ifndef TESTS_FAKE_KERNEL_ATTRIBUTE_H
#define TESTS_FAKE_KERNEL_ATTRIBUTE_H

#include "host.h"

/* The path is relative to sys/ and has no link in it. Gives an errno, 0 for success. */
int attribute_write(struct host *host, const char *path, const char *text);

#endif
