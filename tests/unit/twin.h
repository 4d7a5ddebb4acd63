/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A real interface that stands in for that of a made-up PF. */
#ifndef TESTS_TWIN_H
#define TESTS_TWIN_H

#include <stdbool.h>

#include "fake.h"

/*
 * An interface of the name, the index and the MAC that the made-up PF's has, and of no device, as
 * older kernels describe all of them: it is taken for the PF's, and has no VFs. The PF's interface
 * must be em1. False where the kernel does not let a test have a network namespace of its own.
 */
bool twin_make(struct fake *fake, const char *pf);

#endif
