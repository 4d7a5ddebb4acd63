/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code configure(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_context_options *made = NULL;
	enum sriov_code code = sriov_context_options_new(&made, error);

	(void)context;
	if (!code)
		code = sriov_context_options_set_modules(made, "/lib/modules/x", error);
	if (!code)
		code = sriov_context_options_set_modprobe(made, "/etc/modprobe.d", error);
	sriov_context_options_unref(made);
	return code;
}

static const struct step steps[] = {
	{"configure", .run = configure},
};

STEPS(context)
