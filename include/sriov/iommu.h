/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The IOMMU of the host: is it on, and what to do when it is not.
 */
#ifndef SRIOV_IOMMU_H
#define SRIOV_IOMMU_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Whose IOMMU the host has.
 * @since 0.1
 */
enum sriov_iommu_vendor {
	/** One that this version does not know. */
	SRIOV_IOMMU_VENDOR_UNKNOWN = -1,
	/** None: the kernel and the firmware show none. */
	SRIOV_IOMMU_VENDOR_NONE = 0,
	/** Intel VT-d. */
	SRIOV_IOMMU_VENDOR_INTEL = 1,
	/** AMD-Vi. */
	SRIOV_IOMMU_VENDOR_AMD = 2,
	/** Arm SMMU. */
	SRIOV_IOMMU_VENDOR_ARM_SMMU = 3,
	/** virtio-iommu. */
	SRIOV_IOMMU_VENDOR_VIRTIO = 4,
};

/**
 * @brief How the IOMMU treats what a device sends while the host's own driver has the device.
 * @since 0.1
 */
enum sriov_iommu_domain_type {
	/** One that this version does not know, or that the kernel does not tell. */
	SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN = -1,
	/** "blocked": everything is refused. */
	SRIOV_IOMMU_DOMAIN_TYPE_BLOCKED = 0,
	/** "identity", also called passthrough: addresses go through as they are. */
	SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY = 1,
	/** "DMA", also called strict: translated; a mapping that was taken back is gone at once. */
	SRIOV_IOMMU_DOMAIN_TYPE_DMA = 2,
	/** "DMA-FQ", also called lazy: translated; what was taken back goes a moment later. */
	SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ = 3,
	/** "unmanaged": a driver makes the translations itself. */
	SRIOV_IOMMU_DOMAIN_TYPE_UNMANAGED = 4,
	/** "auto", for sriov_iommu_group_set_type() only: what the kernel would choose itself. */
	SRIOV_IOMMU_DOMAIN_TYPE_AUTO = 5,
};

/**
 * @brief The kernel's name of a type, as sysfs has it: "DMA-FQ".
 * @param type any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_iommu_domain_type_get_name(enum sriov_iommu_domain_type type);

/**
 * @brief How far the kernel is locked against its own administrator.
 * @since 0.1
 */
enum sriov_lockdown {
	/** The host does not tell: securityfs is not mounted or may not be read. */
	SRIOV_LOCKDOWN_UNKNOWN = -1,
	/** Not at all. */
	SRIOV_LOCKDOWN_NONE = 0,
	/** "integrity": no unsigned modules, no writing to configuration spaces and BARs. */
	SRIOV_LOCKDOWN_INTEGRITY = 1,
	/** "confidentiality": nor may the kernel's memory be read. */
	SRIOV_LOCKDOWN_CONFIDENTIALITY = 2,
	/** This kernel was built or started without it. */
	SRIOV_LOCKDOWN_UNAVAILABLE = 3,
};

/**
 * @brief How a switch of a module is set.
 * @since 0.1
 */
enum sriov_module_switch {
	/** The host does not tell. */
	SRIOV_MODULE_SWITCH_UNKNOWN = -1,
	/** Off. */
	SRIOV_MODULE_SWITCH_OFF = 0,
	/** On. */
	SRIOV_MODULE_SWITCH_ON = 1,
	/** The module is not loaded: the switch gets its value then, from modprobe or by default.
	 */
	SRIOV_MODULE_SWITCH_NOT_LOADED = 2,
	/** The module is there, and was built without that switch. */
	SRIOV_MODULE_SWITCH_ABSENT = 3,
};

/**
 * @brief The state of the host's IOMMU when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_iommu;

/**
 * @brief Reads the state of the host's IOMMU.
 * @param context the host.
 * @param[out] iommu released with sriov_iommu_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FORBIDDEN the groups may not be listed.
 * @retval SRIOV_CODE_FAILED the groups cannot be listed.
 * @par Kernel interface
 * `/sys/kernel/iommu_groups`, `/sys/class/iommu`, `/sys/firmware/acpi/tables` (DMAR, IVRS, VIOT,
 * IORT), `/proc/cmdline`, `/proc/interrupts`, `/proc/cpuinfo`, `type` of each group,
 * `/sys/kernel/security/lockdown`, `/sys/module/vfio_iommu_type1/parameters`,
 * `/sys/module/vfio/parameters`, `/sys/module/iommufd/parameters`. All but the groups may be
 * missing or hidden, as in a container: the evidence says so then.
 * @since 0.1
 */
enum sriov_code sriov_iommu_open(struct sriov_context *context, struct sriov_iommu **iommu,
				 struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param iommu may be NULL.
 * @return `iommu`.
 * @since 0.1
 */
struct sriov_iommu *sriov_iommu_ref(struct sriov_iommu *iommu);

/**
 * @brief Drops a reference; the last one frees it.
 * @param iommu may be NULL.
 * @since 0.1
 */
void sriov_iommu_unref(struct sriov_iommu *iommu);

/**
 * @brief Whether it is on: devices are in IOMMU groups.
 * @param iommu may be NULL.
 * @return true when there is at least one group.
 * @since 0.1
 */
bool sriov_iommu_is_enabled(const struct sriov_iommu *iommu);

/**
 * @brief Whose it is; from the running units, else from the firmware's tables.
 * @param iommu may be NULL.
 * @return the vendor.
 * @since 0.1
 */
enum sriov_iommu_vendor sriov_iommu_get_vendor(const struct sriov_iommu *iommu);

/**
 * @brief How many IOMMU groups there are. Those of VFIO's mode without an IOMMU do not count.
 * @param iommu may be NULL.
 * @return the number; 0 when it is off.
 * @since 0.1
 */
unsigned int sriov_iommu_get_group_count(const struct sriov_iommu *iommu);

/**
 * @brief Whether interrupts are remapped, as VFIO wants it for safety.
 * @param iommu may be NULL.
 * @return on when the kernel's interrupt controllers say so, unknown where they do not show it.
 * @since 0.1
 */
enum sriov_switch sriov_iommu_get_interrupt_remapping(const struct sriov_iommu *iommu);

/**
 * @brief What type most groups have, by the kernel's choice or that of its command line.
 *
 * Single groups may differ: see sriov_iommu_group_get_domain_type().
 * @param iommu may be NULL.
 * @return the type that most groups have; where the kernel does not show types, what the command
 * line asks for; unknown when that says nothing either, and when the IOMMU is off.
 * @since 0.1
 */
enum sriov_iommu_domain_type sriov_iommu_get_default_domain_type(const struct sriov_iommu *iommu);

/**
 * @brief Whether the kernel is locked down.
 * @param iommu may be NULL.
 * @return the level.
 * @since 0.1
 */
enum sriov_lockdown sriov_iommu_get_lockdown(const struct sriov_iommu *iommu);

/**
 * @brief Whether VFIO gives out devices where interrupts are not remapped, so that a machine could
 * raise interrupts of the host: `allow_unsafe_interrupts` of vfio_iommu_type1.
 * @param iommu may be NULL.
 * @return how the switch is set.
 * @since 0.1
 */
enum sriov_module_switch sriov_iommu_get_unsafe_interrupts(const struct sriov_iommu *iommu);

/**
 * @brief The same for devices that are opened through iommufd: `allow_unsafe_interrupts` of that.
 * @param iommu may be NULL.
 * @return how the switch is set.
 * @since 0.1
 */
enum sriov_module_switch sriov_iommu_get_iommufd_unsafe_interrupts(const struct sriov_iommu *iommu);

/**
 * @brief Whether VFIO gives out devices that no IOMMU watches: `enable_unsafe_noiommu_mode` of
 * vfio.
 * @param iommu may be NULL.
 * @return how the switch is set.
 * @since 0.1
 */
enum sriov_module_switch sriov_iommu_get_no_iommu_mode(const struct sriov_iommu *iommu);

/**
 * @brief The IOMMU units, as sysfs names them: "dmar0".
 * @param iommu may be NULL.
 * @return borrowed; may be empty.
 * @since 0.1
 */
const struct sriov_string_list *sriov_iommu_get_units(const struct sriov_iommu *iommu);

/**
 * @brief The words of the kernel's command line that speak of the IOMMU: "intel_iommu=on iommu=pt".
 * @param iommu may be NULL.
 * @return borrowed; "" when there are none.
 * @since 0.1
 */
const char *sriov_iommu_get_parameters(const struct sriov_iommu *iommu);

/**
 * @brief What to add to the kernel's command line, or to do in the firmware, to turn it on.
 * @param iommu may be NULL.
 * @return borrowed; NULL when it is on.
 * @since 0.1
 */
const char *sriov_iommu_get_advice(const struct sriov_iommu *iommu);

/**
 * @brief The exact words to add to the kernel's command line: "intel_iommu=on".
 * @param iommu may be NULL.
 * @return borrowed; NULL when it is on or when words to add would not help. The advice may ask for
 * more, such as a word to remove.
 * @since 0.1
 */
const char *sriov_iommu_get_wanted_parameters(const struct sriov_iommu *iommu);

/**
 * @brief What all this was told by, a sentence each.
 * @param iommu may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const struct sriov_string_list *sriov_iommu_get_evidence(const struct sriov_iommu *iommu);

#ifdef __cplusplus
}
#endif

#endif
