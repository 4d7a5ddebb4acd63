/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The kernel's modules of a made-up host: files that are no code, and the index that the real
 * depmod makes of them.
 */
#ifndef TESTS_FAKE_MODULE_H
#define TESTS_FAKE_MODULE_H

#include "fake.h"

struct fake_module {
	const char *name;  /* as its file has it, perhaps with '-' */
	const char *alias; /* NULL for none */
	const char *makes; /* a symbol for others; NULL for none */
	const char *needs; /* a symbol of another; NULL for none */
};

/* Whether there is a depmod: it is in the package kmod. */
bool fake_has_depmod(void);

void fake_add_module(struct fake *fake, const struct fake_module *module);

/* A module that is part of the kernel. */
void fake_add_builtin_module(struct fake *fake, const char *name);

/* Makes the index of the modules that were added; there must be one at least. */
void fake_index_modules(struct fake *fake);

#endif
