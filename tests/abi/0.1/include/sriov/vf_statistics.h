/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_VF_STATISTICS_H
#define SRIOV_VF_STATISTICS_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <sriov/vf_settings.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_vf_statistics;

struct sriov_vf_statistics *sriov_vf_statistics_ref(struct sriov_vf_statistics *statistics);

void sriov_vf_statistics_unref(struct sriov_vf_statistics *statistics);

unsigned int sriov_vf_statistics_get_vf_index(const struct sriov_vf_statistics *statistics);

enum sriov_vf_answer sriov_vf_statistics_get_answer(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_rx_packets(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_tx_packets(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_rx_bytes(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_tx_bytes(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_broadcast(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_multicast(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_rx_dropped(const struct sriov_vf_statistics *statistics);

uint64_t sriov_vf_statistics_get_tx_dropped(const struct sriov_vf_statistics *statistics);

struct sriov_vf_statistics_list;

struct sriov_vf_statistics_list *
sriov_vf_statistics_list_ref(struct sriov_vf_statistics_list *list);

void sriov_vf_statistics_list_unref(struct sriov_vf_statistics_list *list);

size_t sriov_vf_statistics_list_get_count(const struct sriov_vf_statistics_list *list);

struct sriov_vf_statistics *
sriov_vf_statistics_list_get(const struct sriov_vf_statistics_list *list, size_t position);

enum sriov_code sriov_pf_list_vf_statistics(struct sriov_pf *pf,
					    struct sriov_vf_statistics_list **list,
					    struct sriov_error **error);

enum sriov_code sriov_vf_read_statistics(struct sriov_vf *vf,
					 struct sriov_vf_statistics **statistics,
					 struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
