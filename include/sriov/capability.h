/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief PCI capabilities: which a device has, and the one that makes it a PF, decoded.
 */
#ifndef SRIOV_CAPABILITY_H
#define SRIOV_CAPABILITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief One entry of a device's capability lists. Immutable and counted.
 * @since 0.1
 */
struct sriov_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_capability *sriov_capability_ref(struct sriov_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_capability_unref(struct sriov_capability *capability);

/**
 * @brief The number the PCI standards give it.
 * @param capability may be NULL.
 * @return 0x01 to 0xff in the first list, 0x0001 to 0xffff in the extended list.
 * @since 0.1
 */
unsigned int sriov_capability_get_id(const struct sriov_capability *capability);

/**
 * @brief Whether it is in the extended list, above offset 0xff.
 * @param capability may be NULL.
 * @return true for an extended capability.
 * @since 0.1
 */
bool sriov_capability_is_extended(const struct sriov_capability *capability);

/**
 * @brief The version of its layout.
 * @param capability may be NULL.
 * @return 0 to 15; 0 for those of the first list, which have none.
 * @since 0.1
 */
unsigned int sriov_capability_get_version(const struct sriov_capability *capability);

/**
 * @brief Where it is in the configuration space: 0x160 for the igb's SR-IOV.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_capability_get_offset(const struct sriov_capability *capability);

/**
 * @brief Its name as the standards have it: "Single Root I/O Virtualization (SR-IOV)".
 * @param capability may be NULL.
 * @return constant; "unknown" for a number that this version does not know.
 * @since 0.1
 */
const char *sriov_capability_get_name(const struct sriov_capability *capability);

/**
 * @brief Capabilities in the order of the device's lists. Immutable and counted.
 * @since 0.1
 */
struct sriov_capability_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_capability_list *sriov_capability_list_ref(struct sriov_capability_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_capability_list_unref(struct sriov_capability_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_capability_list_get_count(const struct sriov_capability_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_capability_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_capability *sriov_capability_list_get(const struct sriov_capability_list *list,
						   size_t position);

/**
 * @brief The SR-IOV capability of a PF, decoded from its configuration space.
 *
 * It says what the hardware offers; what the driver allows may be less: see
 * sriov_pf_get_total_vfs(). Immutable and counted.
 * @since 0.1
 */
struct sriov_iov_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_iov_capability *sriov_iov_capability_ref(struct sriov_iov_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_iov_capability_unref(struct sriov_iov_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_offset(const struct sriov_iov_capability *capability);

/**
 * @brief InitialVFs: how many VFs are there at first.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_initial_vfs(const struct sriov_iov_capability *capability);

/**
 * @brief TotalVFs: the most VFs the hardware can have.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_total_vfs(const struct sriov_iov_capability *capability);

/**
 * @brief NumVFs: how many VFs are made now, as the register says.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_count(const struct sriov_iov_capability *capability);

/**
 * @brief First VF Offset: from the PF's routing ID to that of VF 0.
 * @param capability may be NULL.
 * @return the distance.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_offset(const struct sriov_iov_capability *capability);

/**
 * @brief VF Stride: from one VF's routing ID to the next one's.
 * @param capability may be NULL.
 * @return the distance.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_stride(const struct sriov_iov_capability *capability);

/**
 * @brief VF Device ID.
 * @param capability may be NULL.
 * @return the id; the vendor is the PF's.
 * @since 0.1
 */
uint16_t sriov_iov_capability_get_vf_device_id(const struct sriov_iov_capability *capability);

/**
 * @brief Supported Page Sizes: bit N stands for 2^(N+12) bytes.
 * @param capability may be NULL.
 * @return the bits.
 * @since 0.1
 */
uint32_t
sriov_iov_capability_get_supported_page_sizes(const struct sriov_iov_capability *capability);

/**
 * @brief System Page Size, one of the supported ones, same coding.
 * @param capability may be NULL.
 * @return the bit.
 * @since 0.1
 */
uint32_t sriov_iov_capability_get_system_page_size(const struct sriov_iov_capability *capability);

/**
 * @brief Function Dependency Link: the function that this one depends on.
 * @param capability may be NULL.
 * @return a function number, the PF's own when it depends on none.
 * @since 0.1
 */
unsigned int
sriov_iov_capability_get_dependency_link(const struct sriov_iov_capability *capability);

/**
 * @brief VF Enable: the VFs exist.
 * @param capability may be NULL.
 * @return true when they do.
 * @since 0.1
 */
bool sriov_iov_capability_is_enabled(const struct sriov_iov_capability *capability);

/**
 * @brief VF MSE: the VFs answer memory accesses.
 * @param capability may be NULL.
 * @return true when they do.
 * @since 0.1
 */
bool sriov_iov_capability_is_memory_enabled(const struct sriov_iov_capability *capability);

/**
 * @brief ARI Capable Hierarchy: VFs may have function numbers above 7.
 * @param capability may be NULL.
 * @return true when they may.
 * @since 0.1
 */
bool sriov_iov_capability_is_ari_capable_hierarchy(const struct sriov_iov_capability *capability);

/**
 * @brief The raw value of a VF BAR register: flags in the low 4 bits, the address above.
 * @param capability may be NULL.
 * @param bar 0 to 5.
 * @return the register; 0 when it is not used or the number is above 5. The upper half of a
 * 64-bit BAR is the next register.
 * @since 0.1
 */
uint32_t sriov_iov_capability_get_vf_bar(const struct sriov_iov_capability *capability,
					 unsigned int bar);

#ifdef __cplusplus
}
#endif

#endif
