/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <errno.h>
#include <linux/vfio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>

#include "base/common.h"
#include "kernel/iommufd.h"
#include "kernel/vfio.h"

/* What nobody's answer is longer than; it keeps a broken one from taking all memory. */
#define MOST_BYTES (1U << 20)

static int ask(int fd, unsigned long request, void *argument)
{
	return ioctl(fd, request, argument) < 0 ? errno : 0;
}

int vfio_device_read(int device, struct vfio_facts *facts)
{
	struct vfio_device_info info = {.argsz = sizeof(info)};
	int number = ask(device, VFIO_DEVICE_GET_INFO, &info);

	*facts = (struct vfio_facts) {
		.resets = info.flags & VFIO_DEVICE_FLAGS_RESET,
		.pci = info.flags & VFIO_DEVICE_FLAGS_PCI,
		.regions = info.num_regions,
		.irqs = info.num_irqs,
	};
	return number;
}

/* The capability of this id in an answer that is this long; NULL when there is none. */
static const void *find_capability(const void *answer, size_t length, size_t offset, uint16_t id,
				   size_t size)
{
	const struct vfio_info_cap_header *header;

	/* Each is behind the one before, so that no circle can hold us. */
	for (size_t before = 0; offset > before && offset <= length - sizeof(*header);) {
		header = (const void *)((const char *)answer + offset);
		if (header->id == id)
			return size <= length - offset ? header : NULL;
		before = offset;
		offset = header->next;
	}
	return NULL;
}

static int take_areas(const struct vfio_region_info *info, struct vfio_region *region)
{
	const struct vfio_region_info_cap_sparse_mmap *sparse;
	size_t room;

	if (!(info->flags & VFIO_REGION_INFO_FLAG_CAPS) || info->argsz < sizeof(*info))
		return 0;
	sparse = find_capability(info, info->argsz, info->cap_offset,
				 VFIO_REGION_INFO_CAP_SPARSE_MMAP, sizeof(*sparse));
	if (!sparse)
		return 0;
	room = info->argsz - (size_t)((const char *)(sparse + 1) - (const char *)info);
	if (sparse->nr_areas > room / sizeof(sparse->areas[0]))
		return EPROTO;
	region->areas = calloc(sparse->nr_areas ? sparse->nr_areas : 1, sizeof(*region->areas));
	if (!region->areas)
		return ENOMEM;
	for (; region->area_count < sparse->nr_areas; region->area_count++)
		region->areas[region->area_count] = (struct vfio_area) {
			.offset = sparse->areas[region->area_count].offset,
			.size = sparse->areas[region->area_count].size,
		};
	return 0;
}

/* The first answer says how long the whole one is. */
static int read_region(int device, unsigned int index, struct vfio_region_info **info)
{
	uint32_t size = sizeof(**info);
	int number;

	for (;;) {
		*info = calloc(1, size);
		if (!*info)
			return ENOMEM;
		(*info)->argsz = size;
		(*info)->index = index;
		number = ask(device, VFIO_DEVICE_GET_REGION_INFO, *info);
		if (number || (*info)->argsz <= size)
			return number;
		size = (*info)->argsz;
		free(*info);
		*info = NULL;
		if (size > MOST_BYTES)
			return EPROTO;
	}
}

int vfio_device_read_region(int device, unsigned int index, struct vfio_region *region)
{
	CLEANUP(cleanup_free) struct vfio_region_info *info = NULL;
	int number = read_region(device, index, &info);

	*region = (struct vfio_region) {0};
	if (number)
		return number;
	region->size = info->size;
	region->offset = info->offset;
	region->readable = info->flags & VFIO_REGION_INFO_FLAG_READ;
	region->writable = info->flags & VFIO_REGION_INFO_FLAG_WRITE;
	region->mappable = info->flags & VFIO_REGION_INFO_FLAG_MMAP;
	return take_areas(info, region);
}

int vfio_device_read_irq(int device, unsigned int index, struct vfio_irq *irq)
{
	struct vfio_irq_info info = {.argsz = sizeof(info), .index = index};
	int number = ask(device, VFIO_DEVICE_GET_IRQ_INFO, &info);

	*irq = (struct vfio_irq) {
		.count = info.count,
		.eventfd = info.flags & VFIO_IRQ_INFO_EVENTFD,
		.maskable = info.flags & VFIO_IRQ_INFO_MASKABLE,
		.automasked = info.flags & VFIO_IRQ_INFO_AUTOMASKED,
		.resizable = !(info.flags & VFIO_IRQ_INFO_NORESIZE),
	};
	return number;
}

int vfio_device_reset(int device)
{
	return ask(device, VFIO_DEVICE_RESET, NULL);
}

/* Too little room is ENOSPC, with the number that there is. */
int vfio_device_list_dependents(int device, struct vfio_dependent **dependents, size_t *count)
{
	CLEANUP(cleanup_free) struct vfio_pci_hot_reset_info *info = NULL;
	uint32_t room = 0, size;
	int number;

	do {
		free(info);
		size = (uint32_t)(sizeof(*info) + room * sizeof(info->devices[0]));
		info = size <= MOST_BYTES ? calloc(1, size) : NULL;
		if (!info)
			return ENOMEM;
		info->argsz = size;
		number = ask(device, VFIO_DEVICE_GET_PCI_HOT_RESET_INFO, info);
		if (number && (number != ENOSPC || info->count <= room))
			return number;
		room = info->count;
	} while (number);
	*dependents = calloc(room ? room : 1, sizeof(**dependents));
	if (!*dependents)
		return ENOMEM;
	for (*count = 0; *count < room; ++*count)
		(*dependents)[*count] = (struct vfio_dependent) {
			.domain = info->devices[*count].segment,
			.bus = info->devices[*count].bus,
			.function = info->devices[*count].devfn,
		};
	return 0;
}

int vfio_device_set_token(int device, const uint8_t token[VFIO_TOKEN_BYTES])
{
	union {
		struct vfio_device_feature feature;
		uint8_t bytes[sizeof(struct vfio_device_feature) + VFIO_TOKEN_BYTES];
	} request = {0};

	request.feature.argsz = sizeof(request.bytes);
	request.feature.flags = VFIO_DEVICE_FEATURE_SET | VFIO_DEVICE_FEATURE_PCI_VF_TOKEN;
	memcpy(request.bytes + sizeof(request.feature), token, VFIO_TOKEN_BYTES);
	return ask(device, VFIO_DEVICE_FEATURE, &request);
}

int vfio_device_bind_iommufd(int device, int iommufd, const uint8_t *token, uint32_t *id)
{
	struct vfio_bind_iommufd request = {
		.argsz = VFIO_BIND_IOMMUFD_SIZE_1,
		.iommufd = iommufd,
	};
	int number;

	if (token) {
		request.argsz = sizeof(request);
		request.flags = VFIO_BIND_IOMMUFD_TOKEN;
		request.token_uuid_ptr = (uintptr_t)token;
	}
	number = ask(device, VFIO_BIND_IOMMUFD, &request);
	*id = request.out_devid;
	return number;
}

int vfio_device_attach(int device, uint32_t ioas)
{
	struct vfio_attach_iommufd request = {.argsz = sizeof(request), .pt_id = ioas};

	return ask(device, VFIO_ATTACH_IOMMUFD, &request);
}

int iommufd_allocate_ioas(int iommufd, uint32_t *ioas)
{
	struct iommufd_alloc_ioas request = {.size = sizeof(request)};
	int number = ask(iommufd, IOMMUFD_ALLOC_IOAS, &request);

	*ioas = request.out_ioas_id;
	return number;
}

const char *vfio_name_region(unsigned int index)
{
	static const char *const names[VFIO_PCI_NUM_REGIONS] = {
		[VFIO_PCI_BAR0_REGION_INDEX] = "BAR 0",
		[VFIO_PCI_BAR1_REGION_INDEX] = "BAR 1",
		[VFIO_PCI_BAR2_REGION_INDEX] = "BAR 2",
		[VFIO_PCI_BAR3_REGION_INDEX] = "BAR 3",
		[VFIO_PCI_BAR4_REGION_INDEX] = "BAR 4",
		[VFIO_PCI_BAR5_REGION_INDEX] = "BAR 5",
		[VFIO_PCI_ROM_REGION_INDEX] = "ROM",
		[VFIO_PCI_CONFIG_REGION_INDEX] = "configuration space",
		[VFIO_PCI_VGA_REGION_INDEX] = "VGA",
	};

	return index < ARRAY_SIZE(names) ? names[index] : NULL;
}

const char *vfio_name_irq(unsigned int index)
{
	static const char *const names[VFIO_PCI_NUM_IRQS] = {
		[VFIO_PCI_INTX_IRQ_INDEX] = "INTx",   [VFIO_PCI_MSI_IRQ_INDEX] = "MSI",
		[VFIO_PCI_MSIX_IRQ_INDEX] = "MSI-X",  [VFIO_PCI_ERR_IRQ_INDEX] = "error",
		[VFIO_PCI_REQ_IRQ_INDEX] = "request",
	};

	return index < ARRAY_SIZE(names) ? names[index] : NULL;
}
