/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The door to VFIO and iommufd, by descriptors: the only user of the kernel's headers for them.
 *
 * Each function is one request of the kernel, and gives 0 or an errno: what that means is known
 * where it was asked for.
 */
#ifndef KERNEL_VFIO_H
#define KERNEL_VFIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VFIO_TOKEN_BYTES 16

/* Whether the container is one of the interface that is known here. */
int vfio_container_check(int container);

/* Whether it was told how to translate addresses; until then it can do nothing. */
bool vfio_container_has_iommu(int container);

/* The better of the two kinds for hardware, or the one without translation. */
int vfio_container_set_iommu(int container, bool without_iommu);

int vfio_group_is_viable(int group, bool *viable);
int vfio_group_set_container(int group, int container);

/* The name is the device's address, perhaps with options behind it. */
int vfio_group_open_device(int group, const char *name, int *fd);

struct vfio_facts {
	bool resets;
	bool pci;
	unsigned int regions;
	unsigned int irqs;
};

int vfio_device_read(int device, struct vfio_facts *facts);

struct vfio_area {
	uint64_t offset;
	uint64_t size;
};

struct vfio_region {
	uint64_t size;
	uint64_t offset;
	bool readable;
	bool writable;
	bool mappable;
	struct vfio_area *areas; /* that may be mapped; the caller frees it */
	size_t area_count;	 /* 0 of a mappable one: all of it may be */
};

int vfio_device_read_region(int device, unsigned int index, struct vfio_region *region);

struct vfio_irq {
	unsigned int count;
	bool eventfd;
	bool maskable;
	bool automasked;
	bool resizable;
};

int vfio_device_read_irq(int device, unsigned int index, struct vfio_irq *irq);

int vfio_device_reset(int device);

/* What a reset of the bus would take along. */
struct vfio_dependent {
	uint16_t domain;
	uint8_t bus;
	uint8_t function; /* device and function, as the kernel packs them */
};

/* The caller frees the array. */
int vfio_device_list_dependents(int device, struct vfio_dependent **dependents, size_t *count);

int vfio_device_set_token(int device, const uint8_t token[VFIO_TOKEN_BYTES]);

/* The token may be NULL. */
int vfio_device_bind_iommufd(int device, int iommufd, const uint8_t *token, uint32_t *id);
int vfio_device_attach(int device, uint32_t ioas);

int iommufd_allocate_ioas(int iommufd, uint32_t *ioas);

/* The kernel's names, for the regions and interrupts of PCI devices; NULL for others. */
const char *vfio_name_region(unsigned int index);
const char *vfio_name_irq(unsigned int index);

#endif
