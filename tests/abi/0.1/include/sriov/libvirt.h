/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_LIBVIRT_H
#define SRIOV_LIBVIRT_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_code sriov_libvirt_format_network(const struct sriov_pf *pf, const char *name,
					     char **xml, struct sriov_error **error);

enum sriov_code sriov_libvirt_format_interface(const char *network, const char *mac, char **xml,
					       struct sriov_error **error);

enum sriov_code sriov_libvirt_format_hostdev(const struct sriov_vf *vf, bool managed, char **xml,
					     struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
