/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <libkmod.h>

#include "../fault.h"

/*
 * Calls that nobody can save when memory runs out in them: kmod_new() leaks what it had, and so do
 * libkmod's look-ups, where they do not end the process by an assertion; pci_alloc() ends the
 * process, and pci_lookup_name() writes to what malloc() gave unseen.
 */
#define SPARE(type, name, parameters, arguments)                                                   \
	type __wrap_##name parameters;                                                             \
	type __real_##name parameters;                                                             \
	type __wrap_##name parameters                                                              \
	{                                                                                          \
		type result;                                                                       \
                                                                                                   \
		fault_pause();                                                                     \
		result = __real_##name arguments;                                                  \
		fault_resume();                                                                    \
		return result;                                                                     \
	}

SPARE(struct kmod_ctx *, kmod_new, (const char *directory, const char *const *paths),
      (directory, paths))

SPARE(const char *, kmod_module_get_path, (const struct kmod_module *module), (module))
SPARE(struct kmod_list *, kmod_module_get_dependencies, (const struct kmod_module *module),
      (module))
SPARE(int, kmod_module_new_from_lookup,
      (struct kmod_ctx * kmod, const char *alias, struct kmod_list **list), (kmod, alias, list))

#ifdef HAVE_LIBPCI
struct pci_access;

SPARE(struct pci_access *, pci_alloc, (void), ())

/* The library asks for a vendor and a device, both numbers. */
SPARE(char *, pci_lookup_name,
      (struct pci_access * access, char *buffer, int size, int flags, int vendor, int device),
      (access, buffer, size, flags, vendor, device))
#endif
