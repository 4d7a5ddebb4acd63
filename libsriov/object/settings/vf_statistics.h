/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the statistics of a VF are made of, and whether they are worth anything. */
#ifndef OBJECT_VF_STATISTICS_H
#define OBJECT_VF_STATISTICS_H

#include "sriov/vf_statistics.h"

#include "base/object.h"
#include "kernel/vf_message.h"

struct sriov_vf_statistics {
	struct object object;
	unsigned int vf_index;
	enum sriov_vf_answer answer;
	uint64_t counters[VF_COUNTERS];
};

/* What is known of the PF's driver when all its counters are there. */
struct vf_statistics_judgement {
	bool counts;	/* one of them is no zero */
	bool no_counts; /* it is a driver that has none */
};

struct vf_statistics_judgement vf_statistics_judge(const struct sriov_pf *pf,
						   const struct vf_facts *facts, size_t count);

/* NULL when there is no memory. */
struct sriov_vf_statistics *vf_statistics_make(struct vf_statistics_judgement judgement,
					       unsigned int vf_index, const struct vf_facts *facts);

#endif
