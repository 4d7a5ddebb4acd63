/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The whole host at once: devices, PFs, VFs and IOMMU groups that belong together.
 */
#ifndef SRIOV_HOST_H
#define SRIOV_HOST_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu_group.h>
#include <sriov/pf.h>
#include <sriov/vf.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief All PCI devices of the host as they were when they were read, and what they are to each
 * other. Immutable and counted.
 *
 * Each device is in it once: the device of a PF, of a VF or of a group's member is the very object
 * that is in sriov_host_get_devices().
 * @since 0.1
 */
struct sriov_host;

/**
 * @brief Reads the host in one pass over its PCI bus.
 *
 * No device is read twice, and nothing is read that may block or wakes a device. While others make
 * and remove VFs or devices the pass goes on: a VF that came after the bus was listed is among the
 * devices all the same, and what was removed under the pass is in it with sriov_device_get_error(),
 * sriov_pf_get_error() or sriov_vf_get_error() saying #SRIOV_CODE_GONE.
 *
 * It costs six system calls a device, or the five of sriov_device_list() and one or two more for a
 * VF, about thirty for a PF and seven for a group.
 * @param context the host.
 * @param[out] host released with sriov_host_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND the kernel has no PCI bus.
 * @retval SRIOV_CODE_FORBIDDEN the bus may not be listed.
 * @retval SRIOV_CODE_FAILED the bus cannot be listed.
 * @par Kernel interface
 * that of sriov_device_list(), sriov_pf_list(), sriov_pf_list_vfs() and sriov_iommu_group_open().
 * @since 0.1
 */
enum sriov_code sriov_host_read(struct sriov_context *context, struct sriov_host **host,
				struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param host may be NULL.
 * @return `host`.
 * @since 0.1
 */
struct sriov_host *sriov_host_ref(struct sriov_host *host);

/**
 * @brief Drops a reference; the last one frees it. Objects of it that somebody else holds stay.
 * @param host may be NULL.
 * @since 0.1
 */
void sriov_host_unref(struct sriov_host *host);

/**
 * @brief All its PCI devices.
 * @param host may be NULL.
 * @return borrowed, in the order of addresses. One that cannot be read is in it with its error.
 * @since 0.1
 */
const struct sriov_device_list *sriov_host_get_devices(const struct sriov_host *host);

/**
 * @brief All its PFs, with or without VFs.
 * @param host may be NULL.
 * @return borrowed, in the order of addresses. One that cannot be read is in it with its error.
 * @since 0.1
 */
const struct sriov_pf_list *sriov_host_get_pfs(const struct sriov_host *host);

/**
 * @brief The VFs of a PF.
 * @param host may be NULL.
 * @param pf a PF; one that was opened elsewhere stands for the one of the same address. May be
 * NULL.
 * @return borrowed, in the order of indexes, as many as sriov_pf_get_vf_count() says of the PF in
 * sriov_host_get_pfs(); NULL when this host has no such PF. A VF that cannot be read is in it with
 * its error.
 * @since 0.1
 */
const struct sriov_vf_list *sriov_host_get_vfs(const struct sriov_host *host,
					       const struct sriov_pf *pf);

/**
 * @brief The IOMMU groups that its devices are in.
 *
 * The devices of a group are those that say they are in it. Members that are no PCI devices count
 * for sriov_iommu_group_is_viable(), and so does one that came after the bus was listed. A group
 * whose members cannot be told is not viable, and says so.
 * @param host may be NULL.
 * @return borrowed, in the order of numbers; empty when the IOMMU is off.
 * @since 0.1
 */
const struct sriov_iommu_group_list *sriov_host_get_groups(const struct sriov_host *host);

/**
 * @brief One of its devices.
 * @param host may be NULL.
 * @param address "0000:01:00.0" or "01:00.0" (domain 0); may be NULL.
 * @return borrowed; NULL when it has none there.
 * @since 0.1
 */
struct sriov_device *sriov_host_get_device(const struct sriov_host *host, const char *address);

/**
 * @brief One of its PFs.
 * @param host may be NULL.
 * @param name an address as above, or what sriov_pf_get_interface() gives; may be NULL.
 * @return borrowed; NULL when it has no such PF.
 * @since 0.1
 */
struct sriov_pf *sriov_host_get_pf(const struct sriov_host *host, const char *name);

/**
 * @brief One of its VFs.
 * @param host may be NULL.
 * @param name an address as above, or what sriov_vf_get_interface() gives; may be NULL.
 * @return borrowed; NULL when it has no such VF.
 * @since 0.1
 */
struct sriov_vf *sriov_host_get_vf(const struct sriov_host *host, const char *name);

/**
 * @brief One of its IOMMU groups.
 * @param host may be NULL.
 * @param number as sriov_device_get_iommu_group() gives it.
 * @return borrowed; NULL when no device is in such a group.
 * @since 0.1
 */
struct sriov_iommu_group *sriov_host_get_group(const struct sriov_host *host, int number);

/**
 * @brief Some of its devices, chosen as sriov_device_list() would have, with nothing read.
 * @param host the host.
 * @param filter NULL for all.
 * @param[out] list released with sriov_device_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none.
 * @since 0.1
 */
enum sriov_code sriov_host_list_devices(const struct sriov_host *host,
					const struct sriov_device_filter *filter,
					struct sriov_device_list **list,
					struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
