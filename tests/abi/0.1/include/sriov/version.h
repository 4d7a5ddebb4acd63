/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VERSION_H
#define SRIOV_VERSION_H

#ifdef __cplusplus
extern "C" {
#endif

const char *sriov_get_version(void);

#ifdef __cplusplus
}
#endif

#endif
