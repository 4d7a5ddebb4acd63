/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What the kernel tells of a PCI device when it is asked: one attribute a function.
 */
#ifndef SRIOV_DEVICE_ATTRIBUTES_H
#define SRIOV_DEVICE_ATTRIBUTES_H

#include <sriov/bar.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/pcie_link.h>
#include <sriov/string_list.h>
#include <sriov/vpd.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Power states of PCI devices.
 * @since 0.1
 */
enum sriov_power_state {
	/** The kernel does not know it, or it is one that this version does not know. */
	SRIOV_POWER_STATE_UNKNOWN = -1,
	/** On. */
	SRIOV_POWER_STATE_D0 = 0,
	/** Light sleep. */
	SRIOV_POWER_STATE_D1 = 1,
	/** Deeper sleep. */
	SRIOV_POWER_STATE_D2 = 2,
	/** Off as far as software can do that; its registers still answer. */
	SRIOV_POWER_STATE_D3HOT = 3,
	/** Without power; nothing answers. */
	SRIOV_POWER_STATE_D3COLD = 4,
	/** The kernel could not find out. */
	SRIOV_POWER_STATE_ERROR = 5,
};

/**
 * @brief What it is, in words: "Intel Corporation 82576 Gigabit Network Connection".
 * @param device the device.
 * @param[out] name released with free(). Ids stand for names that are not known, and for all of
 * them when the library was built without libpci: "8086:10c9".
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none; the file pci.ids, through libpci.
 * @since 0.1
 */
enum sriov_code sriov_device_read_name(const struct sriov_device *device, char **name,
				       struct sriov_error **error);

/**
 * @brief The memory node it is nearest to.
 * @param device the device.
 * @param[out] node from 0; -1 when the host has no such nodes or the firmware does not say.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel was built without NUMA.
 * @retval SRIOV_CODE_MALFORMED the file holds no number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `numa_node` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_numa_node(const struct sriov_device *device, int *node,
					    struct sriov_error **error);

/**
 * @brief The processors (CPUs) that are nearest to it: those of its memory node.
 * @param device the device.
 * @param[out] cpus released with free(): numbers and ranges as taskset(1), cpuset(7) and libvirt
 * take them, "0-7,16-23". All processors when the device is near to none in particular; "" when its
 * node has none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the file holds no such list.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `local_cpulist` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_local_cpus(const struct sriov_device *device, char **cpus,
					     struct sriov_error **error);

/**
 * @brief The Revision ID: the stepping of the chip.
 * @param device the device.
 * @param[out] revision 0 to 255.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell: it does from 4.10 on.
 * @retval SRIOV_CODE_MALFORMED the file holds no such number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `revision` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_revision(const struct sriov_device *device,
					   unsigned int *revision, struct sriov_error **error);

/**
 * @brief Speed and width of its PCI Express link.
 * @param device the device.
 * @param[out] link released with sriov_pcie_link_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED it is no PCI Express device, or the kernel does not tell: it does
 * from 4.13 on.
 * @retval SRIOV_CODE_MALFORMED a file holds no speed, or no width.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `current_link_speed`, `current_link_width`, `max_link_speed` and `max_link_width` of the device.
 * Its registers are read; it is not woken up for that.
 * @since 0.1
 */
enum sriov_code sriov_device_read_pcie_link(const struct sriov_device *device,
					    struct sriov_pcie_link **link,
					    struct sriov_error **error);

/**
 * @brief The ways in which the kernel can reset it alone, in the order in which it tries them.
 * @param device the device.
 * @param[out] methods released with sriov_string_list_unref(), in the kernel's words:
 * "device_specific", "acpi", "flr" (Function Level Reset), "af_flr", "pm" (through D3hot), "bus",
 * "cxl_bus", and what later kernels add. Empty when there is no way, or when all were switched off.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED there is a way and the kernel does not tell which: it does from
 * 5.15 on.
 * @retval SRIOV_CODE_MALFORMED the file holds no list of names.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `reset_method` of the device; without it `reset` tells whether there is a way at all.
 * @since 0.1
 */
enum sriov_code sriov_device_list_reset_methods(const struct sriov_device *device,
						struct sriov_string_list **methods,
						struct sriov_error **error);

/**
 * @brief Whether the kernel can reset it alone, in whatever way.
 *
 * A device that cannot is handed from one machine to the next as the first has left it.
 * @param device the device.
 * @param[out] supported true when it can.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED `reset_method` holds no list of names.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `reset_method` of the device, and that there is a file `reset`, which is not touched.
 * @since 0.1
 */
enum sriov_code sriov_device_read_reset_support(const struct sriov_device *device, bool *supported,
						struct sriov_error **error);

/**
 * @brief Which power state the kernel has it in. Asking does not wake it.
 * @param device the device.
 * @param[out] state #SRIOV_POWER_STATE_UNKNOWN is usual for a device that never had a driver.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell: it does from 5.11 on.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `power_state` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_power_state(const struct sriov_device *device,
					      enum sriov_power_state *state,
					      struct sriov_error **error);

/**
 * @brief Whether the kernel may take its power away altogether while it sleeps.
 * @param device the device.
 * @param[out] allowed true when D3cold is allowed.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel was built without ACPI or power management.
 * @retval SRIOV_CODE_MALFORMED the file holds neither 0 nor 1.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `d3cold_allowed` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_d3cold_allowed(const struct sriov_device *device, bool *allowed,
						 struct sriov_error **error);

/**
 * @brief How often it was enabled and not disabled again: 0 is a device that nobody uses.
 * @param device the device.
 * @param[out] count by drivers, and by root through the same file.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the file holds no number.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `enable` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_enable_count(const struct sriov_device *device,
					       unsigned int *count, struct sriov_error **error);

/**
 * @brief The one driver that it is kept for.
 *
 * One that was left behind keeps the device's own driver away for good.
 * @param device the device.
 * @param[out] driver released with free(); NULL when any driver may have it, which is usual.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_BUSY it was asked for before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time: somebody changes the device; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has no such thing: it came with 3.16.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `driver_override` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_driver_override(const struct sriov_device *device, char **driver,
						  struct sriov_error **error);

/**
 * @brief How many MSI-X vectors its driver has taken.
 *
 * How many there are sriov_msix_capability_get_table_size() tells.
 * @param device the device.
 * @param[out] count 0 to 2048; 0 too when it uses MSI, a pin or no interrupts.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `msi_irqs/` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_msix_in_use(const struct sriov_device *device,
					      unsigned int *count, struct sriov_error **error);

/**
 * @brief Its Vital Product Data: name, part number and serial number, as the maker wrote them.
 *
 * The device gives 4 bytes at a time, so that this takes milliseconds, and seconds with some. A VF
 * has none: ask its PF.
 * @param device the device.
 * @param[out] vpd released with sriov_vpd_unref(). It may be there with a fault, which
 * sriov_vpd_get_error() tells.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED it has none.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it; it takes root.
 * @retval SRIOV_CODE_MALFORMED not even the first of it makes sense; the message has the offset.
 * @retval SRIOV_CODE_FAILED the kernel finds nothing sound there (EIO), the device does not answer
 * in time (ETIMEDOUT), or it cannot be read.
 * @par Kernel interface
 * `vpd` of the device, at most 32 KiB. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_vpd(const struct sriov_device *device, struct sriov_vpd **vpd,
				      struct sriov_error **error);

/**
 * @brief Its BARs in use: its own by number, its ROM, and those of its VFs by number.
 * @param device the device.
 * @param[out] list released with sriov_bar_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel does not tell.
 * @retval SRIOV_CODE_MALFORMED the kernel's table of them is not understood.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @par Kernel interface
 * `resource` of the device. For the size of one VF's part `virtfn0/resource`, or, of a PF that has
 * VF BARs and no VFs, `config`, which wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_bars(const struct sriov_device *device,
				       struct sriov_bar_list **list, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
