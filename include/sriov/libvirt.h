/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What libvirt wants to be told.
 */
#ifndef SRIOV_LIBVIRT_H
#define SRIOV_LIBVIRT_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The definition of a network that hands out the VFs of a PF: for `virsh net-define`.
 * @param pf the PF; it must have a network interface.
 * @param name what the network is to be called; NULL for "passthrough_" and the interface's name.
 * @param[out] xml released with free(); escaped, UTF-8.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `pf` or `xml` is NULL, or the name, or the interface's, is empty, has
 * a slash or a control character or is not UTF-8.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none.
 * @since 0.1
 */
enum sriov_code sriov_libvirt_format_network(const struct sriov_pf *pf, const char *name,
					     char **xml, struct sriov_error **error);

/**
 * @brief An interface of a machine that takes any free VF of such a network: for a domain's
 * `devices` or `virsh attach-device`.
 * @param network the network's name.
 * @param mac the MAC that the machine is to see, "52:54:00:00:00:01"; NULL lets libvirt choose.
 * @param[out] xml released with free(); escaped, UTF-8.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `network` or `xml` is NULL, the name is empty, has a slash, a control
 * character or is not UTF-8, or the MAC is malformed, all zeros or a multicast address.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none.
 * @since 0.1
 */
enum sriov_code sriov_libvirt_format_interface(const char *network, const char *mac, char **xml,
					       struct sriov_error **error);

/**
 * @brief One certain VF as a host device of a machine: for a domain's `devices` or `virsh
 * attach-device`.
 *
 * It is a plain `hostdev`, so that it does for VFs of every kind, and libvirt leaves the MAC, VLAN
 * and all else as the functions of `sriov_vf` set it. (An `interface` of type `hostdev` would be
 * given a MAC by libvirt, over the one that the VF has.)
 * @param vf the VF.
 * @param managed true when libvirt is to bind it to VFIO and back; false when that is done already.
 * @param[out] xml released with free(); escaped, UTF-8.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the VF has a sriov_vf_get_error().
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * none.
 * @since 0.1
 */
enum sriov_code sriov_libvirt_format_hostdev(const struct sriov_vf *vf, bool managed, char **xml,
					     struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
