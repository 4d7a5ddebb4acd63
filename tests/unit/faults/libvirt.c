/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

static enum sriov_code define_network(struct sriov_pf *pf, struct sriov_error **error)
{
	char *xml;
	enum sriov_code code = sriov_libvirt_format_network(pf, NULL, &xml, error);

	free(xml);
	if (code)
		return code;
	code = sriov_libvirt_format_interface("a&b", "52:54:00:00:00:01", &xml, error);
	free(xml);
	return code;
}

static const struct step steps[] = {
	{"define a network", .on_pf = define_network, .target = "em1"},
};

STEPS(libvirt)
