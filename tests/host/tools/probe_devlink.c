/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about switches in cards, ports and representors. */
#include "json.h"
#include "probe.h"

/* eswitch PF [MODE], the mode as its number */
static enum sriov_code eswitch(struct call *call)
{
	struct sriov_eswitch *eswitch = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code && call->words[1])
		code = sriov_pf_set_eswitch_mode(
			pf, (enum sriov_eswitch_mode)number_of(call->words[1]), &call->error);
	if (!code)
		code = sriov_pf_read_eswitch(pf, &eswitch, &call->error);
	if (!code) {
		json_number("mode", sriov_eswitch_get_mode(eswitch));
		json_number("inline_mode", sriov_eswitch_get_inline_mode(eswitch));
		json_number("encapsulation", sriov_eswitch_get_encapsulation(eswitch));
	}
	sriov_eswitch_unref(eswitch);
	sriov_pf_unref(pf);
	return code;
}

static void put_port(const struct sriov_devlink_port *port)
{
	json_open(NULL, '{');
	json_number("index", sriov_devlink_port_get_index(port));
	json_number("type", sriov_devlink_port_get_type(port));
	json_number("flavour", sriov_devlink_port_get_flavour(port));
	json_number("number", sriov_devlink_port_get_number(port));
	json_number("controller", sriov_devlink_port_get_controller(port));
	json_bool("external", sriov_devlink_port_is_external(port));
	json_number("pf", sriov_devlink_port_get_pf_number(port));
	json_number("vf", sriov_devlink_port_get_vf_index(port));
	json_number("sf", sriov_devlink_port_get_sf_number(port));
	json_number("netdev_index", sriov_devlink_port_get_netdev_index(port));
	json_text("netdev", sriov_devlink_port_get_netdev_name(port));
	json_text("infiniband", sriov_devlink_port_get_infiniband_name(port));
	json_close('}');
}

/* ports DEVICE */
static enum sriov_code ports(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_devlink_port_list *list = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_list_devlink_ports(device, &list, &call->error);
	json_open("ports", '[');
	for (size_t i = 0; i < sriov_devlink_port_list_get_count(list); i++)
		put_port(sriov_devlink_port_list_get(list, i));
	json_close(']');
	sriov_devlink_port_list_unref(list);
	sriov_device_unref(device);
	return code;
}

static void put_versions(const struct sriov_devlink_info *info)
{
	json_open("versions", '[');
	for (size_t i = 0; i < sriov_devlink_info_get_version_count(info); i++) {
		json_open(NULL, '[');
		json_number(NULL, sriov_devlink_info_get_version_kind(info, i));
		json_text(NULL, sriov_devlink_info_get_version_name(info, i));
		json_text(NULL, sriov_devlink_info_get_version_value(info, i));
		json_close(']');
	}
	json_close(']');
}

/* versions DEVICE */
static enum sriov_code versions(struct call *call)
{
	struct sriov_device *device = NULL;
	struct sriov_devlink_info *info = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_read_devlink_info(device, &info, &call->error);
	if (!code) {
		json_text("driver", sriov_devlink_info_get_driver(info));
		json_text("serial_number", sriov_devlink_info_get_serial_number(info));
		json_text("board_serial_number", sriov_devlink_info_get_board_serial_number(info));
		put_versions(info);
	}
	sriov_devlink_info_unref(info);
	sriov_device_unref(device);
	return code;
}

static void put_representor(const struct sriov_representor *one)
{
	json_open(NULL, '{');
	json_number("vf", sriov_representor_get_vf_index(one));
	if (sriov_representor_get_netdev(one))
		put_netdev("netdev", sriov_representor_get_netdev(one));
	if (sriov_representor_get_error(one))
		put_error("error", sriov_representor_get_error(one));
	json_close('}');
}

/* representors PF */
static enum sriov_code representors(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_representor_list *list = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_list_representors(pf, &list, &call->error);
	json_open("representors", '[');
	for (size_t i = 0; i < sriov_representor_list_get_count(list); i++)
		put_representor(sriov_representor_list_get(list, i));
	json_close(']');
	sriov_representor_list_unref(list);
	sriov_pf_unref(pf);
	return code;
}

/* representor PF INDEX */
static enum sriov_code representor(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;
	struct sriov_netdev *netdev = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_open_vf(pf, number_of(call->words[1]), &vf, &call->error);
	if (!code)
		code = sriov_vf_read_representor(vf, &netdev, &call->error);
	if (!code)
		put_netdev("netdev", netdev);
	sriov_netdev_unref(netdev);
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	return code;
}

const struct command devlink_commands[] = {
	{"eswitch", "PF [MODE]", eswitch},	  {"ports", "DEVICE", ports},
	{"versions", "DEVICE", versions},	  {"representors", "PF", representors},
	{"representor", "PF INDEX", representor}, {NULL, NULL, NULL},
};
