/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One of many that want different things of the same PFs at the same time. */
#include "agent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LONGEST_WAIT_MS 120000

static const char *const pfs[] = {"em1", "em2"};

struct rival {
	struct sriov_context *context;
	unsigned int seed;
	char **wants;
	unsigned int count;
	char json[4096];
};

static unsigned int choose(struct rival *rival, unsigned int count)
{
	return (unsigned int)rand_r(&rival->seed) % count;
}

static bool is_of_same_pf(const char *one, const char *other)
{
	return !strstr(one, pfs[0]) == !strstr(other, pfs[0]);
}

static void choose_state(struct rival *rival)
{
	const char *first = rival->wants[choose(rival, rival->count)];
	const char *second = rival->wants[choose(rival, rival->count)];
	bool is_one = is_of_same_pf(first, second);

	snprintf(rival->json, sizeof(rival->json), "{\"version\":1,\"pfs\":[%s%s%s]}", first,
		 is_one ? "" : ",", is_one ? "" : second);
}

/* --- Whoever comes first ---------------------------------------------------------------------- */

static enum sriov_code apply_once(struct rival *rival, struct sriov_apply_options *options,
				  struct sriov_error **error)
{
	struct sriov_plan *plan = NULL;
	enum sriov_code code = agent_plan(rival->context, rival->json, &plan, error);

	if (!code)
		code = sriov_plan_apply(plan, options, NULL, error);
	sriov_plan_unref(plan);
	return code;
}

/* VFs come and go while they are looked at. */
static bool is_in_the_way(enum sriov_code code)
{
	return code == SRIOV_CODE_BUSY || code == SRIOV_CODE_GONE;
}

static enum sriov_code apply_until_done(struct rival *rival, struct sriov_error **error)
{
	struct sriov_apply_options *options;
	enum sriov_code code = sriov_apply_options_new(&options, error);

	if (code)
		return code;
	sriov_apply_options_set_wait_ms(options, choose(rival, 2) ? 100 : 0);
	while (is_in_the_way(code = apply_once(rival, options, error))) {
		sriov_error_unref(*error);
		*error = NULL;
	}
	sriov_apply_options_unref(options);
	return code;
}

/* --- One who lets nobody in meanwhile --------------------------------------------------------- */

static enum sriov_code lease(struct rival *rival, const char *name,
			     struct sriov_apply_options *options, struct sriov_error **error)
{
	struct sriov_lease_options *wait = NULL;
	struct sriov_lease *lease = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(rival->context, name, &pf, error);

	if (!code)
		code = sriov_lease_options_new(&wait, error);
	sriov_lease_options_set_wait_ms(wait, LONGEST_WAIT_MS);
	if (!code)
		code = sriov_pf_acquire_lease(pf, wait, &lease, error);
	if (!code)
		code = sriov_apply_options_add_lease(options, lease, error);
	sriov_lease_unref(lease);
	sriov_lease_options_unref(wait);
	sriov_pf_unref(pf);
	return code;
}

/* It is so, and stays so, until the leases are dropped. */
static enum sriov_code check(struct rival *rival, struct sriov_error **error)
{
	struct sriov_plan *plan = NULL;
	enum sriov_code code = agent_plan(rival->context, rival->json, &plan, error);
	const struct sriov_step *step = sriov_step_list_get(sriov_plan_get_steps(plan), 0);

	if (step) {
		fprintf(stderr, "under a lease: %s\n", sriov_step_get_description(step));
		code = SRIOV_CODE_FAILED;
	}
	sriov_plan_unref(plan);
	return code;
}

static enum sriov_code apply_alone(struct rival *rival, struct sriov_error **error)
{
	struct sriov_apply_options *options;
	enum sriov_code code = sriov_apply_options_new(&options, error);

	for (size_t i = 0; !code && i < sizeof(pfs) / sizeof(pfs[0]); i++)
		code = lease(rival, pfs[i], options, error);
	if (!code)
		code = apply_once(rival, options, error);
	if (!code)
		code = check(rival, error);
	sriov_apply_options_unref(options);
	return code;
}

enum sriov_code agent_compete(struct sriov_context *context, unsigned int seed, long times,
			      char **wants, struct sriov_error **error)
{
	struct rival rival = {.context = context, .seed = seed, .wants = wants};
	enum sriov_code code = SRIOV_CODE_OK;

	while (wants[rival.count])
		rival.count++;
	for (long i = 0; !code && i < times; i++) {
		choose_state(&rival);
		code = choose(&rival, 8) ? apply_until_done(&rival, error)
					 : apply_alone(&rival, error);
	}
	return code;
}
