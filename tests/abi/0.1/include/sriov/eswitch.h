/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_ESWITCH_H
#define SRIOV_ESWITCH_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_eswitch_mode {
	SRIOV_ESWITCH_MODE_UNKNOWN = -1,
	SRIOV_ESWITCH_MODE_LEGACY = 0,
	SRIOV_ESWITCH_MODE_SWITCHDEV = 1,
	SRIOV_ESWITCH_MODE_SWITCHDEV_INACTIVE = 2,
};

enum sriov_eswitch_inline_mode {
	SRIOV_ESWITCH_INLINE_MODE_UNKNOWN = -1,
	SRIOV_ESWITCH_INLINE_MODE_NONE = 0,
	SRIOV_ESWITCH_INLINE_MODE_LINK = 1,
	SRIOV_ESWITCH_INLINE_MODE_NETWORK = 2,
	SRIOV_ESWITCH_INLINE_MODE_TRANSPORT = 3,
};

struct sriov_eswitch;

struct sriov_eswitch *sriov_eswitch_ref(struct sriov_eswitch *eswitch);

void sriov_eswitch_unref(struct sriov_eswitch *eswitch);

enum sriov_eswitch_mode sriov_eswitch_get_mode(const struct sriov_eswitch *eswitch);

enum sriov_eswitch_inline_mode sriov_eswitch_get_inline_mode(const struct sriov_eswitch *eswitch);

enum sriov_switch sriov_eswitch_get_encapsulation(const struct sriov_eswitch *eswitch);

enum sriov_code sriov_pf_read_eswitch(struct sriov_pf *pf, struct sriov_eswitch **eswitch,
				      struct sriov_error **error);

enum sriov_code sriov_pf_set_eswitch_mode(struct sriov_pf *pf, enum sriov_eswitch_mode mode,
					  struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
