/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the steps of the tour share. */
#ifndef TOUR_H
#define TOUR_H

#include <sriov/sriov.h>
#include <stddef.h>

#include "story.h"

#define MOST_PFS 2

struct tour {
	struct story story;
	struct sriov_context *context;
	struct sriov_pf *pfs[MOST_PFS];
	struct sriov_bond *bond;
	struct sriov_guest_bond *plan;
	size_t pf_count;
	unsigned int wanted;
	bool apply;
	bool allow_destroy;
	bool spoof_check_off;
	const char *xml_folder;
};

/* Tells a failure, with what is behind it, and drops it: what follows may still be of use. */
void trouble(struct tour *tour, struct sriov_error *error);

const char *address_of(const struct sriov_pf *pf);

/* "em1", or the address of a PF without an interface. */
const char *name_of(const struct sriov_pf *pf);

const char *or_none(const char *text);

/* Writes a definition into the folder that was asked for, if one was. */
void write_definition(struct tour *tour, const char *name, const char *xml);

void w1_iommu(struct tour *tour);
void w2_cards(struct tour *tour);
void w3_capability(struct tour *tour);
void w4_make_vfs(struct tour *tour);
void w5_drivers(struct tour *tour);
void w6_pool(struct tour *tour);
void w7_card(struct tour *tour);
void w8_bond(struct tour *tour);
void w9_trap(struct tour *tour);
void w10_way_out(struct tour *tour);

#endif
