/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

/* The test's own network namespace has no such index: the interface comes with its error. */
static enum sriov_code list_netdevs(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_netdev_list *list;
	enum sriov_code code = sriov_device_list_netdevs(device, &list, error);

	if (!code && sriov_netdev_list_get_count(list) != 1)
		code = HALF;
	sriov_netdev_list_unref(list);
	return code;
}

/* It has one whatever else it has. */
static enum sriov_code open_loopback(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_netdev *netdev;
	enum sriov_code code = sriov_netdev_open(context, "lo", &netdev, error);

	if (!code && strcmp(sriov_netdev_get_name(netdev), "lo"))
		code = HALF;
	sriov_netdev_unref(netdev);
	return code;
}

static enum sriov_code open_absent(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_netdev *netdev;

	return sriov_netdev_open(context, "an-alternative-name-of-nobody", &netdev, error);
}

static const struct step steps[] = {
	{"list netdevs", .on_device = list_netdevs, .target = CARD, .where = FAULTS_IN_NETWORK},
	{"open the loopback", .run = open_loopback, .where = FAULTS_IN_NETWORK},
	{"open no netdev", .run = open_absent, .code = SRIOV_CODE_NOT_FOUND,
	 .where = FAULTS_IN_NETWORK},
};

STEPS(netdev)
