/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* No made-up card has devlink: these are the ways to that answer. */
#include "faults.h"

static enum sriov_code read_eswitch(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_eswitch *eswitch;
	enum sriov_code code = sriov_pf_read_eswitch(pf, &eswitch, error);

	sriov_eswitch_unref(eswitch);
	return code;
}

static enum sriov_code list_ports(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_devlink_port_list *list;
	enum sriov_code code = sriov_device_list_devlink_ports(device, &list, error);

	sriov_devlink_port_list_unref(list);
	return code;
}

static enum sriov_code read_info(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_devlink_info *info;
	enum sriov_code code = sriov_device_read_devlink_info(device, &info, error);

	sriov_devlink_info_unref(info);
	return code;
}

static enum sriov_code list_representors(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_representor_list *list;
	enum sriov_code code = sriov_pf_list_representors(pf, &list, error);

	sriov_representor_list_unref(list);
	return code;
}

static const struct step steps[] = {
	{"read the switch", .on_pf = read_eswitch, .target = "em1", .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_IN_NETWORK},
	{"list ports", .on_device = list_ports, .target = CARD, .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_IN_NETWORK},
	{"read versions", .on_device = read_info, .target = CARD, .code = SRIOV_CODE_UNSUPPORTED,
	 .where = FAULTS_IN_NETWORK},
	{"list representors", .on_pf = list_representors, .target = "em1",
	 .code = SRIOV_CODE_UNSUPPORTED, .where = FAULTS_IN_NETWORK},
};

STEPS(devlink)
