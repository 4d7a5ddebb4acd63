/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a PF is used for: what the host would lose if it were disturbed.
 */
#ifndef SRIOV_PF_USE_H
#define SRIOV_PF_USE_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/string_list.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The use of one PF as it was when it was read. Immutable and counted.
 * @since 0.2
 */
struct sriov_pf_use;

/**
 * @brief One reason not to disturb a PF. Immutable and counted.
 * @since 0.2
 */
struct sriov_pf_use_reason;

/**
 * @brief The reasons not to disturb a PF.
 * @since 0.2
 */
struct sriov_pf_use_reason_list;

/**
 * @brief What a PF is used for that the host cannot do without.
 * @since 0.2
 */
enum sriov_pf_use_kind {
	/** None that this version knows. */
	SRIOV_PF_USE_KIND_UNKNOWN = -1,
	/** A default route leads out through it. */
	SRIOV_PF_USE_KIND_DEFAULT_ROUTE = 0,
	/** Its interface is in another network namespace, and may carry the default route there. */
	SRIOV_PF_USE_KIND_OTHER_NAMESPACE = 1,
	/** A file system on one of its disks is mounted. */
	SRIOV_PF_USE_KIND_MOUNT = 2,
	/** One of its disks is used as swap. */
	SRIOV_PF_USE_KIND_SWAP = 3,
};

/**
 * @brief Finds out what the host uses a PF for that it cannot do without.
 *
 * A default route counts whatever its table: one beside the main table is that of a VRF or of a
 * rule. It counts for each PF that it may go through: for both of a bond, for all ports of a
 * bridge, and for each path of a route that has several. Where it goes through a VF of this PF, it
 * counts as well, since the VF is gone when the number of VFs is changed:
 * sriov_pf_use_reason_get_vf_index() tells these from the PF's own. All else that is on a VF is
 * the VF's use, which sriov_pf_list_vf_uses() tells: a disk of an NVMe VF, too.
 *
 * Not seen are a tunnel's way to its other end, unless the tunnel is bound to an interface, what is
 * mounted in a container alone, file systems of ZFS, and disks that a virtual machine has.
 * @param pf the PF; its interfaces and disks are looked up anew.
 * @param[out] use released with sriov_pf_use_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the PF is one of a list that could not be
 * read.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_BUSY routes or interfaces changed each time while they were listed; or the
 * kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN sysfs, procfs or netlink may not be used.
 * @retval SRIOV_CODE_NOT_FOUND it has disks, and there is no procfs where the context looks for it.
 * @retval SRIOV_CODE_UNSUPPORTED the context is of another network namespace, and the kernel does
 * not say by netlink on which device an interface is: it takes Linux 5.14.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of a route or interface is not understood.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * By rtnetlink RTM_GETROUTE, RTM_GETNEXTHOP where a route names but a nexthop object, and
 * RTM_GETLINK with IFLA_MASTER and IFLA_LINK, to which sysfs adds `lower_*` unless the context is
 * of another network namespace. `class/block` with `holders/`, `dev` and `dm/name`, and
 * `fs/btrfs`. In procfs `1/mountinfo`, which is the host's also where a container has the host's
 * procfs, else `self/mountinfo`, and `swaps`. Neither a mount point nor a device is opened or
 * looked at, nor `uevent` or `sriov_numvfs`, which may wait.
 * @since 0.2
 */
enum sriov_code sriov_pf_read_use(const struct sriov_pf *pf, struct sriov_pf_use **use,
				  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param use may be NULL.
 * @return `use`.
 * @since 0.2
 */
struct sriov_pf_use *sriov_pf_use_ref(struct sriov_pf_use *use);

/**
 * @brief Drops a reference; the last one frees it.
 * @param use may be NULL.
 * @since 0.2
 */
void sriov_pf_use_unref(struct sriov_pf_use *use);

/**
 * @brief Whose use it is.
 * @param use may be NULL.
 * @return borrowed.
 * @since 0.2
 */
struct sriov_pf *sriov_pf_use_get_pf(const struct sriov_pf_use *use);

/**
 * @brief Whether there is any reason not to disturb the PF.
 * @param use may be NULL.
 * @return true when there is one; false for NULL.
 * @since 0.2
 */
bool sriov_pf_use_is_vital(const struct sriov_pf_use *use);

/**
 * @brief Whether all could be looked at that may be a reason.
 * @param use may be NULL.
 * @return false when sysfs shows an interface on the PF that the kernel does not show to this
 * process, as in a container with the host's sysfs and a network of its own, or when it has disks
 * and the mounts of the host's first process are not shown, as in a container with a procfs of its
 * own or to a caller who is not root; false for NULL.
 * @since 0.2
 */
bool sriov_pf_use_is_complete(const struct sriov_pf_use *use);

/**
 * @brief The reasons: default routes first, then disks.
 * @param use may be NULL.
 * @return borrowed; empty when the PF is not vital.
 * @since 0.2
 */
const struct sriov_pf_use_reason_list *sriov_pf_use_get_reasons(const struct sriov_pf_use *use);

/**
 * @brief The use in a sentence: "em1 (0000:01:00.0, igb) is vital: the default route by 192.0.2.1
 * goes through br0, over bond0, over em1".
 * @param use may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_pf_use_get_description(const struct sriov_pf_use *use);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.2
 */
struct sriov_pf_use_reason_list *
sriov_pf_use_reason_list_ref(struct sriov_pf_use_reason_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it.
 * @param list may be NULL.
 * @since 0.2
 */
void sriov_pf_use_reason_list_unref(struct sriov_pf_use_reason_list *list);

/**
 * @brief How many reasons.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.2
 */
size_t sriov_pf_use_reason_list_get_count(const struct sriov_pf_use_reason_list *list);

/**
 * @brief One reason.
 * @param list may be NULL.
 * @param position from 0, below sriov_pf_use_reason_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.2
 */
struct sriov_pf_use_reason *
sriov_pf_use_reason_list_get(const struct sriov_pf_use_reason_list *list, size_t position);

/**
 * @brief Takes a reference.
 * @param reason may be NULL.
 * @return `reason`.
 * @since 0.2
 */
struct sriov_pf_use_reason *sriov_pf_use_reason_ref(struct sriov_pf_use_reason *reason);

/**
 * @brief Drops a reference; the last one frees it.
 * @param reason may be NULL.
 * @since 0.2
 */
void sriov_pf_use_reason_unref(struct sriov_pf_use_reason *reason);

/**
 * @brief What kind of reason it is.
 * @param reason may be NULL.
 * @return one of #sriov_pf_use_kind.
 * @since 0.2
 */
enum sriov_pf_use_kind sriov_pf_use_reason_get_kind(const struct sriov_pf_use_reason *reason);

/**
 * @brief The way from what is used down to what is on the PF: of a default route interfaces, such
 * as br0, bond0 and em1; of a disk block devices, such as dm-0 and nvme0n1p3. It begins with what
 * the route names, or what is mounted, and may be as short as one.
 * @param reason may be NULL.
 * @return borrowed; empty when the interface is in another network namespace.
 * @since 0.2
 */
const struct sriov_string_list *
sriov_pf_use_reason_get_chain(const struct sriov_pf_use_reason *reason);

/**
 * @brief The gateway of a default route, as "192.0.2.1" or "fe80::1".
 * @param reason may be NULL.
 * @return borrowed; NULL when the route has none, and for all else.
 * @since 0.2
 */
const char *sriov_pf_use_reason_get_gateway(const struct sriov_pf_use_reason *reason);

/**
 * @brief Where the disk is mounted; of many places the first.
 * @param reason may be NULL.
 * @return borrowed; NULL when that is not known, as of a file system of btrfs that is mounted in a
 * container, and for all else.
 * @since 0.2
 */
const char *sriov_pf_use_reason_get_mount_point(const struct sriov_pf_use_reason *reason);

/**
 * @brief Through which VF of the PF a default route goes.
 * @param reason may be NULL.
 * @return the index of the VF; -1 when it goes through the PF's own interface, and for all else.
 * @since 0.2
 */
int sriov_pf_use_reason_get_vf_index(const struct sriov_pf_use_reason *reason);

/**
 * @brief The reason in a sentence: "/home is mounted from dm-0 (vg-home), over nvme0n1p3".
 * @param reason may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const char *sriov_pf_use_reason_get_message(const struct sriov_pf_use_reason *reason);

#ifdef __cplusplus
}
#endif

#endif
