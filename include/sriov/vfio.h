/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Binding devices to VFIO and back.
 */
#ifndef SRIOV_VFIO_H
#define SRIOV_VFIO_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A device that was bound to a VFIO driver, and what it was before. Immutable and counted.
 *
 * Dropping it does not unbind the device.
 * @since 0.1
 */
struct sriov_vfio;

/**
 * @brief Binds a device to a VFIO driver.
 *
 * The driver that the device has is unbound, `driver_override` names the VFIO driver for this one
 * device, the kernel is told to look for a driver again, and the link `driver` is read to see that
 * it took. When a step fails, the override and the former driver are put back. No other device of
 * the same model is touched: `new_id` is never used.
 * @param device the device, with or without a driver; it stays the snapshot it is.
 * @param driver "vfio-pci" or a VFIO variant driver, see sriov_vfio_find_driver(); NULL for
 * "vfio-pci".
 * @param[out] vfio what sriov_vfio_unbind() takes, released with sriov_vfio_unref(). NULL when it
 * is not wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `device` is NULL, or the name is no VFIO driver's.
 * @retval SRIOV_CODE_ALREADY it is bound to that driver already; see sriov_vfio_open().
 * @retval SRIOV_CODE_WOULD_DESTROY it is a PF that has VFs. Nothing was changed.
 * @retval SRIOV_CODE_BUSY it is on another VFIO driver, and a process holds it. Nothing was
 * changed.
 * @retval SRIOV_CODE_TIMEOUT the kernel has not done it in time, and goes on; see
 * sriov_context_options_set_deadline_ms(). The message names who holds it, where that is known.
 * Nothing is taken back: the `driver_override` stays.
 * @retval SRIOV_CODE_NO_DRIVER the VFIO driver is not loaded: load its module first.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has no `driver_override`, or the driver did not take
 * the device.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not write it; it takes root.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `driver_override` of the device, `driver/unbind`, `/sys/bus/pci/drivers_probe`, `driver`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind(struct sriov_device *device, const char *driver,
				struct sriov_vfio **vfio, struct sriov_error **error);

/**
 * @brief Finds the VFIO driver that fits a device best: one that was made for it, which can do more
 * (live migration, for instance), else "vfio-pci".
 *
 * Hand it to sriov_vfio_bind(); nothing is loaded. A driver whose module is not loaded is found as
 * well: then binding says that it is to be loaded first.
 * @param device the device.
 * @param[out] driver its name, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * The aliases `vfio_pci:` in `modules.alias`, through libkmod; `/sys/module/NAME/drivers`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_find_driver(const struct sriov_device *device, char **driver,
				       struct sriov_error **error);

/**
 * @brief Takes up a device that is bound to a VFIO driver already, by whomever.
 *
 * Its former driver is not known then: sriov_vfio_unbind() lets the kernel choose one.
 * @param device the device; its driver is read anew.
 * @param[out] vfio released with sriov_vfio_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NO_DRIVER it has no driver, or one that is not VFIO's.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED its driver cannot be read.
 * @par Kernel interface
 * `driver` and `driver_override` of the device.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open(struct sriov_device *device, struct sriov_vfio **vfio,
				struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param vfio may be NULL.
 * @return `vfio`.
 * @since 0.1
 */
struct sriov_vfio *sriov_vfio_ref(struct sriov_vfio *vfio);

/**
 * @brief Drops a reference; the last one frees it.
 * @param vfio may be NULL.
 * @since 0.1
 */
void sriov_vfio_unref(struct sriov_vfio *vfio);

/**
 * @brief The device, read after it was bound.
 * @param vfio may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_device *sriov_vfio_get_device(const struct sriov_vfio *vfio);

/**
 * @brief The driver it had before sriov_vfio_bind().
 * @param vfio may be NULL.
 * @return borrowed; NULL when it had none or when that is not known.
 * @since 0.1
 */
const char *sriov_vfio_get_former_driver(const struct sriov_vfio *vfio);

/**
 * @brief Takes the device from the VFIO driver and puts back what was before.
 *
 * The former override is put back (mostly there was none; one that names a VFIO driver is left
 * out), then the former driver is bound again, and the link `driver` read to see that it was. A
 * device that had no driver has none afterwards. After sriov_vfio_open() the override is cleared
 * and the kernel chooses the driver; that none wants the device is no error then.
 *
 * While a process holds the device through VFIO the kernel would wait for it, perhaps for ever: so
 * that is looked for first, see sriov_device_list_holders().
 * @param vfio the device.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `vfio` is NULL.
 * @retval SRIOV_CODE_ALREADY it is on no VFIO driver any more: somebody else was first.
 * @retval SRIOV_CODE_BUSY a process holds it; the message names it. Nothing was changed.
 * @retval SRIOV_CODE_TIMEOUT the kernel has not done it in time, and goes on; see
 * sriov_context_options_set_deadline_ms(). The message names who holds it, where that is known.
 * When it is over, the device has no driver.
 * @retval SRIOV_CODE_NO_DRIVER the former driver is not loaded any more; the device is free.
 * @retval SRIOV_CODE_UNSUPPORTED the former driver did not take the device; it is free.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not write it; it takes root.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `driver/unbind` and `driver_override` of the device, `/sys/bus/pci/drivers/NAME/bind`,
 * `/sys/bus/pci/drivers_probe`, `driver`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_unbind(struct sriov_vfio *vfio, struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
