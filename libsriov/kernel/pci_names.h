/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The names of PCI ids: the one user of libpci, which is built in only where the user of the
 * library wants it (it is under the GPL). Without it, ids stand for names.
 */
#ifndef KERNEL_PCI_NAMES_H
#define KERNEL_PCI_NAMES_H

#include <stdint.h>

#include "base/error.h"

struct pci_names;

enum sriov_code pci_names_open(struct pci_names **names, struct sriov_error **error);

/* The same for another file of names than libpci's own; NULL for that one. */
enum sriov_code pci_names_open_file(const char *file, struct pci_names **names,
				    struct sriov_error **error);

void pci_names_close(struct pci_names *names);

/*
 * "Intel Corporation 82576 Gigabit Network Connection", "Intel Corporation Device 10c9" when only
 * the vendor is known, "8086:10c9" when nothing is; the caller frees it.
 */
enum sriov_code pci_names_find(struct pci_names *names, uint16_t vendor, uint16_t device,
			       char **name, struct sriov_error **error);

#endif
