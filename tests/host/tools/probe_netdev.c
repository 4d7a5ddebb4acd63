/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about interfaces, and about what is set before VFs are made. */
#include "json.h"
#include "probe.h"

void put_netdev(const char *key, const struct sriov_netdev *one)
{
	json_open(key, '{');
	json_text("name", sriov_netdev_get_name(one));
	json_number("index", sriov_netdev_get_index(one));
	json_text("device", sriov_device_get_address(sriov_netdev_get_device(one)));
	if (sriov_netdev_get_error(one))
		put_error("error", sriov_netdev_get_error(one));
	put_strings("altnames", sriov_netdev_get_altnames(one));
	json_text("mac", sriov_netdev_get_mac(one));
	json_text("permanent_mac", sriov_netdev_get_permanent_mac(one));
	json_number("mtu_bytes", sriov_netdev_get_mtu_bytes(one));
	json_bool("up", sriov_netdev_is_up(one));
	json_bool("carrier", sriov_netdev_has_carrier(one));
	json_number("operstate", sriov_netdev_get_operstate(one));
	json_number("speed_mbps", sriov_netdev_get_speed_mbps(one));
	json_text("kind", sriov_netdev_get_kind(one));
	json_number("master_index", sriov_netdev_get_master_index(one));
	json_text("master_name", sriov_netdev_get_master_name(one));
	json_text("master_kind", sriov_netdev_get_master_kind(one));
	json_text("port_name", sriov_netdev_get_port_name(one));
	json_text("port_id", sriov_netdev_get_port_id(one));
	json_text("switch_id", sriov_netdev_get_switch_id(one));
	json_number("dev_port", sriov_netdev_get_dev_port(one));
	json_number("dev_id", sriov_netdev_get_dev_id(one));
	json_close('}');
}

/* netdevs DEVICE */
static enum sriov_code netdevs(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_netdev_list *list = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_list_netdevs(device, &list, &call->error);
	json_open("netdevs", '[');
	for (size_t i = 0; i < sriov_netdev_list_get_count(list); i++)
		put_netdev(NULL, sriov_netdev_list_get(list, i));
	json_close(']');
	sriov_netdev_list_unref(list);
	sriov_device_unref(device);
	return code;
}

/* netdev NAME */
static enum sriov_code netdev(struct call *call)
{
	struct sriov_netdev *netdev = NULL;
	enum sriov_code code =
		sriov_netdev_open(call->context, call->words[0], &netdev, &call->error);

	if (!code)
		put_netdev("netdev", netdev);
	sriov_netdev_unref(netdev);
	return code;
}

/* autoprobe PF [on|off] */
static enum sriov_code autoprobe(struct call *call)
{
	struct sriov_pf *pf = NULL;
	bool enabled;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code && call->words[1])
		code = sriov_pf_set_autoprobe(pf, truth_of(call->words[1]), &call->error);
	if (!code)
		code = sriov_pf_read_autoprobe(pf, &enabled, &call->error);
	if (!code)
		json_bool("autoprobe", enabled);
	sriov_pf_unref(pf);
	return code;
}

/* msix-pool PF */
static enum sriov_code msix_pool(struct call *call)
{
	struct sriov_pf *pf = NULL;
	unsigned int vectors;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_read_vf_msix_pool(pf, &vectors, &call->error);
	if (!code)
		json_number("vectors", vectors);
	sriov_pf_unref(pf);
	return code;
}

/* msix VF VECTORS */
static enum sriov_code msix(struct call *call)
{
	struct sriov_vf *vf = NULL;
	enum sriov_code code = sriov_vf_open(call->context, call->words[0], &vf, &call->error);

	if (!code)
		code = sriov_vf_set_msix_count(vf, number_of(call->words[1]), &call->error);
	sriov_vf_unref(vf);
	return code;
}

const struct command netdev_commands[] = {
	{"netdevs", "DEVICE", netdevs},
	{"netdev", "NAME", netdev},
	{"autoprobe", "PF [on|off]", autoprobe},
	{"msix-pool", "PF", msix_pool},
	{"msix", "VF VECTORS", msix},
	{NULL, NULL, NULL},
};
