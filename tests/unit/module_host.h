/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A made-up host with an index of modules, made by depmod. */
#ifndef TESTS_MODULE_HOST_H
#define TESTS_MODULE_HOST_H

#include "unit.h"

#define ALIAS "pci:v00008086d000010C9sv*sd*bc*sc*i*"

extern struct fake *fake;
extern struct sriov_context *context;
extern struct sriov_module *module;

/* No kernel has modules of these names, so none is ever loaded. */
void begin(void);

void end(void);

void configure(const char *text);

void find(const char *name);

/* The plan of tests that are left out, instead of ones that pass without having looked. */
Suite *module_suite(const char *name, const TTest *const *tests, size_t count);

#endif
