/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Opening a device that is bound to VFIO: descriptors that are ready to be used or handed
 * on.
 *
 * There are two ways. With a container, from Linux 3.6: sriov_vfio_open_container(),
 * sriov_vfio_open_group(), sriov_vfio_open_device(). With iommufd, from Linux 6.6 and where the
 * kernel was built with it: sriov_vfio_open_iommufd(), sriov_vfio_allocate_ioas(),
 * sriov_vfio_open_character_device(), sriov_vfio_bind_iommufd(), sriov_vfio_attach_ioas().
 *
 * All descriptors belong to the caller, who closes them, and are closed by the kernel when another
 * program is executed. To hand one on, send it through a Unix socket (SCM_RIGHTS), or in the child
 * process, between fork and exec, clear FD_CLOEXEC with fcntl(). QEMU takes an iommufd as
 * `-object iommufd,id=i0,fd=N` and a character device as `-device vfio-pci,iommufd=i0,fd=N`. A
 * group can be open once only: whoever is to open it by himself must not find it open.
 */
#ifndef SRIOV_VFIO_DESCRIPTOR_H
#define SRIOV_VFIO_DESCRIPTOR_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Opens a container, in which groups share their view of memory.
 * @param context the host.
 * @param[out] fd the caller closes it; -1 on failure.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_DRIVER VFIO is not loaded.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not open it.
 * @retval SRIOV_CODE_UNSUPPORTED it speaks another version of the interface.
 * @retval SRIOV_CODE_FAILED it cannot be opened.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/dev/vfio/vfio`, `VFIO_GET_API_VERSION`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open_container(struct sriov_context *context, int *fd,
					  struct sriov_error **error);

/**
 * @brief Opens the IOMMU group of a device, sees that it is viable, and adds it to a container.
 *
 * When it is the first of the container, the container is told to use the IOMMU (type 1, its
 * version 2 where there is one), or none for a device that is bound without an IOMMU.
 * @param device one that is bound to VFIO.
 * @param container what sriov_vfio_open_container() gave; -1 to leave the group alone, for those
 * who hand it on.
 * @param[out] fd the caller closes it; -1 on failure.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or `container` is no container.
 * @retval SRIOV_CODE_NO_DRIVER the device is not bound to VFIO, or vfio_iommu_type1 is not loaded.
 * @retval SRIOV_CODE_BUSY a process has the group open, which the message names; or the group is
 * not viable: the message names the device and the driver that spoil it.
 * @retval SRIOV_CODE_UNSUPPORTED the device is in no group: the IOMMU is off.
 * @retval SRIOV_CODE_NOT_FOUND the group has no file here, as in a container that was not given it.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not open it (without an IOMMU it takes
 * CAP_SYS_RAWIO), or interrupts are not remapped and that is not allowed.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/dev/vfio/N` or `/dev/vfio/noiommu-N`, `VFIO_GROUP_GET_STATUS`, `VFIO_GROUP_SET_CONTAINER`,
 * `VFIO_SET_IOMMU`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open_group(const struct sriov_device *device, int container, int *fd,
				      struct sriov_error **error);

/**
 * @brief Opens a device of a group that is in a container.
 * @param device one that is bound to VFIO.
 * @param group what sriov_vfio_open_group() gave for it, with a container.
 * @param vf_token the UUID that the user of the PF set, when the device is a VF of a PF that is
 * bound to VFIO itself, see sriov_vfio_set_vf_token(); else NULL.
 * @param[out] fd the caller closes it; -1 on failure.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, the token is no UUID, or `group` is not the
 * device's group or in no container.
 * @retval SRIOV_CODE_FORBIDDEN the token is wrong, or there must be one.
 * @retval SRIOV_CODE_BUSY somebody else uses it.
 * @retval SRIOV_CODE_GONE the device was removed, or is in another group.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_GROUP_GET_DEVICE_FD`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open_device(const struct sriov_device *device, int group,
				       const char *vf_token, int *fd, struct sriov_error **error);

/**
 * @brief Opens an iommufd, in which devices share their view of memory.
 * @param context the host.
 * @param[out] fd the caller closes it; -1 on failure.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has none, or it is not loaded.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not open it.
 * @retval SRIOV_CODE_FAILED it cannot be opened.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/dev/iommu`, from Linux 6.2.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open_iommufd(struct sriov_context *context, int *fd,
					struct sriov_error **error);

/**
 * @brief Makes an address space (an IOAS) in an iommufd; it goes with the descriptor.
 * @param iommufd what sriov_vfio_open_iommufd() gave.
 * @param[out] ioas its number, for sriov_vfio_attach_ioas().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `ioas` is NULL, or `iommufd` is none.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `IOMMU_IOAS_ALLOC`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_allocate_ioas(int iommufd, uint32_t *ioas, struct sriov_error **error);

/**
 * @brief Opens the device's own file. Before sriov_vfio_bind_iommufd() it can do nothing.
 * @param device one that is bound to VFIO.
 * @param[out] fd the caller closes it; -1 on failure.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_DRIVER it is not bound to VFIO.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel makes no such files.
 * @retval SRIOV_CODE_NOT_FOUND the file is not here, as in a container that was not given it.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not open it.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED it cannot be opened.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `vfio-dev/vfioN` of the device, `/dev/vfio/devices/vfioN`, from Linux 6.6.
 * @since 0.1
 */
enum sriov_code sriov_vfio_open_character_device(const struct sriov_device *device, int *fd,
						 struct sriov_error **error);

/**
 * @brief Gives the device to an iommufd: from now on the descriptor is one of the device.
 * @param device the device, for the words of errors.
 * @param fd what sriov_vfio_open_character_device() gave.
 * @param iommufd what sriov_vfio_open_iommufd() gave.
 * @param vf_token as with sriov_vfio_open_device(), NULL for none; one takes Linux 6.18 here.
 * @param[out] id the device's number in the iommufd; NULL when it is not wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `device` is NULL, the token is no UUID, or a descriptor is none of
 * these, or bound before. An older kernel says the same to a token.
 * @retval SRIOV_CODE_BUSY somebody else uses the device or its group; the message names it.
 * @retval SRIOV_CODE_FORBIDDEN the token is wrong, or there must be one; or without an IOMMU the
 * caller lacks CAP_SYS_RAWIO.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_BIND_IOMMUFD`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_bind_iommufd(const struct sriov_device *device, int fd, int iommufd,
					const char *vf_token, uint32_t *id,
					struct sriov_error **error);

/**
 * @brief Puts the device in an address space of the iommufd that it was given to.
 * @param device the device, for the words of errors.
 * @param fd its descriptor.
 * @param ioas what sriov_vfio_allocate_ioas() gave.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `device` is NULL, or the descriptor is not bound to an iommufd.
 * @retval SRIOV_CODE_NOT_FOUND the iommufd has no such address space.
 * @retval SRIOV_CODE_FORBIDDEN interrupts are not remapped, and that is not allowed.
 * @retval SRIOV_CODE_BUSY the device is in an address space already.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `VFIO_DEVICE_ATTACH_IOMMUFD_PT`.
 * @since 0.1
 */
enum sriov_code sriov_vfio_attach_ioas(const struct sriov_device *device, int fd, uint32_t ioas,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
