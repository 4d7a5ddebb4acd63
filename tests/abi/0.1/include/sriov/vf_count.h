/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_COUNT_H
#define SRIOV_VF_COUNT_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vf_count_options;

enum sriov_code sriov_vf_count_options_new(struct sriov_vf_count_options **options,
					   struct sriov_error **error);

struct sriov_vf_count_options *sriov_vf_count_options_ref(struct sriov_vf_count_options *options);

void sriov_vf_count_options_unref(struct sriov_vf_count_options *options);

void sriov_vf_count_options_set_allow_destroy(struct sriov_vf_count_options *options, bool allow);

enum sriov_code sriov_pf_set_vf_count(struct sriov_pf *pf, unsigned int count,
				      const struct sriov_vf_count_options *options,
				      struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
