/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_REPRESENTOR_H
#define SRIOV_REPRESENTOR_H

#include <sriov/error.h>
#include <sriov/netdev.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_representor;

struct sriov_representor_list;

struct sriov_representor_list *sriov_representor_list_ref(struct sriov_representor_list *list);

void sriov_representor_list_unref(struct sriov_representor_list *list);

size_t sriov_representor_list_get_count(const struct sriov_representor_list *list);

struct sriov_representor *sriov_representor_list_get(const struct sriov_representor_list *list,
						     size_t position);

struct sriov_representor *sriov_representor_ref(struct sriov_representor *representor);

void sriov_representor_unref(struct sriov_representor *representor);

unsigned int sriov_representor_get_vf_index(const struct sriov_representor *representor);

struct sriov_netdev *sriov_representor_get_netdev(const struct sriov_representor *representor);

const struct sriov_error *sriov_representor_get_error(const struct sriov_representor *representor);

enum sriov_code sriov_pf_list_representors(struct sriov_pf *pf,
					   struct sriov_representor_list **list,
					   struct sriov_error **error);

enum sriov_code sriov_vf_read_representor(struct sriov_vf *vf, struct sriov_netdev **netdev,
					  struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
