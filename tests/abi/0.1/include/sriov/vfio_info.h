/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VFIO_INFO_H
#define SRIOV_VFIO_INFO_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <sriov/vfio_descriptor.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vfio_info;

struct sriov_vfio_region;

struct sriov_vfio_region_list;

struct sriov_vfio_irq;

struct sriov_vfio_irq_list;

enum sriov_code sriov_vfio_read_info(const struct sriov_device *device, int fd,
				     struct sriov_vfio_info **info, struct sriov_error **error);

struct sriov_vfio_info *sriov_vfio_info_ref(struct sriov_vfio_info *info);

void sriov_vfio_info_unref(struct sriov_vfio_info *info);

bool sriov_vfio_info_has_reset(const struct sriov_vfio_info *info);

bool sriov_vfio_info_is_pci(const struct sriov_vfio_info *info);

const struct sriov_vfio_region_list *
sriov_vfio_info_get_regions(const struct sriov_vfio_info *info);

const struct sriov_vfio_irq_list *sriov_vfio_info_get_irqs(const struct sriov_vfio_info *info);

struct sriov_vfio_region_list *sriov_vfio_region_list_ref(struct sriov_vfio_region_list *list);

void sriov_vfio_region_list_unref(struct sriov_vfio_region_list *list);

size_t sriov_vfio_region_list_get_count(const struct sriov_vfio_region_list *list);

struct sriov_vfio_region *sriov_vfio_region_list_get(const struct sriov_vfio_region_list *list,
						     size_t position);

struct sriov_vfio_region *sriov_vfio_region_ref(struct sriov_vfio_region *region);

void sriov_vfio_region_unref(struct sriov_vfio_region *region);

unsigned int sriov_vfio_region_get_index(const struct sriov_vfio_region *region);

const char *sriov_vfio_region_get_name(const struct sriov_vfio_region *region);

uint64_t sriov_vfio_region_get_size_bytes(const struct sriov_vfio_region *region);

uint64_t sriov_vfio_region_get_offset(const struct sriov_vfio_region *region);

bool sriov_vfio_region_is_readable(const struct sriov_vfio_region *region);

bool sriov_vfio_region_is_writable(const struct sriov_vfio_region *region);

size_t sriov_vfio_region_get_area_count(const struct sriov_vfio_region *region);

uint64_t sriov_vfio_region_get_area_offset(const struct sriov_vfio_region *region, size_t position);

uint64_t sriov_vfio_region_get_area_size_bytes(const struct sriov_vfio_region *region,
					       size_t position);

struct sriov_vfio_irq_list *sriov_vfio_irq_list_ref(struct sriov_vfio_irq_list *list);

void sriov_vfio_irq_list_unref(struct sriov_vfio_irq_list *list);

size_t sriov_vfio_irq_list_get_count(const struct sriov_vfio_irq_list *list);

struct sriov_vfio_irq *sriov_vfio_irq_list_get(const struct sriov_vfio_irq_list *list,
					       size_t position);

struct sriov_vfio_irq *sriov_vfio_irq_ref(struct sriov_vfio_irq *irq);

void sriov_vfio_irq_unref(struct sriov_vfio_irq *irq);

unsigned int sriov_vfio_irq_get_index(const struct sriov_vfio_irq *irq);

const char *sriov_vfio_irq_get_name(const struct sriov_vfio_irq *irq);

unsigned int sriov_vfio_irq_get_count(const struct sriov_vfio_irq *irq);

bool sriov_vfio_irq_has_eventfd(const struct sriov_vfio_irq *irq);

bool sriov_vfio_irq_is_maskable(const struct sriov_vfio_irq *irq);

bool sriov_vfio_irq_is_automasked(const struct sriov_vfio_irq *irq);

bool sriov_vfio_irq_is_resizable(const struct sriov_vfio_irq *irq);

enum sriov_code sriov_vfio_reset(const struct sriov_device *device, int fd,
				 struct sriov_error **error);

enum sriov_code sriov_vfio_list_reset_devices(const struct sriov_device *device, int fd,
					      struct sriov_string_list **addresses,
					      struct sriov_error **error);

enum sriov_code sriov_vfio_set_vf_token(const struct sriov_device *device, int fd,
					const char *token, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
