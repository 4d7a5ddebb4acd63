/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command about what a PF is used for. */
#include <stddef.h>

#include "json.h"
#include "probe.h"

static void put_reason(const struct sriov_pf_use_reason *reason)
{
	json_number("kind", sriov_pf_use_reason_get_kind(reason));
	put_strings("chain", sriov_pf_use_reason_get_chain(reason));
	json_text("gateway", sriov_pf_use_reason_get_gateway(reason));
	json_text("mount_point", sriov_pf_use_reason_get_mount_point(reason));
	json_number("vf", sriov_pf_use_reason_get_vf_index(reason));
	json_text("message", sriov_pf_use_reason_get_message(reason));
}

static void put_use(const struct sriov_pf_use *use)
{
	const struct sriov_pf_use_reason_list *reasons = sriov_pf_use_get_reasons(use);

	json_bool("vital", sriov_pf_use_is_vital(use));
	json_bool("complete", sriov_pf_use_is_complete(use));
	json_text("description", sriov_pf_use_get_description(use));
	json_open("reasons", '[');
	for (size_t i = 0; i < sriov_pf_use_reason_list_get_count(reasons); i++) {
		json_open(NULL, '{');
		put_reason(sriov_pf_use_reason_list_get(reasons, i));
		json_close('}');
	}
	json_close(']');
}

/* pf-use PF */
static enum sriov_code pf_use(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_pf_use *use = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_read_use(pf, &use, &call->error);
	if (!code)
		put_use(use);
	sriov_pf_use_unref(use);
	sriov_pf_unref(pf);
	return code;
}

const struct command use_commands[] = {
	{"pf-use", "PF", pf_use},
	{NULL, NULL, NULL},
};
