/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief IOMMU groups: the devices that can be handed to a machine only together.
 */
#ifndef SRIOV_IOMMU_GROUP_H
#define SRIOV_IOMMU_GROUP_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu.h>
#include <sriov/reserved_region.h>
#include <sriov/sharing_reason.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief An IOMMU group as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_iommu_group;

/**
 * @brief Groups in the order of their numbers. Immutable and counted.
 * @since 0.1
 */
struct sriov_iommu_group_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_iommu_group_list *sriov_iommu_group_list_ref(struct sriov_iommu_group_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_iommu_group_list_unref(struct sriov_iommu_group_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_iommu_group_list_get_count(const struct sriov_iommu_group_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_iommu_group_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_iommu_group *sriov_iommu_group_list_get(const struct sriov_iommu_group_list *list,
						     size_t position);

/**
 * @brief By which rule the kernel decides whether VFIO may take a group.
 * @since 0.1
 */
enum sriov_viability_rule {
	/** Not known, for NULL. */
	SRIOV_VIABILITY_RULE_UNKNOWN = -1,
	/**
	 * Before Linux 5.19: each device is free, on a VFIO driver, on pci-stub, or a bridge on
	 * whatever driver.
	 */
	SRIOV_VIABILITY_RULE_DRIVER_LIST = 0,
	/**
	 * From Linux 5.19 on: each device is free or on a driver that leaves its DMA alone, which
	 * are the VFIO drivers, pci-stub and, of those for bridges, pcieport only.
	 */
	SRIOV_VIABILITY_RULE_DMA_OWNER = 1,
};

/**
 * @brief Opens a group by its number.
 * @param context the host.
 * @param number from 0.
 * @param[out] group released with sriov_iommu_group_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the number negative.
 * @retval SRIOV_CODE_NOT_FOUND there is no such group; with the IOMMU off there is none at all.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/kernel/iommu_groups/N/devices`, `type` and `name`, `/proc/sys/kernel/osrelease`.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_open(struct sriov_context *context, int number,
				       struct sriov_iommu_group **group,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param group may be NULL.
 * @return `group`.
 * @since 0.1
 */
struct sriov_iommu_group *sriov_iommu_group_ref(struct sriov_iommu_group *group);

/**
 * @brief Drops a reference; the last one frees it.
 * @param group may be NULL.
 * @since 0.1
 */
void sriov_iommu_group_unref(struct sriov_iommu_group *group);

/**
 * @brief Why a group in a list could not be read, or not all of it.
 * @param group may be NULL.
 * @return borrowed; NULL when all is well. With an error not all members are known, and it is the
 * obstacle.
 * @since 0.1
 */
const struct sriov_error *sriov_iommu_group_get_error(const struct sriov_iommu_group *group);

/**
 * @brief Its number.
 * @param group may be NULL.
 * @return from 0; -1 for NULL.
 * @since 0.1
 */
int sriov_iommu_group_get_number(const struct sriov_iommu_group *group);

/**
 * @brief Its name, which few groups have.
 * @param group may be NULL.
 * @return borrowed; NULL when it has none. "vfio-noiommu" is one that no IOMMU stands behind.
 * @since 0.1
 */
const char *sriov_iommu_group_get_name(const struct sriov_iommu_group *group);

/**
 * @brief Whether it was made by VFIO's mode without an IOMMU: it protects from nothing.
 * @param group may be NULL.
 * @return true when it was.
 * @since 0.1
 */
bool sriov_iommu_group_is_no_iommu(const struct sriov_iommu_group *group);

/**
 * @brief The type of its default domain, in the kernel's word: "DMA", "DMA-FQ", "identity",
 * "blocked".
 * @param group may be NULL.
 * @return borrowed; NULL when the kernel does not tell it to this caller.
 * @since 0.1
 */
const char *sriov_iommu_group_get_type(const struct sriov_iommu_group *group);

/**
 * @brief The same as a value.
 * @param group may be NULL.
 * @return the type.
 * @since 0.1
 */
enum sriov_iommu_domain_type
sriov_iommu_group_get_domain_type(const struct sriov_iommu_group *group);

/**
 * @brief Sets the type of its default domain, for as long as the host runs.
 *
 * While a driver of the host has one of the devices the kernel refuses that, but for one case: from
 * DMA to DMA-FQ. A type that the group has already is not written. The group given stays the
 * snapshot that it is.
 * @param group the group.
 * @param type DMA, DMA-FQ, identity or auto.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `group` is NULL, or the type is none of those.
 * @retval SRIOV_CODE_BUSY a driver has a device, which the message names with the driver, or VFIO
 * has the group open.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_UNSUPPORTED the kernel is older than 5.12, or it changes the type of groups of
 * one device only (before 6.5), or this IOMMU or device cannot have that type.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_SYS_ADMIN or CAP_SYS_RAWIO.
 * @retval SRIOV_CODE_GONE the group is not there any more.
 * @retval SRIOV_CODE_FAILED the kernel failed, or it said yes and has another type now.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `type` of the group.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_set_type(const struct sriov_iommu_group *group,
					   enum sriov_iommu_domain_type type,
					   struct sriov_error **error);

/**
 * @brief The addresses that are reserved for the group.
 * @param group the group.
 * @param[out] list released with sriov_reserved_region_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_GONE the group is not there any more.
 * @retval SRIOV_CODE_FORBIDDEN they may not be read.
 * @retval SRIOV_CODE_MALFORMED the kernel's list is not understood.
 * @retval SRIOV_CODE_FAILED they cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `reserved_regions` of the group.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_list_reserved_regions(const struct sriov_iommu_group *group,
							struct sriov_reserved_region_list **list,
							struct sriov_error **error);

/**
 * @brief Why more than one device is in the group: which port, bridge or device does not keep its
 * neighbours apart.
 *
 * Reads the capabilities of all members, which wakes those that sleep.
 * @param group the group.
 * @param[out] list released with sriov_sharing_reason_list_unref(); empty for a group of one.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read the devices' capabilities: it needs
 * CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE a device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the capabilities of a device are not understood.
 * @retval SRIOV_CODE_FAILED a device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `config` of the devices, and their places in `/sys/devices`.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_list_sharing_reasons(const struct sriov_iommu_group *group,
						       struct sriov_sharing_reason_list **list,
						       struct sriov_error **error);

/**
 * @brief Its PCI devices.
 * @param group may be NULL.
 * @return borrowed. One that cannot be read is in it with its error.
 * @since 0.1
 */
const struct sriov_device_list *
sriov_iommu_group_get_devices(const struct sriov_iommu_group *group);

/**
 * @brief By which rule the running kernel decides about viability, by its release.
 *
 * A distribution may have taken the later rule into an earlier release; the two differ for bridges
 * only.
 * @param group may be NULL.
 * @return the rule.
 * @since 0.1
 */
enum sriov_viability_rule
sriov_iommu_group_get_viability_rule(const struct sriov_iommu_group *group);

/**
 * @brief Whether VFIO could take the group now: no device in it is on a driver of the host.
 *
 * The kernel decides when the group is opened; this foretells its answer by the rule of the running
 * kernel.
 * @param group may be NULL.
 * @return true when it could.
 * @since 0.1
 */
bool sriov_iommu_group_is_viable(const struct sriov_iommu_group *group);

/**
 * @brief Why the group is not viable: the devices and the drivers that spoil it, in a sentence.
 * @param group may be NULL.
 * @return borrowed; NULL when it is viable.
 * @since 0.1
 */
const char *sriov_iommu_group_get_obstacle(const struct sriov_iommu_group *group);

/**
 * @brief The same by a rule of the caller's choice, for instance before an upgrade of the kernel.
 * @param group may be NULL.
 * @param rule the rule.
 * @return borrowed; NULL when it is viable by that rule, and for a rule that is none.
 * @since 0.1
 */
const char *sriov_iommu_group_get_obstacle_by(const struct sriov_iommu_group *group,
					      enum sriov_viability_rule rule);

/**
 * @brief How many devices spoil the group, by the rule of the running kernel.
 * @param group may be NULL.
 * @return 0 when it is viable.
 * @since 0.1
 */
size_t sriov_iommu_group_get_obstacle_count(const struct sriov_iommu_group *group);

/**
 * @brief A device that spoils the group.
 * @param group may be NULL.
 * @param position from 0, below sriov_iommu_group_get_obstacle_count().
 * @return its address, or the name of a device that is on no PCI bus; borrowed, NULL past the end.
 * @since 0.1
 */
const char *sriov_iommu_group_get_obstacle_device(const struct sriov_iommu_group *group,
						  size_t position);

/**
 * @brief The driver that this device is on.
 * @param group may be NULL.
 * @param position as for the device.
 * @return borrowed; "" when it cannot be read, NULL past the end.
 * @since 0.1
 */
const char *sriov_iommu_group_get_obstacle_driver(const struct sriov_iommu_group *group,
						  size_t position);

/**
 * @brief Lists all IOMMU groups of the host.
 *
 * A group that cannot be read is in the list all the same, with its number and
 * sriov_iommu_group_get_error().
 * @param context the host.
 * @param[out] list released with sriov_iommu_group_list_unref(); empty when the IOMMU is off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_FORBIDDEN the groups may not be listed.
 * @retval SRIOV_CODE_FAILED the groups cannot be listed.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/kernel/iommu_groups`, and of each group what sriov_iommu_group_open() reads.
 * @since 0.1
 */
enum sriov_code sriov_iommu_group_list(struct sriov_context *context,
				       struct sriov_iommu_group_list **list,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
