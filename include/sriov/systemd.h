/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What systemd wants to be told.
 */
#ifndef SRIOV_SYSTEMD_H
#define SRIOV_SYSTEMD_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/pf_state.h>
#include <sriov/string_list.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What a PF and its VFs should be like as a file for systemd's udev: systemd.link(5), for
 * `/etc/systemd/network/10-em1.link`. systemd 251 and later understand it.
 *
 * Such a file can say less than a state, and what it cannot say is told. It also replaces
 * `99-default.link` for the PF's interface, since systemd takes the first file that fits and no
 * other: what that one says of names and MACs is said in it too.
 *
 * It names the PF by its address. The host is asked for that when the state names the PF by its
 * interface or a serial number; a PF that is named by its address need not be there.
 *
 * systemd asks nobody before it removes VFs: when there are some already, and another number is
 * wanted, they are destroyed in use or not.
 * @param pf what should be; it is read, not kept.
 * @param context the host.
 * @param[out] link the text of the file, released with free().
 * @param[out] unsaid what is said of the PF and is not in the file, in sentences such as "VF 3:
 * driver vfio-pci cannot be said in a .link file"; empty when all is. Released with
 * sriov_string_list_unref(). NULL when it is not wanted.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or two cards have the serial number.
 * @retval SRIOV_CODE_NOT_FOUND there is no such interface or serial number, or the interface is in
 * another network namespace.
 * @retval SRIOV_CODE_NOT_PF the device is no PF.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, so that no .link file is for it.
 * @retval SRIOV_CODE_GONE the PF was removed meanwhile.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right to read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_BUSY the interfaces of the host changed each time they were read: try again.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * What sriov_pf_open() reads.
 * @since 0.2
 */
enum sriov_code sriov_systemd_format_link(const struct sriov_pf_state *pf,
					  struct sriov_context *context, char **link,
					  struct sriov_string_list **unsaid,
					  struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
