/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The test's side: tells the fake kernel a line. */
#ifndef TESTS_FAKE_KERNEL_TALK_H
#define TESTS_FAKE_KERNEL_TALK_H

/* What it says is to be freed. NULL, with errno, when it refuses, or there is none. */
char *talk(const char *directory, const char *line);

#endif
