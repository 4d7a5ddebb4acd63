/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What a VF is used for, and by whom: who would lose it if it were destroyed.
 */
#ifndef SRIOV_VF_USE_H
#define SRIOV_VF_USE_H

#include <sriov/error.h>
#include <sriov/holder.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The use of one VF as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_vf_use;

/**
 * @brief The uses of all VFs of a PF, by index.
 * @since 0.1
 */
struct sriov_vf_use_list;

/**
 * @brief What a VF is used for. The first that is true, from the end of this list, counts.
 * @since 0.1
 */
enum sriov_vf_use_state {
	/** It could not be found out; see sriov_vf_use_get_error(). */
	SRIOV_VF_USE_STATE_UNKNOWN = -1,
	/** It has no driver, or pci-stub, which does nothing with it. */
	SRIOV_VF_USE_STATE_FREE = 0,
	/** The host has an interface on it, which is down. */
	SRIOV_VF_USE_STATE_INTERFACE_DOWN = 1,
	/** The host has an interface on it, which is up. */
	SRIOV_VF_USE_STATE_INTERFACE_UP = 2,
	/** Its interface, up or down, is below another one: a bond, a bridge, a VLAN, a macvlan. */
	SRIOV_VF_USE_STATE_INTERFACE_UPPER = 3,
	/** Its interface is in another network namespace than the one that the context looks at. */
	SRIOV_VF_USE_STATE_OTHER_NAMESPACE = 4,
	/** A driver of the host has it and makes no interface: what it does with it is not known.
	 */
	SRIOV_VF_USE_STATE_DRIVER = 5,
	/** It is on a VFIO driver, and nobody holds it. */
	SRIOV_VF_USE_STATE_VFIO_UNHELD = 6,
	/** It is on a VFIO driver, and a process holds it, such as a machine that runs. */
	SRIOV_VF_USE_STATE_VFIO_HELD = 7,
};

/**
 * @brief Finds out what a VF is used for.
 *
 * A device that is open through VFIO is enabled, and one that is not is not: that tells even where
 * the caller may not see the processes. Who it is that holds it, sriov_vf_use_get_holders() knows
 * as far as the caller may see it.
 * @param vf the VF; its driver and interface are read anew.
 * @param[out] use released with sriov_vf_use_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the VF is one of a list that could not be
 * read.
 * @retval SRIOV_CODE_GONE the VF was removed.
 * @retval SRIOV_CODE_FORBIDDEN sysfs or procfs may not be read.
 * @retval SRIOV_CODE_NOT_FOUND there is no procfs where the context looks for it.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `driver`, `enable`, `net/`, of its interfaces `flags`, `master` and `upper_*`; for those on VFIO
 * what sriov_device_list_holders() reads. Neither `uevent` nor `sriov_numvfs`, which may wait. In a
 * context of another network namespace rtnetlink tells of the interfaces, and of what is above them
 * only the master.
 * @since 0.1
 */
enum sriov_code sriov_vf_read_use(const struct sriov_vf *vf, struct sriov_vf_use **use,
				  struct sriov_error **error);

/**
 * @brief The same for all VFs of a PF, with one look at the processes for all of them.
 * @param pf the PF; its VFs are read anew.
 * @param[out] list released with sriov_vf_use_list_unref(). A VF of which the use cannot be found
 * out is in it with its error.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN sysfs or procfs may not be read.
 * @retval SRIOV_CODE_NOT_FOUND there is no procfs where the context looks for it.
 * @retval SRIOV_CODE_FAILED they cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `virtfnN` of the PF, and for each VF what sriov_vf_read_use() reads.
 * @since 0.1
 */
enum sriov_code sriov_pf_list_vf_uses(struct sriov_pf *pf, struct sriov_vf_use_list **list,
				      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_vf_use_list *sriov_vf_use_list_ref(struct sriov_vf_use_list *list);

/**
 * @brief Drops a reference; the last one frees the list and drops what is in it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_vf_use_list_unref(struct sriov_vf_use_list *list);

/**
 * @brief How many VFs.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_vf_use_list_get_count(const struct sriov_vf_use_list *list);

/**
 * @brief The use of one VF.
 * @param list may be NULL.
 * @param position from 0, below sriov_vf_use_list_get_count().
 * @return borrowed from the list; NULL past the end.
 * @since 0.1
 */
struct sriov_vf_use *sriov_vf_use_list_get(const struct sriov_vf_use_list *list, size_t position);

/**
 * @brief Takes a reference.
 * @param use may be NULL.
 * @return `use`.
 * @since 0.1
 */
struct sriov_vf_use *sriov_vf_use_ref(struct sriov_vf_use *use);

/**
 * @brief Drops a reference; the last one frees it.
 * @param use may be NULL.
 * @since 0.1
 */
void sriov_vf_use_unref(struct sriov_vf_use *use);

/**
 * @brief Whose use it is.
 * @param use may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_vf *sriov_vf_use_get_vf(const struct sriov_vf_use *use);

/**
 * @brief What the VF is used for.
 * @param use may be NULL.
 * @return one of #sriov_vf_use_state.
 * @since 0.1
 */
enum sriov_vf_use_state sriov_vf_use_get_state(const struct sriov_vf_use *use);

/**
 * @brief Why the use could not be found out.
 * @param use may be NULL.
 * @return borrowed; NULL when it is known. Only in a list there are any with an error.
 * @since 0.1
 */
const struct sriov_error *sriov_vf_use_get_error(const struct sriov_vf_use *use);

/**
 * @brief Whether somebody may lose it if the VF is destroyed.
 * @param use may be NULL.
 * @return false when it is free, on VFIO and unheld, or has but interfaces that are down; true for
 * all else, what is not known included; false for NULL.
 * @since 0.1
 */
bool sriov_vf_use_is_in_use(const struct sriov_vf_use *use);

/**
 * @brief The driver that it is on.
 * @param use may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vf_use_get_driver(const struct sriov_vf_use *use);

/**
 * @brief Its interface; of many the one that matters most: below another, else up, else the first.
 * @param use may be NULL.
 * @return borrowed; NULL when there is none in the namespace that the context looks at.
 * @since 0.1
 */
const char *sriov_vf_use_get_interface(const struct sriov_vf_use *use);

/**
 * @brief The interface above its interface: its bond or bridge, else a VLAN or the like.
 * @param use may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_vf_use_get_upper(const struct sriov_vf_use *use);

/**
 * @brief Who holds it through VFIO.
 * @param use may be NULL.
 * @return borrowed; NULL when it is on no VFIO driver. It may be empty though the VF is held, when
 * the caller may not see the holder.
 * @since 0.1
 */
const struct sriov_holder_list *sriov_vf_use_get_holders(const struct sriov_vf_use *use);

/**
 * @brief The use in a sentence: "VF 3 of em1 (0000:01:00.0, igb) is held by qemu-system-x86
 * (process 812) through /dev/vfio/14".
 * @param use may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.1
 */
const char *sriov_vf_use_get_description(const struct sriov_vf_use *use);

#ifdef __cplusplus
}
#endif

#endif
