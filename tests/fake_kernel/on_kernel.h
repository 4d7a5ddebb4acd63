/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The fake kernel as a host of the library, for programs that are on it. */
#ifndef TESTS_FAKE_KERNEL_ON_KERNEL_H
#define TESTS_FAKE_KERNEL_ON_KERNEL_H

#include <sriov/sriov.h>

/*
 * A context of the fake kernel whose folder is in the environment. Without workers what is written
 * is the program's own call.
 */
enum sriov_code on_kernel_open(bool workers, struct sriov_context **context,
			       struct sriov_error **error);

#endif
