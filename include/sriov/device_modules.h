/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The modules that can drive a PCI device.
 */
#ifndef SRIOV_DEVICE_MODULES_H
#define SRIOV_DEVICE_MODULES_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The modules that say they can drive it, whether loaded or not.
 * @param device the device.
 * @param[out] modules released with sriov_string_list_unref(), in modprobe's order; empty when
 * there is none. Blacklisted ones are in it, VFIO drivers are not: for them see
 * sriov_device_list_vfio_modules().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @par Kernel interface
 * `modules.alias`, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_device_list_modules(const struct sriov_device *device,
					  struct sriov_string_list **modules,
					  struct sriov_error **error);

/**
 * @brief The modules whose drivers can hand it to user space through VFIO, whether loaded or not.
 *
 * A VFIO variant driver knows more of its device than vfio-pci: some VFs can migrate with one only.
 * @param device the device.
 * @param[out] modules released with sriov_string_list_unref(), the best first: a variant whose
 * alias names this device comes before one with an alias for many devices, and "vfio_pci", which
 * takes any device, is last. Blacklisted ones are in it. Empty when the kernel has no VFIO.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @par Kernel interface
 * aliases that begin with `vfio_pci:` in `modules.alias` and in the modules, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_device_list_vfio_modules(const struct sriov_device *device,
					       struct sriov_string_list **modules,
					       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
