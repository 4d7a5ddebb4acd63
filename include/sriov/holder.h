/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Who holds a device through VFIO: the process that a removal or another machine waits for.
 */
#ifndef SRIOV_HOLDER_H
#define SRIOV_HOLDER_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A process that has a device open through VFIO. Immutable and counted.
 *
 * A process with many descriptors of one device is one holder.
 * @since 0.1
 */
struct sriov_holder;

/**
 * @brief Holders of one device: those that certainly hold it first, then by process number.
 * @since 0.1
 */
struct sriov_holder_list;

/**
 * @brief Which descriptor of the process shows that it holds the device.
 * @since 0.1
 */
enum sriov_holder_via {
	/** There is none: the holder is NULL. */
	SRIOV_HOLDER_VIA_UNKNOWN = -1,
	/** The IOMMU group, `/dev/vfio/N` or `/dev/vfio/noiommu-N`: it holds all that is in it. */
	SRIOV_HOLDER_VIA_GROUP = 0,
	/** The device's own file, `/dev/vfio/devices/vfioN`. */
	SRIOV_HOLDER_VIA_CHARACTER_DEVICE = 1,
	/**
	 * A descriptor of a device, which another process opened and passed on. Of which device is
	 * told by the kernel from 6.18 on; before, the holder is not certain.
	 */
	SRIOV_HOLDER_VIA_DEVICE = 2,
	/**
	 * `/dev/iommu`, without any device's own file: with which devices that descriptor is used
	 * is told by no kernel, so the holder is never certain.
	 */
	SRIOV_HOLDER_VIA_IOMMUFD = 3,
};

/**
 * @brief Finds the processes that hold a device.
 *
 * It looks at where the descriptors of all processes lead to, in one pass. Others' descriptors are
 * shown to root with CAP_SYS_PTRACE and CAP_DAC_READ_SEARCH, which those of other users need;
 * whether all processes could be looked at is part of the answer, see
 * sriov_holder_list_is_complete(). Not to be seen at all is what no process has as a
 * descriptor: a device that only KVM or an io_uring still has hold of.
 * @param device the device, with any driver.
 * @param[out] list released with sriov_holder_list_unref(); mostly empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NOT_FOUND there is no procfs where the context looks for it.
 * @retval SRIOV_CODE_FORBIDDEN procfs may not be opened.
 * @retval SRIOV_CODE_FAILED procfs cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/proc/PID/fd` and `fdinfo`, `comm`, `cmdline` and `stat` of the holders, `/proc/stat`;
 * `vfio-dev/` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_holders(const struct sriov_device *device,
					  struct sriov_holder_list **list,
					  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_holder_list *sriov_holder_list_ref(struct sriov_holder_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops the holders in it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_holder_list_unref(struct sriov_holder_list *list);

/**
 * @brief How many holders.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_holder_list_get_count(const struct sriov_holder_list *list);

/**
 * @brief One holder.
 * @param list may be NULL.
 * @param position from 0, below sriov_holder_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
struct sriov_holder *sriov_holder_list_get(const struct sriov_holder_list *list, size_t position);

/**
 * @brief Whether every process of the host could be looked at: then who is not in the list holds
 * nothing.
 * @param list may be NULL.
 * @return false where descriptors of some were not shown to the caller, in a PID namespace that
 * does not show all processes, and for NULL.
 * @since 0.1
 */
bool sriov_holder_list_is_complete(const struct sriov_holder_list *list);

/**
 * @brief Takes a reference.
 * @param holder may be NULL.
 * @return `holder`.
 * @since 0.1
 */
struct sriov_holder *sriov_holder_ref(struct sriov_holder *holder);

/**
 * @brief Drops a reference; the last one frees it.
 * @param holder may be NULL.
 * @since 0.1
 */
void sriov_holder_unref(struct sriov_holder *holder);

/**
 * @brief The process, by its number in the PID namespace that procfs shows.
 * @param holder may be NULL.
 * @return from 1; 0 for NULL.
 * @since 0.1
 */
int sriov_holder_get_pid(const struct sriov_holder *holder);

/**
 * @brief Its short name: "qemu-system-x86", at most 15 bytes.
 * @param holder may be NULL.
 * @return borrowed; "" when the process ended before its name was read, NULL for NULL.
 * @since 0.1
 */
const char *sriov_holder_get_command(const struct sriov_holder *holder);

/**
 * @brief The program and its arguments, with a space between two.
 * @param holder may be NULL.
 * @return borrowed; "" when it is not shown to the caller, NULL for NULL.
 * @since 0.1
 */
const char *sriov_holder_get_command_line(const struct sriov_holder *holder);

/**
 * @brief When it was started, as the kernel counts: with the process number, this names the process
 * for as long as the host runs.
 * @param holder may be NULL.
 * @return clock ticks since the boot, field 22 of `/proc/PID/stat`; 0 when it is not known.
 * @since 0.1
 */
uint64_t sriov_holder_get_start_ticks(const struct sriov_holder *holder);

/**
 * @brief When it was started, by the clock.
 * @param holder may be NULL.
 * @return seconds since 1970; 0 when it is not known.
 * @since 0.1
 */
uint64_t sriov_holder_get_start_time_s(const struct sriov_holder *holder);

/**
 * @brief Which descriptor shows that it holds the device.
 * @param holder may be NULL.
 * @return one of #sriov_holder_via.
 * @since 0.1
 */
enum sriov_holder_via sriov_holder_get_via(const struct sriov_holder *holder);

/**
 * @brief Where that descriptor leads to, as the kernel shows it: "/dev/vfio/12",
 * "anon_inode:[vfio-device]".
 * @param holder may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.1
 */
const char *sriov_holder_get_path(const struct sriov_holder *holder);

/**
 * @brief Whether it is this device that it holds, and not perhaps another one.
 * @param holder may be NULL.
 * @return false where the kernel does not tell of which device the descriptor is, and for NULL.
 * @since 0.1
 */
bool sriov_holder_is_certain(const struct sriov_holder *holder);

#ifdef __cplusplus
}
#endif

#endif
