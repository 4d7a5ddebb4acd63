/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What an open VFIO device has: regions, interrupts, resets; and its VF token.
 */
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

/**
 * @brief What a device tells of itself through VFIO. Immutable and counted.
 * @since 0.1
 */
struct sriov_vfio_info;

/**
 * @brief A region of the device: a BAR, its configuration space. Immutable and counted.
 * @since 0.1
 */
struct sriov_vfio_region;

/**
 * @brief Regions, by index.
 * @since 0.1
 */
struct sriov_vfio_region_list;

/**
 * @brief A kind of interrupts (IRQs) of the device. Immutable and counted.
 * @since 0.1
 */
struct sriov_vfio_irq;

/**
 * @brief Kinds of interrupts, by index.
 * @since 0.1
 */
struct sriov_vfio_irq_list;

/**
 * @brief Asks an open device what it has.
 * @param device the device, for the words of errors.
 * @param fd its descriptor, from sriov_vfio_open_device(), or from
 * sriov_vfio_open_character_device() and bound to an iommufd.
 * @param[out] info released with sriov_vfio_info_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the descriptor is no such one.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_GET_INFO`, `VFIO_DEVICE_GET_REGION_INFO`, `VFIO_DEVICE_GET_IRQ_INFO`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_read_info(const struct sriov_device *device, int fd,
				     struct sriov_vfio_info **info, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param info may be NULL.
 * @return `info`.
 * @since 0.1
 */
struct sriov_vfio_info *sriov_vfio_info_ref(struct sriov_vfio_info *info);

/**
 * @brief Drops a reference; the last one frees it.
 * @param info may be NULL.
 * @since 0.1
 */
void sriov_vfio_info_unref(struct sriov_vfio_info *info);

/**
 * @brief Whether sriov_vfio_reset() can reset it.
 * @param info may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_info_has_reset(const struct sriov_vfio_info *info);

/**
 * @brief Whether it is a PCI device, whose regions and interrupts have the names of PCI.
 * @param info may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_info_is_pci(const struct sriov_vfio_info *info);

/**
 * @brief Its regions.
 * @param info may be NULL.
 * @return borrowed. Those that the device does not have are in it with a size of 0.
 * @since 0.1
 */
const struct sriov_vfio_region_list *
sriov_vfio_info_get_regions(const struct sriov_vfio_info *info);

/**
 * @brief Its kinds of interrupts.
 * @param info may be NULL.
 * @return borrowed. Those that the device does not have are in it with a count of 0.
 * @since 0.1
 */
const struct sriov_vfio_irq_list *sriov_vfio_info_get_irqs(const struct sriov_vfio_info *info);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vfio_region_list *sriov_vfio_region_list_ref(struct sriov_vfio_region_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vfio_region_list_unref(struct sriov_vfio_region_list *list);

/**
 * @brief How many regions.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vfio_region_list_get_count(const struct sriov_vfio_region_list *list);

/**
 * @brief One region.
 * @param list may be NULL.
 * @param position from 0, below sriov_vfio_region_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
struct sriov_vfio_region *sriov_vfio_region_list_get(const struct sriov_vfio_region_list *list,
						     size_t position);

/**
 * @brief Takes a reference.
 * @param region may be NULL.
 * @return `region`.
 * @since 0.1
 */
struct sriov_vfio_region *sriov_vfio_region_ref(struct sriov_vfio_region *region);

/**
 * @brief Drops a reference; the last one frees it.
 * @param region may be NULL.
 * @since 0.1
 */
void sriov_vfio_region_unref(struct sriov_vfio_region *region);

/**
 * @brief Its index, as the kernel counts: of PCI devices 0 to 5 are the BARs.
 * @param region may be NULL.
 * @return from 0; 0 for NULL.
 * @since 0.1
 */
unsigned int sriov_vfio_region_get_index(const struct sriov_vfio_region *region);

/**
 * @brief Its name: "BAR 0", "ROM", "configuration space", "VGA".
 * @param region may be NULL.
 * @return borrowed, for ever; NULL when it has none.
 * @since 0.1
 */
const char *sriov_vfio_region_get_name(const struct sriov_vfio_region *region);

/**
 * @brief Its size.
 * @param region may be NULL.
 * @return bytes; 0 when the device has no such region.
 * @since 0.1
 */
uint64_t sriov_vfio_region_get_size_bytes(const struct sriov_vfio_region *region);

/**
 * @brief Where it begins in the device's descriptor: for pread(), pwrite() and mmap().
 * @param region may be NULL.
 * @return bytes.
 * @since 0.1
 */
uint64_t sriov_vfio_region_get_offset(const struct sriov_vfio_region *region);

/**
 * @brief Whether it may be read.
 * @param region may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_region_is_readable(const struct sriov_vfio_region *region);

/**
 * @brief Whether it may be written.
 * @param region may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_region_is_writable(const struct sriov_vfio_region *region);

/**
 * @brief How many areas of it may be mapped into memory.
 * @param region may be NULL.
 * @return 0 when it cannot be mapped; 1 when it can be whole, which is that one area.
 * @since 0.1
 */
size_t sriov_vfio_region_get_area_count(const struct sriov_vfio_region *region);

/**
 * @brief Where an area that may be mapped begins in the region.
 * @param region may be NULL.
 * @param position from 0, below sriov_vfio_region_get_area_count().
 * @return bytes, to be added to sriov_vfio_region_get_offset(); 0 past the end.
 * @since 0.1
 */
uint64_t sriov_vfio_region_get_area_offset(const struct sriov_vfio_region *region, size_t position);

/**
 * @brief How long an area that may be mapped is.
 * @param region may be NULL.
 * @param position from 0, below sriov_vfio_region_get_area_count().
 * @return bytes; 0 past the end.
 * @since 0.1
 */
uint64_t sriov_vfio_region_get_area_size_bytes(const struct sriov_vfio_region *region,
					       size_t position);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vfio_irq_list *sriov_vfio_irq_list_ref(struct sriov_vfio_irq_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vfio_irq_list_unref(struct sriov_vfio_irq_list *list);

/**
 * @brief How many kinds.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vfio_irq_list_get_count(const struct sriov_vfio_irq_list *list);

/**
 * @brief One kind.
 * @param list may be NULL.
 * @param position from 0, below sriov_vfio_irq_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
struct sriov_vfio_irq *sriov_vfio_irq_list_get(const struct sriov_vfio_irq_list *list,
					       size_t position);

/**
 * @brief Takes a reference.
 * @param irq may be NULL.
 * @return `irq`.
 * @since 0.1
 */
struct sriov_vfio_irq *sriov_vfio_irq_ref(struct sriov_vfio_irq *irq);

/**
 * @brief Drops a reference; the last one frees it.
 * @param irq may be NULL.
 * @since 0.1
 */
void sriov_vfio_irq_unref(struct sriov_vfio_irq *irq);

/**
 * @brief Its index, as the kernel counts.
 * @param irq may be NULL.
 * @return from 0; 0 for NULL.
 * @since 0.1
 */
unsigned int sriov_vfio_irq_get_index(const struct sriov_vfio_irq *irq);

/**
 * @brief Its name: "INTx", "MSI", "MSI-X", "error", "request".
 * @param irq may be NULL.
 * @return borrowed, for ever; NULL when it has none.
 * @since 0.1
 */
const char *sriov_vfio_irq_get_name(const struct sriov_vfio_irq *irq);

/**
 * @brief How many interrupts there are of this kind.
 * @param irq may be NULL.
 * @return the number; 0 when the device has none.
 * @since 0.1
 */
unsigned int sriov_vfio_irq_get_count(const struct sriov_vfio_irq *irq);

/**
 * @brief Whether they can be told through an eventfd.
 * @param irq may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_irq_has_eventfd(const struct sriov_vfio_irq *irq);

/**
 * @brief Whether they can be masked.
 * @param irq may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_irq_is_maskable(const struct sriov_vfio_irq *irq);

/**
 * @brief Whether the kernel masks each when it comes, until it is unmasked.
 * @param irq may be NULL.
 * @return false for NULL.
 * @since 0.1
 */
bool sriov_vfio_irq_is_automasked(const struct sriov_vfio_irq *irq);

/**
 * @brief Whether more can be set up while some are.
 * @param irq may be NULL.
 * @return false when they have to be set up all at once, and for NULL.
 * @since 0.1
 */
bool sriov_vfio_irq_is_resizable(const struct sriov_vfio_irq *irq);

/**
 * @brief Resets an open device, and nothing but that device.
 * @param device the device, for the words of errors.
 * @param fd its descriptor.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `device` is NULL, or the descriptor is no such one; or the device
 * cannot be reset alone, see sriov_vfio_info_has_reset().
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the device did not come back.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_RESET`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_reset(const struct sriov_device *device, int fd,
				 struct sriov_error **error);

/**
 * @brief Which devices a reset of the device's slot or bus would reset with it: with a VF, its PF
 * and all other VFs that are on the same bus.
 * @param device the device, for the words of errors.
 * @param fd its descriptor.
 * @param[out] addresses released with sriov_string_list_unref(), sorted; the device is among them.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the descriptor is no such one.
 * @retval SRIOV_CODE_UNSUPPORTED neither slot nor bus can be reset.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_GET_PCI_HOT_RESET_INFO`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_list_reset_devices(const struct sriov_device *device, int fd,
					      struct sriov_string_list **addresses,
					      struct sriov_error **error);

/**
 * @brief Sets the token that who opens VFs of this PF through VFIO has to know.
 *
 * A PF that is bound to VFIO could spy on its VFs: so the two must agree. The token is forgotten
 * when the kernel lets go of the PF.
 * @param device a PF that is bound to VFIO.
 * @param fd its descriptor.
 * @param token a UUID: "83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d".
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, the token is no UUID, or the descriptor is no
 * such one.
 * @retval SRIOV_CODE_UNSUPPORTED the device is no PF, or the kernel has no tokens (before 5.7).
 * @retval SRIOV_CODE_BUSY VFs of it are open: their token stays as it is.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_FEATURE` with `VFIO_DEVICE_FEATURE_PCI_VF_TOKEN`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_set_vf_token(const struct sriov_device *device, int fd,
					const char *token, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
