/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/vfio_info.h"

#include <errno.h>
#include <stdlib.h>

#include "base/error.h"
#include "base/list.h"
#include "kernel/vfio.h"
#include "object/vfio/vfio_descriptor.h"

struct sriov_vfio_region {
	struct object object;
	unsigned int index;
	bool pci;
	struct vfio_region facts;
};

struct sriov_vfio_irq {
	struct object object;
	unsigned int index;
	bool pci;
	struct vfio_irq facts;
};

struct sriov_vfio_info {
	struct object object;
	struct vfio_facts facts;
	struct sriov_vfio_region_list *regions;
	struct sriov_vfio_irq_list *irqs;
};

OBJECT_REFERENCES(vfio_info)
OBJECT_REFERENCES(vfio_region)
OBJECT_REFERENCES(vfio_irq)
OBJECT_LIST(vfio_region)
OBJECT_LIST(vfio_irq)

static void destroy_region(void *object)
{
	struct sriov_vfio_region *region = object;

	free(region->facts.areas);
}

static void destroy_info(void *object)
{
	struct sriov_vfio_info *info = object;

	sriov_vfio_region_list_unref(info->regions);
	sriov_vfio_irq_list_unref(info->irqs);
}

/* What can be mapped is in areas always, the whole region being one. */
static int read_region(int fd, struct sriov_vfio_region *region)
{
	struct vfio_region *facts = &region->facts;
	int number = vfio_device_read_region(fd, region->index, facts);

	if (number || !facts->mappable || facts->areas)
		return number;
	facts->areas = calloc(1, sizeof(*facts->areas));
	if (!facts->areas)
		return ENOMEM;
	facts->areas[0].size = facts->size;
	facts->area_count = 1;
	return 0;
}

/* The kernel says EINVAL to those that a device could have and this one has not. */
static int add_region(struct sriov_vfio_info *info, int fd, unsigned int index)
{
	struct sriov_vfio_region *region = object_new(sizeof(*region), destroy_region);
	int number;

	if (!region)
		return ENOMEM;
	region->index = index;
	region->pci = info->facts.pci;
	number = read_region(fd, region);
	if (number && number != EINVAL) {
		sriov_vfio_region_unref(region);
		return number;
	}
	return list_add(info->regions, region) ? 0 : ENOMEM;
}

static int add_irq(struct sriov_vfio_info *info, int fd, unsigned int index)
{
	struct sriov_vfio_irq *irq = object_new(sizeof(*irq), NULL);
	int number;

	if (!irq)
		return ENOMEM;
	irq->index = index;
	irq->pci = info->facts.pci;
	number = vfio_device_read_irq(fd, index, &irq->facts);
	if (number == EINVAL) {
		irq->facts = (struct vfio_irq) {0};
	} else if (number) {
		sriov_vfio_irq_unref(irq);
		return number;
	}
	return list_add(info->irqs, irq) ? 0 : ENOMEM;
}

static enum sriov_code fill(const struct sriov_device *device, int fd, struct sriov_vfio_info *info,
			    struct sriov_error **error)
{
	const char *request = "VFIO_DEVICE_GET_INFO";
	int number = vfio_device_read(fd, &info->facts);

	info->regions = list_new();
	info->irqs = list_new();
	if (!info->regions || !info->irqs)
		return error_no_memory(error);
	for (unsigned int i = 0; !number && i < info->facts.regions; i++) {
		request = "VFIO_DEVICE_GET_REGION_INFO";
		number = add_region(info, fd, i);
	}
	for (unsigned int i = 0; !number && i < info->facts.irqs; i++) {
		request = "VFIO_DEVICE_GET_IRQ_INFO";
		number = add_irq(info, fd, i);
	}
	return number ? vfio_request_failed(device, request, number, error) : SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_vfio_read_info(const struct sriov_device *device, int fd,
					    struct sriov_vfio_info **info,
					    struct sriov_error **error)
{
	struct sriov_vfio_info *made;
	enum sriov_code code;

	if (!info)
		return error_null(error, "info");
	*info = NULL;
	if (!device)
		return error_null(error, "device");
	made = object_new(sizeof(*made), destroy_info);
	code = made ? fill(device, fd, made, error) : error_no_memory(error);
	if (code)
		sriov_vfio_info_unref(made);
	else
		*info = made;
	return code;
}

EXPORT bool sriov_vfio_info_has_reset(const struct sriov_vfio_info *info)
{
	return info && info->facts.resets;
}

EXPORT bool sriov_vfio_info_is_pci(const struct sriov_vfio_info *info)
{
	return info && info->facts.pci;
}

EXPORT const struct sriov_vfio_region_list *
sriov_vfio_info_get_regions(const struct sriov_vfio_info *info)
{
	return info ? info->regions : NULL;
}

EXPORT const struct sriov_vfio_irq_list *
sriov_vfio_info_get_irqs(const struct sriov_vfio_info *info)
{
	return info ? info->irqs : NULL;
}

EXPORT unsigned int sriov_vfio_region_get_index(const struct sriov_vfio_region *region)
{
	return region ? region->index : 0;
}

EXPORT const char *sriov_vfio_region_get_name(const struct sriov_vfio_region *region)
{
	return region && region->pci ? vfio_name_region(region->index) : NULL;
}

EXPORT uint64_t sriov_vfio_region_get_size_bytes(const struct sriov_vfio_region *region)
{
	return region ? region->facts.size : 0;
}

EXPORT uint64_t sriov_vfio_region_get_offset(const struct sriov_vfio_region *region)
{
	return region ? region->facts.offset : 0;
}

EXPORT bool sriov_vfio_region_is_readable(const struct sriov_vfio_region *region)
{
	return region && region->facts.readable;
}

EXPORT bool sriov_vfio_region_is_writable(const struct sriov_vfio_region *region)
{
	return region && region->facts.writable;
}

EXPORT size_t sriov_vfio_region_get_area_count(const struct sriov_vfio_region *region)
{
	return region ? region->facts.area_count : 0;
}

EXPORT uint64_t sriov_vfio_region_get_area_offset(const struct sriov_vfio_region *region,
						  size_t position)
{
	return position < sriov_vfio_region_get_area_count(region)
		       ? region->facts.areas[position].offset
		       : 0;
}

EXPORT uint64_t sriov_vfio_region_get_area_size_bytes(const struct sriov_vfio_region *region,
						      size_t position)
{
	return position < sriov_vfio_region_get_area_count(region)
		       ? region->facts.areas[position].size
		       : 0;
}

EXPORT unsigned int sriov_vfio_irq_get_index(const struct sriov_vfio_irq *irq)
{
	return irq ? irq->index : 0;
}

EXPORT const char *sriov_vfio_irq_get_name(const struct sriov_vfio_irq *irq)
{
	return irq && irq->pci ? vfio_name_irq(irq->index) : NULL;
}

EXPORT unsigned int sriov_vfio_irq_get_count(const struct sriov_vfio_irq *irq)
{
	return irq ? irq->facts.count : 0;
}

EXPORT bool sriov_vfio_irq_has_eventfd(const struct sriov_vfio_irq *irq)
{
	return irq && irq->facts.eventfd;
}

EXPORT bool sriov_vfio_irq_is_maskable(const struct sriov_vfio_irq *irq)
{
	return irq && irq->facts.maskable;
}

EXPORT bool sriov_vfio_irq_is_automasked(const struct sriov_vfio_irq *irq)
{
	return irq && irq->facts.automasked;
}

EXPORT bool sriov_vfio_irq_is_resizable(const struct sriov_vfio_irq *irq)
{
	return irq && irq->facts.resizable;
}
