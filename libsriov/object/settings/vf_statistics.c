/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_statistics.h"

#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "object/settings/vf_reading.h"
#include "object/settings/vf_support.h"
#include "object/vf/vf.h"

OBJECT_REFERENCES(vf_statistics)
OBJECT_LIST(vf_statistics)

struct vf_statistics_judgement vf_statistics_judge(const struct sriov_pf *pf,
						   const struct vf_facts *facts, size_t count)
{
	struct vf_statistics_judgement judgement = {.no_counts = vf_support_of(pf).no_statistics};

	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < VF_COUNTERS; j++)
			judgement.counts |= facts[i].counters[j] != 0;
	return judgement;
}

struct sriov_vf_statistics *vf_statistics_make(struct vf_statistics_judgement judgement,
					       unsigned int vf_index, const struct vf_facts *facts)
{
	struct sriov_vf_statistics *statistics = object_new(sizeof(*statistics), NULL);

	if (!statistics)
		return NULL;
	statistics->vf_index = vf_index;
	memcpy(statistics->counters, facts->counters, sizeof(facts->counters));
	if (!facts->counted || (judgement.no_counts && !judgement.counts))
		statistics->answer = SRIOV_VF_ANSWER_UNSUPPORTED;
	else
		statistics->answer =
			judgement.counts ? SRIOV_VF_ANSWER_VALUE : SRIOV_VF_ANSWER_UNKNOWN;
	return statistics;
}

static void *make(const struct vf_reading *reading, unsigned int vf_index, const void *data)
{
	const struct vf_statistics_judgement *judgement = data;

	return vf_statistics_make(*judgement, vf_index, &reading->facts[vf_index]);
}

EXPORT enum sriov_code sriov_pf_list_vf_statistics(struct sriov_pf *pf,
						   struct sriov_vf_statistics_list **list,
						   struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = pf, .kind = VF_READING_STATISTICS};
	struct vf_statistics_judgement judgement;
	void *made;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = vf_reading_read(&reading, error);
	if (code)
		return code;
	judgement = vf_statistics_judge(pf, reading.facts, reading.count);
	code = vf_reading_make_list(&reading, make, &judgement, &made, error);
	*list = made;
	return code;
}

EXPORT enum sriov_code sriov_vf_read_statistics(struct sriov_vf *vf,
						struct sriov_vf_statistics **statistics,
						struct sriov_error **error)
{
	CLEANUP(vf_reading_clear) struct vf_reading reading = {.kind = VF_READING_STATISTICS};
	struct vf_statistics_judgement judgement;
	enum sriov_code code;

	if (!statistics)
		return error_null(error, "statistics");
	*statistics = NULL;
	if (!vf)
		return error_null(error, "vf");
	reading.pf = vf->pf;
	code = vf_reading_read(&reading, error);
	if (!code)
		code = vf_reading_check(&reading, vf->index, error);
	if (code)
		return code;
	judgement = vf_statistics_judge(vf->pf, reading.facts, reading.count);
	*statistics = make(&reading, vf->index, &judgement);
	return *statistics ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT unsigned int sriov_vf_statistics_get_vf_index(const struct sriov_vf_statistics *statistics)
{
	return statistics ? statistics->vf_index : 0;
}

EXPORT enum sriov_vf_answer
sriov_vf_statistics_get_answer(const struct sriov_vf_statistics *statistics)
{
	return statistics ? statistics->answer : SRIOV_VF_ANSWER_UNKNOWN;
}

static uint64_t get(const struct sriov_vf_statistics *statistics, enum vf_counter counter)
{
	return statistics ? statistics->counters[counter] : 0;
}

EXPORT uint64_t sriov_vf_statistics_get_rx_packets(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_RX_PACKETS);
}

EXPORT uint64_t sriov_vf_statistics_get_tx_packets(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_TX_PACKETS);
}

EXPORT uint64_t sriov_vf_statistics_get_rx_bytes(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_RX_BYTES);
}

EXPORT uint64_t sriov_vf_statistics_get_tx_bytes(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_TX_BYTES);
}

EXPORT uint64_t sriov_vf_statistics_get_broadcast(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_BROADCAST);
}

EXPORT uint64_t sriov_vf_statistics_get_multicast(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_MULTICAST);
}

EXPORT uint64_t sriov_vf_statistics_get_rx_dropped(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_RX_DROPPED);
}

EXPORT uint64_t sriov_vf_statistics_get_tx_dropped(const struct sriov_vf_statistics *statistics)
{
	return get(statistics, VF_COUNTER_TX_DROPPED);
}
