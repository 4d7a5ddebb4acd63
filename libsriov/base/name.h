/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which texts may become a part of a path: every name from outside passes here first. */
#ifndef BASE_NAME_H
#define BASE_NAME_H

#include <stdbool.h>

/* A network interface's, by the kernel's own rule: dev_valid_name(). */
bool name_is_interface(const char *name);

/* Such a name or an alternative one, which is longer and never becomes a part of a path. */
bool name_is_altname(const char *name);

/* A driver's or a module's: letters, digits, '-', '_' and '.', but not at the start. */
bool name_is_driver(const char *name);

#endif
