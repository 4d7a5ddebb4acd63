/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Which libsriov this is.
 */
#ifndef SRIOV_VERSION_H
#define SRIOV_VERSION_H

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The version of the library that runs, which may be newer than the header.
 * @return "MAJOR.MINOR.PATCH", constant.
 * @since 0.1
 */
const char *sriov_get_version(void);

#ifdef __cplusplus
}
#endif

#endif
