/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A made-up host: the files and links of sysfs and procfs in a temporary directory, in the
 * kernel's own shapes. Nothing in it reacts: what is written stays what was written.
 *
 *	struct fake *fake = fake_new();
 *
 *	fake_add_device(fake, "0000:01:00.0", &fake_82576);
 *	fake_set_driver(fake, "0000:01:00.0", "igb");
 *	fake_add_interface(fake, "0000:01:00.0", "em1", 2);
 *	fake_make_pf(fake, "0000:01:00.0", &fake_82576_sriov);
 *	fake_add_vfs(fake, "0000:01:00.0", 7);
 *	context = fake_open_context(fake);
 *	...
 *	sriov_context_unref(context);
 *	fake_free(fake);
 *
 * What cannot be built ends the process with a sentence, since a test on half a host tells
 * nothing. Paths are formats, relative to the host's root: "sys/class/net/%s/ifindex".
 */
#ifndef TESTS_FAKE_H
#define TESTS_FAKE_H

#include <sriov/sriov.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define FAKE_FORMAT(text, first) __attribute__((format(printf, text, first)))

struct fake;

/* An empty host: a PCI bus without devices, no interfaces, no IOMMU, no modules. */
struct fake *fake_new(void);

/* The same in a directory of the caller's, which must not be there yet. */
struct fake *fake_new_in(const char *directory);

/* Removes the host; takes NULL. */
void fake_free(struct fake *fake);

/* Forgets the host and leaves it where it is. */
void fake_leave(struct fake *fake);

/* A context that sees this host, or the options for one, to which a test adds its own. */
struct sriov_context *fake_open_context(const struct fake *fake);
struct sriov_context_options *fake_make_options(const struct fake *fake);

/* Any file, directory or link; those that are missing on the way are made. */
FAKE_FORMAT(3, 4) void fake_write(struct fake *fake, const char *text, const char *path, ...);
FAKE_FORMAT(4, 5)
void fake_write_bytes(struct fake *fake, const void *bytes, size_t length, const char *path, ...);
FAKE_FORMAT(2, 3) void fake_make_directory(struct fake *fake, const char *path, ...);
FAKE_FORMAT(3, 4) void fake_link(struct fake *fake, const char *target, const char *path, ...);

/* Removes it with all that is below, the link and not what it points to; it must be there. */
FAKE_FORMAT(2, 3) void fake_remove(struct fake *fake, const char *path, ...);

/* What is in the file now; the caller frees it. NULL when there is none. */
FAKE_FORMAT(2, 3) char *fake_read(struct fake *fake, const char *path, ...);

/*
 * From here to fake_free() the file or directory may be neither read nor written by this process:
 * root becomes somebody without rights until then.
 */
FAKE_FORMAT(2, 3) void fake_forbid(struct fake *fake, const char *path, ...);

/* The absolute path; the caller frees it. */
FAKE_FORMAT(2, 3) char *fake_path(const struct fake *fake, const char *path, ...);

/* --- PCI devices ------------------------------------------------------------------------------ */

struct fake_model {
	uint32_t class;
	uint16_t vendor;
	uint16_t device;
	uint16_t subsystem_vendor;
	uint16_t subsystem_device;
};

extern const struct fake_model fake_82576;	/* Intel's network card, the PF of igb */
extern const struct fake_model fake_82576_vf;	/* a VF of it, for those made one by one */
extern const struct fake_model fake_nvme;	/* no network card, but SR-IOV */
extern const struct fake_model fake_root_port;	/* a bridge */
extern const struct fake_model fake_virtio_net; /* a network card without SR-IOV */

/*
 * A device without driver, group, NUMA node and interface, with a configuration space of 256 bytes
 * that holds the ids and no capability. On a bus other than 0 it is behind a port of its own.
 */
void fake_add_device(struct fake *fake, const char *address, const struct fake_model *model);

/* The same behind a bridge that is there already. */
void fake_add_device_behind(struct fake *fake, const char *address, const char *bridge,
			    const struct fake_model *model);

/* Takes it away with its interfaces, its links in its group and its driver, and its VFs. */
void fake_remove_device(struct fake *fake, const char *address);

/* A driver that is loaded and has no device; fake_set_driver() adds it by itself. */
void fake_add_driver(struct fake *fake, const char *name);

/* Binds the device to a driver, in place of the one it has; NULL for none. */
void fake_set_driver(struct fake *fake, const char *address, const char *driver);

/* Puts the device in an IOMMU group, in place of the one it is in; -1 for none. */
void fake_set_group(struct fake *fake, const char *address, int group);

/* What an 82576 really has there, taken down on the test host. */
#define FAKE_CONFIG_SIZE 4096
extern const uint8_t fake_82576_config[FAKE_CONFIG_SIZE];

/* What its configuration space holds: 256 bytes, or 4096 with the extended one. */
void fake_set_config(struct fake *fake, const char *address, const void *bytes, size_t length);

/* One attribute of the device, with its line end: fake_set(fake, address, "numa_node", "1\n"). */
void fake_set(struct fake *fake, const char *address, const char *attribute, const char *text);

/* The rest of what a card of PCI Express has: link, resets, power, BARs, interrupts and VPD. */
void fake_add_attributes(struct fake *fake, const char *address);

#define FAKE_VPD_SIZE 131
extern const uint8_t fake_vpd[FAKE_VPD_SIZE];
extern const char fake_82576_resource[];

/* --- SR-IOV ----------------------------------------------------------------------------------- */

struct fake_sriov {
	unsigned int total;
	unsigned int offset;
	unsigned int stride;
	uint16_t vf_device;
};

extern const struct fake_sriov fake_82576_sriov; /* 7 VFs from 10.0 in steps of 2, as igb's */
extern const struct fake_sriov fake_nvme_sriov;	 /* 32 VFs from 00.1 in steps of 1 */

/* Gives a device the attributes of a PF that has no VFs. */
void fake_make_pf(struct fake *fake, const char *address, const struct fake_sriov *sriov);

/*
 * Makes the PF's VFs, which must have none: devices without driver at the addresses that offset and
 * stride give, perhaps on a higher bus. In groups of their own from the PF's on when it has one.
 */
void fake_add_vfs(struct fake *fake, const char *pf, unsigned int count);

/* Takes all its VFs away. */
void fake_remove_vfs(struct fake *fake, const char *pf);

/* The address of a VF, made or not. */
#define FAKE_ADDRESS_SIZE 20
void fake_vf_address(struct fake *fake, const char *pf, unsigned int index,
		     char address[FAKE_ADDRESS_SIZE]);

/*
 * A whole card in one call: an 82576 on igb in group 10 times its bus number, with an interface
 * of index 1000000 plus its bus number, which no real one has, the real configuration space and
 * this many VFs, which have neither driver nor interface.
 */
void fake_add_82576(struct fake *fake, const char *address, const char *interface,
		    unsigned int vfs);

/* --- Interfaces and bonds --------------------------------------------------------------------- */

/* A network interface on a device. */
void fake_add_interface(struct fake *fake, const char *address, const char *name,
			unsigned int index);

/* One on no device, such as a bridge. */
void fake_add_virtual_interface(struct fake *fake, const char *name, unsigned int index);

/*
 * A bond without members, with the kernel's defaults: "active-backup 1" and all else as a new bond
 * has it. fake_write(fake, "100\n", "sys/class/net/bond0/bonding/miimon") tells more.
 */
void fake_add_bond(struct fake *fake, const char *name, unsigned int index, const char *mode);

/* The first member of an active-backup bond becomes the active one. */
void fake_add_bond_member(struct fake *fake, const char *bond, const char *interface);

/* --- Disks ------------------------------------------------------------------------------------ */

/*
 * A block device on a PCI device, or with NULL on none. The rest of the way to it is "nvme/nvme0"
 * for a disk and "nvme/nvme0/nvme0n1" for a partition of that; its number is that of mounts.
 */
void fake_add_disk(struct fake *fake, const char *address, const char *way, const char *name,
		   const char *number);

/* What LVM, RAID or cryptsetup makes of a disk is a disk on none, which holds the first. */
void fake_stack_disk(struct fake *fake, const char *lower, const char *upper);

/* What process 1 has mounted, as lines of mountinfo. */
void fake_set_mounts(struct fake *fake, const char *lines);

/* --- The IOMMU -------------------------------------------------------------------------------- */

/* A unit such as "dmar0" or "ivhd0". */
void fake_add_iommu_unit(struct fake *fake, const char *name);

/* --- Processes -------------------------------------------------------------------------------- */

/* A process that runs; the first shows that all there are can be seen. */
void fake_add_process(struct fake *fake, int pid, const char *command);

/* Something that the process has open: "/dev/vfio/10". */
void fake_open_file(struct fake *fake, int pid, int fd, const char *target);

#endif
