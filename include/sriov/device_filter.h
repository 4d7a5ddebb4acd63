/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Which devices a list is to hold.
 */
#ifndef SRIOV_DEVICE_FILTER_H
#define SRIOV_DEVICE_FILTER_H

#include <sriov/error.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Which devices sriov_device_list() is to give: those for which all that was set holds.
 * @since 0.1
 */
struct sriov_device_filter;

/**
 * @brief What a device is to SR-IOV, for sriov_device_filter_set_function().
 * @since 0.1
 */
enum sriov_function {
	/** Whatever it is. */
	SRIOV_FUNCTION_ANY = 0,
	/** A PF, with or without VFs. */
	SRIOV_FUNCTION_PF = 1,
	/** A VF whose PF is visible: in a machine that was given a VF, that VF is not one of these.
	 */
	SRIOV_FUNCTION_VF = 2,
	/**
	 * A VF as above to which no driver is bound, and nothing more than that. So a VF on
	 * vfio-pci is not free even while no machine has it, nor one on its network driver although
	 * its interface is down; and a free one may be in a group with a device that is in use.
	 */
	SRIOV_FUNCTION_FREE_VF = 3,
};

/**
 * @brief Makes a filter that every device passes.
 * @param[out] filter released with sriov_device_filter_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_new(struct sriov_device_filter **filter,
					struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param filter may be NULL.
 * @return `filter`.
 * @since 0.1
 */
struct sriov_device_filter *sriov_device_filter_ref(struct sriov_device_filter *filter);

/**
 * @brief Drops a reference; the last one frees it.
 * @param filter may be NULL.
 * @since 0.1
 */
void sriov_device_filter_unref(struct sriov_device_filter *filter);

/**
 * @brief Only devices of a class: those with `(class & mask) == (wanted & mask)`.
 * @param filter the filter.
 * @param wanted a 24-bit class: base class, subclass, programming interface; 0x020000 is Ethernet.
 * @param mask the bits that count: 0xff0000 for all network controllers, 0xffff00 for Ethernet.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or a number has more than 24 bits.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_class(struct sriov_device_filter *filter, uint32_t wanted,
					      uint32_t mask, struct sriov_error **error);

/**
 * @brief Only devices of a vendor.
 * @param filter the filter.
 * @param vendor_id 0x8086 for Intel.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_vendor_id(struct sriov_device_filter *filter,
						  uint16_t vendor_id, struct sriov_error **error);

/**
 * @brief Only devices of this device ID, which says little without a vendor's.
 * @param filter the filter.
 * @param device_id 0x10c9 for Intel's 82576.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_device_id(struct sriov_device_filter *filter,
						  uint16_t device_id, struct sriov_error **error);

/**
 * @brief Only devices to which this driver is bound.
 * @param filter the filter.
 * @param driver "igb", copied; NULL for devices that have none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or no driver can have that name.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_driver(struct sriov_device_filter *filter,
					       const char *driver, struct sriov_error **error);

/**
 * @brief Only PFs, only VFs or only free VFs.
 *
 * This is asked before a device is read, so that a list of few of many devices costs less than one
 * of all: one system call for each device that is not wanted, two for a VF that is not free.
 * @param filter the filter.
 * @param function what is wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `filter` is NULL, or `function` none of the enumeration.
 * @par Kernel interface
 * whether the device has `sriov_totalvfs`, `physfn` and `driver`.
 * @since 0.1
 */
enum sriov_code sriov_device_filter_set_function(struct sriov_device_filter *filter,
						 enum sriov_function function,
						 struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
