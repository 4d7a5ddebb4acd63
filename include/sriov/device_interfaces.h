/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PCI device is to the rest of the system: its network, RDMA, NVMe and VFIO devices.
 */
#ifndef SRIOV_DEVICE_INTERFACES_H
#define SRIOV_DEVICE_INTERFACES_H

#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/string_list.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What a device can be to the rest of the system.
 * @since 0.1
 */
enum sriov_interface_kind {
	/** A network interface: "em1". */
	SRIOV_INTERFACE_KIND_NET = 0,
	/** An RDMA device: "mlx5_0". */
	SRIOV_INTERFACE_KIND_INFINIBAND = 1,
	/** An NVMe controller: "nvme0". */
	SRIOV_INTERFACE_KIND_NVME = 2,
	/** A VFIO device of its own, "vfio0", which is `/dev/vfio/devices/vfio0` where the kernel
	 * has iommufd; shown from 6.1 on while a VFIO driver is bound. */
	SRIOV_INTERFACE_KIND_VFIO = 3,
};

/**
 * @brief The network interfaces on it, in one network namespace.
 *
 * That is the namespace of sriov_context_options_set_netns(). Where none was given it is that of
 * the sysfs which the context reads, as `ls` shows it: the process's own, unless this sysfs was
 * mounted in another one. An interface in any other namespace is not seen.
 * @param device the device.
 * @param[out] interfaces released with sriov_string_list_unref(), sorted; often empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_UNSUPPORTED the context is of a given namespace, and the kernel does not say
 * by netlink on which device an interface is.
 * @retval SRIOV_CODE_BUSY the same, and interfaces came and went all the time; or the kernel was
 * asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `net/` of the device; in a context of a given namespace `RTM_GETLINK` and its
 * `IFLA_PARENT_DEV_NAME`.
 * @since 0.1
 */
enum sriov_code sriov_device_list_interfaces(const struct sriov_device *device,
					     struct sriov_string_list **interfaces,
					     struct sriov_error **error);

/**
 * @brief The interfaces of one kind on it: what the rest of the system knows it by.
 *
 * Network interfaces are those of sriov_device_list_interfaces(), all others those that sysfs
 * shows.
 * @param device the device.
 * @param kind which kind.
 * @param[out] interfaces released with sriov_string_list_unref(), sorted; often empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or there is no such kind.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_UNSUPPORTED network interfaces of another network namespace are not told by
 * this kernel: it takes 5.14.
 * @retval SRIOV_CODE_BUSY in another network namespace interfaces came and went all the time.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not read it.
 * @retval SRIOV_CODE_FAILED they cannot be listed.
 * @par Kernel interface
 * `net/`, `infiniband/`, `nvme/` or `vfio-dev/` of the device; for the network interfaces of
 * another network namespace netlink.
 * @since 0.1
 */
enum sriov_code sriov_device_list_interfaces_of_kind(const struct sriov_device *device,
						     enum sriov_interface_kind kind,
						     struct sriov_string_list **interfaces,
						     struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
