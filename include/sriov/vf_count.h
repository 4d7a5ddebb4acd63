/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief How many VFs a PF has.
 */
#ifndef SRIOV_VF_COUNT_H
#define SRIOV_VF_COUNT_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief How sriov_pf_set_vf_count() is to go about it.
 * @since 0.1
 */
struct sriov_vf_count_options;

/**
 * @brief Makes options for sriov_pf_set_vf_count() that allow nothing to be destroyed.
 * @param[out] options released with sriov_vf_count_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_vf_count_options_new(struct sriov_vf_count_options **options,
					   struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_vf_count_options *sriov_vf_count_options_ref(struct sriov_vf_count_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_vf_count_options_unref(struct sriov_vf_count_options *options);

/**
 * @brief Allows the VFs that exist to be destroyed, in use or not.
 *
 * The kernel can change the number only through 0: from 7 to 3 all seven go and three new ones
 * come. A machine that has one of them loses it.
 * @param options the options; NULL does nothing.
 * @param allow true to allow it.
 * @since 0.1
 */
void sriov_vf_count_options_set_allow_destroy(struct sriov_vf_count_options *options, bool allow);

/**
 * @brief Makes the PF have this many VFs.
 *
 * The number that it has already is success and changes nothing. When VFs exist and another number
 * is asked for, it refuses, and says which VFs would go and who has them, unless the options allow
 * it. After the write the VFs are counted. When making the new ones fails after the old
 * ones were destroyed, the old number is made again as far as the kernel allows.
 *
 * Removing VFs waits in the kernel until each one held through VFIO is let go: the deadline of
 * sriov_context_options_set_deadline_ms() is for each of the two writes.
 * @param pf the PF. It stays the snapshot it is; open it again to see the new number.
 * @param count from 0 to sriov_pf_get_total_vfs().
 * @param options NULL for those of sriov_vf_count_options_new().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `pf` is NULL.
 * @retval SRIOV_CODE_TOO_MANY_VFS more than the PF can have. Nothing was changed.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF. Nothing was changed.
 * @retval SRIOV_CODE_UNSUPPORTED its driver cannot make VFs. Nothing was changed.
 * @retval SRIOV_CODE_WOULD_DESTROY VFs exist; one cause for each of them. Nothing was changed.
 * @retval SRIOV_CODE_BUSY somebody else changed the number at the same time, or an earlier change
 * by this context was not over in time and still is not.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms(). The message says how far it came, and names the first VF
 * that a process holds; one cause for each of them. Nothing is taken back.
 * @retval SRIOV_CODE_PARTIAL the driver made fewer and said nothing; they are left.
 * @retval SRIOV_CODE_FORBIDDEN the caller may not write it; it takes root.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FAILED the kernel refused, for instance for want of bus numbers or memory
 * space (ENOMEM): the message has its reason.
 * @retval SRIOV_CODE_NO_MEMORY out of memory in this process.
 * @par Kernel interface
 * `sriov_numvfs`, the links `virtfnN`.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_vf_count(struct sriov_pf *pf, unsigned int count,
				      const struct sriov_vf_count_options *options,
				      struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
