/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Binding many devices to VFIO and back in one call, several at once.
 */
#ifndef SRIOV_VFIO_MANY_H
#define SRIOV_VFIO_MANY_H

#include <sriov/device.h>
#include <sriov/device_list.h>
#include <sriov/error.h>
#include <sriov/iommu_group.h>
#include <sriov/vf.h>
#include <sriov/vfio.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief How many devices are bound. Starts with the defaults: "vfio-pci", one after another, and
 * what could be bound stays so.
 * @since 0.1
 */
struct sriov_vfio_bind_options;

/**
 * @brief Devices that were bound to VFIO in one call.
 * @since 0.1
 */
struct sriov_vfio_list;

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_vfio_bind_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_options_new(struct sriov_vfio_bind_options **options,
					    struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_vfio_bind_options *
sriov_vfio_bind_options_ref(struct sriov_vfio_bind_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_vfio_bind_options_unref(struct sriov_vfio_bind_options *options);

/**
 * @brief Which driver all devices get.
 * @param options the options.
 * @param driver a VFIO driver's name, copied; NULL for "vfio-pci".
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or the name is no VFIO driver's.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_options_set_driver(struct sriov_vfio_bind_options *options,
						   const char *driver, struct sriov_error **error);

/**
 * @brief Whether each device gets the driver that sriov_vfio_find_driver() finds for it, instead of
 * one that is the same for all.
 * @param options may be NULL, and nothing is done.
 * @param best true for the driver that fits best.
 * @since 0.1
 */
void sriov_vfio_bind_options_set_best_driver(struct sriov_vfio_bind_options *options, bool best);

/**
 * @brief How many devices are worked on at once.
 *
 * The kernel takes its time for each device, mostly waiting. With 1, which is the default, no
 * thread is started. Else the call starts up to that many less one, beside the caller's; they block
 * all signals, and all have ended when the call returns. The log's callback is called on the
 * caller's thread alone, at the end of the call.
 * @param options the options.
 * @param parallelism 1 to 64.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL or the number out of its range.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_options_set_parallelism(struct sriov_vfio_bind_options *options,
							unsigned int parallelism,
							struct sriov_error **error);

/**
 * @brief Whether none is bound when one cannot be: those that were are put back to what they were.
 * @param options may be NULL, and nothing is done.
 * @param all_or_nothing false is the default: what was bound stays bound.
 * @since 0.1
 */
void sriov_vfio_bind_options_set_all_or_nothing(struct sriov_vfio_bind_options *options,
						bool all_or_nothing);

/**
 * @brief Binds many devices to VFIO, each as sriov_vfio_bind() does.
 *
 * A device that is on the driver already is left as it is and is not in the list that is given, so
 * that sriov_vfio_unbind_many() gives back what was taken here and nothing else.
 *
 * When some cannot be bound, the code is #SRIOV_CODE_PARTIAL, the error has a cause for each of
 * them that names the device, and the list is given with those that were. When that is none, or
 * with sriov_vfio_bind_options_set_all_or_nothing(), the code is that of the first that failed and
 * the list NULL.
 * @param devices of one context, each once.
 * @param options NULL for the defaults.
 * @param[out] list what sriov_vfio_unbind_many() takes, in the order of the devices, released with
 * sriov_vfio_list_unref(); also given with #SRIOV_CODE_PARTIAL.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `devices` or `list` is NULL, devices are of different contexts, or one
 * is in the list twice.
 * @retval SRIOV_CODE_PARTIAL some were bound; the causes tell which were not, and why. With all or
 * nothing: none could be, and of those that were some could not be put back.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_WOULD_DESTROY none was bound, the first of them because it is a PF that has
 * VFs.
 * @retval SRIOV_CODE_BUSY none was bound, the first because it is on another VFIO driver and a
 * process holds it.
 * @retval SRIOV_CODE_TIMEOUT none was bound, the first because the kernel has not done it in time,
 * as with sriov_vfio_bind().
 * @retval SRIOV_CODE_NO_DRIVER none was bound, the first because the VFIO driver is not loaded.
 * @retval SRIOV_CODE_UNSUPPORTED none was bound, the first because the kernel has no
 * `driver_override`, or the driver did not take it.
 * @retval SRIOV_CODE_FORBIDDEN none was bound, the first because the caller may not write it or
 * could not read it.
 * @retval SRIOV_CODE_GONE none was bound, the first because it was removed.
 * @retval SRIOV_CODE_MALFORMED none was bound, the first because the kernel's description of it is
 * not understood.
 * @retval SRIOV_CODE_FAILED none was bound, the first because the kernel refused, it could not be
 * read, or the index of modules cannot be.
 * @par Kernel interface
 * That of sriov_vfio_bind() for each device.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_many(const struct sriov_device_list *devices,
				     const struct sriov_vfio_bind_options *options,
				     struct sriov_vfio_list **list, struct sriov_error **error);

/**
 * @brief The same for VFs, as sriov_pf_list_vfs() gives them.
 * @param vfs of one context, each once. One with an error counts as one that cannot be bound.
 * @param options NULL for the defaults.
 * @param[out] list as sriov_vfio_bind_many() gives it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `vfs` or `list` is NULL, VFs are of different contexts, or one is in
 * the list twice.
 * @retval SRIOV_CODE_PARTIAL as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_WOULD_DESTROY as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_BUSY as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_TIMEOUT as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_NO_DRIVER as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_UNSUPPORTED as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_FORBIDDEN as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_GONE as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_MALFORMED as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_FAILED as with sriov_vfio_bind_many().
 * @par Kernel interface
 * That of sriov_vfio_bind() for each VF.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_vfs(const struct sriov_vf_list *vfs,
				    const struct sriov_vfio_bind_options *options,
				    struct sriov_vfio_list **list, struct sriov_error **error);

/**
 * @brief The same for a whole IOMMU group, which goes to VFIO only whole: all its PCI devices but
 * bridges, which stay on their driver.
 * @param group the group; its members are those of the snapshot.
 * @param options NULL for the defaults.
 * @param[out] list as sriov_vfio_bind_many() gives it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `group` or `list` is NULL.
 * @retval SRIOV_CODE_PARTIAL as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_WOULD_DESTROY as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_BUSY as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_TIMEOUT as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_NO_DRIVER as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_UNSUPPORTED as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_FORBIDDEN as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_GONE as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_MALFORMED as with sriov_vfio_bind_many().
 * @retval SRIOV_CODE_FAILED as with sriov_vfio_bind_many().
 * @par Kernel interface
 * That of sriov_vfio_bind() for each device.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_group(const struct sriov_iommu_group *group,
				      const struct sriov_vfio_bind_options *options,
				      struct sriov_vfio_list **list, struct sriov_error **error);

/**
 * @brief Gives many devices back, each as sriov_vfio_unbind() does.
 * @param list of one context; it stays what it is.
 * @param options of them, how many at once counts; NULL for the defaults.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `list` is NULL, or its devices are of different contexts.
 * @retval SRIOV_CODE_PARTIAL some were given back; the causes tell which were not, and why.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_ALREADY none was given back, the first because it is on no VFIO driver any
 * more.
 * @retval SRIOV_CODE_BUSY none was given back, the first because a process holds it.
 * @retval SRIOV_CODE_TIMEOUT none was given back, the first because the kernel has not done it in
 * time, as with sriov_vfio_unbind().
 * @retval SRIOV_CODE_NO_DRIVER none was given back, the first because its former driver is not
 * loaded; it is free.
 * @retval SRIOV_CODE_UNSUPPORTED none was given back, the first because its former driver did not
 * take it; it is free.
 * @retval SRIOV_CODE_FORBIDDEN none was given back, the first because the caller may not write it.
 * @retval SRIOV_CODE_GONE none was given back, the first because it was removed.
 * @retval SRIOV_CODE_FAILED none was given back, the first because the kernel refused.
 * @par Kernel interface
 * That of sriov_vfio_unbind() for each device.
 * @since 0.1
 */
enum sriov_code sriov_vfio_unbind_many(const struct sriov_vfio_list *list,
				       const struct sriov_vfio_bind_options *options,
				       struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vfio_list *sriov_vfio_list_ref(struct sriov_vfio_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it. Nothing is unbound
 * by that.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vfio_list_unref(struct sriov_vfio_list *list);

/**
 * @brief How many devices.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vfio_list_get_count(const struct sriov_vfio_list *list);

/**
 * @brief One device.
 * @param list may be NULL.
 * @param position from 0, below sriov_vfio_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
struct sriov_vfio *sriov_vfio_list_get(const struct sriov_vfio_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
