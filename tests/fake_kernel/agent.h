/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the words of an agent have in common. */
#ifndef TESTS_FAKE_KERNEL_AGENT_H
#define TESTS_FAKE_KERNEL_AGENT_H

#include <sriov/sriov.h>

enum sriov_code agent_plan(struct sriov_context *context, const char *json,
			   struct sriov_plan **plan, struct sriov_error **error);

/*
 * So many times one of these wants, each of which is what a state says of one PF, or two of them:
 * planned and applied again until nobody was in the way.
 */
enum sriov_code agent_compete(struct sriov_context *context, unsigned int seed, long times,
			      char **wants, struct sriov_error **error);

struct agent_orders {
	long cancel_at; /* at what it is told, from 0; -1 for never */
	long turns;	/* after which it is dropped; -1 for never */
	unsigned int deadline_ms;
};

/* Carries it out turn by turn, and says on standard output what it is told. */
enum sriov_code agent_watch(struct sriov_context *context, const struct agent_orders *orders,
			    const char *json, struct sriov_error **error);

/* Plans one state, applies the other one, and then the first plan. */
enum sriov_code agent_be_late(struct sriov_context *context, const char *json, const char *other,
			      struct sriov_error **error);

/*
 * Trusts all VFs of em1, with a change that the kernel does not finish, and says what else is
 * answered meanwhile; once it is told something, what became of it.
 */
enum sriov_code agent_be_stuck(struct sriov_context *context, struct sriov_error **error);

#endif
