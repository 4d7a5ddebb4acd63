/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Makes a host up in a directory, for tests in any language. */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "fake.h"
#include "fake_module.h"

static int usage(FILE *stream)
{
	fputs("usage: make [--vfs N] [--broken] DIRECTORY\n"
	      "\n"
	      "Makes DIRECTORY, which must not be there, with the files of a made-up host:\n"
	      "\n"
	      "  0000:00:1f.2  a virtio network card, without SR-IOV\n"
	      "  0000:01:00.0  em1, an 82576 on igb, group 10: 7 VFs, the first on igbvf as vf0\n"
	      "  0000:02:00.0  em2, the same in group 20, its VFs without a driver\n"
	      "  0000:03:00.0  an NVMe controller that could have 32 VFs, without a driver\n"
	      "  bond0         above em1 and em2: active-backup, miimon 100, primary em1\n"
	      "\n"
	      "and an IOMMU, and, where there is a depmod, the modules igb, igbvf and vfio-pci.\n"
	      "\n"
	      "  --vfs N     so many VFs of em1 and of em2 (7)\n"
	      "  --broken    and 0000:04:00.0, of which nothing can be read\n"
	      "\n"
	      "A context sees it with the options sysfs=DIRECTORY/sys, procfs=DIRECTORY/proc,\n"
	      "devfs=DIRECTORY/dev, modules=DIRECTORY/modules and modprobe=DIRECTORY/modprobe.\n"
	      "Nothing in it reacts: what is written stays what was written. A program that has "
	      "no\n"
	      "such options sees it below tests/made_up_host/enter DIRECTORY COMMAND...\n",
	      stream);
	return stream == stdout ? EXIT_SUCCESS : EXIT_FAILURE;
}

static void add_cards(struct fake *fake, unsigned int vfs)
{
	fake_add_device(fake, "0000:00:1f.2", &fake_virtio_net);
	fake_set_driver(fake, "0000:00:1f.2", "virtio-pci");
	fake_add_82576(fake, "0000:01:00.0", "em1", vfs);
	fake_add_attributes(fake, "0000:01:00.0");
	fake_add_82576(fake, "0000:02:00.0", "em2", vfs);
	fake_add_device(fake, "0000:03:00.0", &fake_nvme);
	fake_make_pf(fake, "0000:03:00.0", &fake_nvme_sriov);
	if (vfs) {
		fake_set_driver(fake, "0000:01:10.0", "igbvf");
		fake_add_interface(fake, "0000:01:10.0", "vf0", 1000100);
	}
	fake_add_iommu_unit(fake, "dmar0");
}

static void add_bond(struct fake *fake)
{
	fake_add_bond(fake, "bond0", 1000200, "active-backup 1");
	fake_add_bond_member(fake, "bond0", "em1");
	fake_add_bond_member(fake, "bond0", "em2");
	fake_write(fake, "100\n", "sys/class/net/bond0/bonding/miimon");
	fake_write(fake, "em1\n", "sys/class/net/bond0/bonding/primary");
}

static void add_modules(struct fake *fake)
{
	static const struct fake_module modules[] = {
		{"igb", "pci:v00008086d000010C9sv*sd*bc*sc*i*", NULL, NULL},
		{"igbvf", "pci:v00008086d000010CAsv*sd*bc*sc*i*", NULL, NULL},
		{"vfio-pci", "vfio_pci:v*d*sv*sd*bc*sc*i*", NULL, NULL},
	};

	if (!fake_has_depmod())
		return;
	for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++)
		fake_add_module(fake, &modules[i]);
	fake_index_modules(fake);
	fake_write(fake, "live\n", "sys/module/igb/initstate");
	fake_write(fake, "live\n", "sys/module/igbvf/initstate");
	fake_write(fake, "live\n", "sys/module/vfio_pci/initstate");
}

static void add_broken(struct fake *fake)
{
	fake_add_device(fake, "0000:04:00.0", &fake_82576);
	fake_remove(fake, "sys/bus/pci/devices/0000:04:00.0/uevent");
	fake_remove(fake, "sys/bus/pci/devices/0000:04:00.0/modalias");
}

int main(int count, char **words)
{
	static const struct option options[] = {
		{"vfs", required_argument, NULL, 'v'},
		{"broken", no_argument, NULL, 'b'},
		{"help", no_argument, NULL, 'h'},
		{NULL, 0, NULL, 0},
	};
	unsigned int vfs = 7;
	bool broken = false;
	struct fake *fake;
	int option;

	while ((option = getopt_long(count, words, "h", options, NULL)) != -1) {
		if (option == 'h' || option == '?')
			return usage(option == 'h' ? stdout : stderr);
		if (option == 'v')
			vfs = (unsigned int)atoi(optarg);
		broken |= option == 'b';
	}
	if (optind + 1 != count)
		return usage(stderr);
	fake = fake_new_in(words[optind]);
	add_cards(fake, vfs);
	add_bond(fake);
	add_modules(fake);
	if (broken)
		add_broken(fake);
	fake_leave(fake);
	return EXIT_SUCCESS;
}
