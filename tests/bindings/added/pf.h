/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What test_added.py adds to <sriov/pf.h>. */

/**
 * @brief How many VFs could be made besides those that it has.
 * @param pf may be NULL.
 * @return the number.
 * @since 0.2
 */
unsigned int sriov_pf_get_spare_vfs(const struct sriov_pf *pf);

/**
 * @brief Says something about the PF.
 * @param pf the PF.
 * @param greeting what to begin with, which may be no blank; NULL for "Hello".
 * @param[out] motto one line, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or `greeting` is a blank.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_pf_read_motto(const struct sriov_pf *pf, const char *greeting, char **motto,
				    struct sriov_error **error);
