/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/devlink/representor_search.h"

#include <stdlib.h>
#include <string.h>

#include "sriov/devlink.h"
#include "sriov/eswitch.h"

#include "base/error.h"
#include "kernel/netlink.h"
#include "object/device/interface.h"
#include "object/devlink/devlink.h"
#include "object/netdev/port_name.h"

void representor_search_end(struct representor_search *search)
{
	free(search->ports);
	netdev_list_free(search->links, search->link_count);
}

/* The digit behind the point of "0000:01:00.0". */
static int get_function(const struct sriov_pf *pf)
{
	return pf->device->address[strlen(pf->device->address) - 1] - '0';
}

/* The port of a VF of this host. */
static bool is_vf_port(const struct devlink_port *port)
{
	return port->flavour == SRIOV_DEVLINK_PORT_FLAVOUR_VF && !port->external &&
	       port->controller <= 0;
}

static bool has_vf_port(const struct representor_search *search)
{
	for (size_t i = 0; i < search->port_count; i++)
		if (is_vf_port(&search->ports[i]))
			return true;
	return false;
}

/* Nearly always a card's every PF has ports of its own; where they share, the PF's number tells. */
static const struct devlink_port *find_port(const struct representor_search *search,
					    unsigned int vf_index)
{
	const struct devlink_port *found = NULL;

	for (size_t i = 0; i < search->port_count; i++) {
		const struct devlink_port *port = &search->ports[i];

		if (!is_vf_port(port) || port->vf != vf_index)
			continue;
		if (port->pf == get_function(search->pf))
			return port;
		if (!found)
			found = port;
	}
	return found;
}

/* Older kernels do not tell the device: then sysfs has the interface below it. */
static bool is_on_pf(const struct representor_search *search, const struct netdev_facts *facts)
{
	const struct sriov_device *device = search->pf->device;

	if (!facts->link.parent[0] && interface_is_by_netlink(device->context))
		return false;
	return netdev_is_on(device, facts->link.name, facts);
}

static const char *find_switch(const struct representor_search *search)
{
	for (size_t i = 0; i < search->link_count; i++)
		if (search->links[i].switch_id[0] && is_on_pf(search, &search->links[i]))
			return search->links[i].switch_id;
	return NULL;
}

/*
 * The VF of this PF that the interface stands for, -1 for none. PFs may share a switch: what is on
 * another PF's device is another PF's.
 */
static int get_vf(const struct representor_search *search, const struct netdev_facts *facts)
{
	struct port_name name;

	if (!search->switch_id || strcmp(facts->switch_id, search->switch_id) != 0 ||
	    !port_name_parse(facts->link.port, &name) || name.controller > 0)
		return -1;
	if (is_on_pf(search, facts) ||
	    (!facts->link.parent[0] && name.pf == get_function(search->pf)))
		return name.vf;
	return -1;
}

static const struct netdev_facts *find_link(const struct representor_search *search,
					    unsigned int vf_index)
{
	for (size_t i = 0; i < search->link_count; i++)
		if (get_vf(search, &search->links[i]) == (int)vf_index)
			return &search->links[i];
	return NULL;
}

static bool has_link(const struct representor_search *search)
{
	for (size_t i = 0; i < search->link_count; i++)
		if (get_vf(search, &search->links[i]) >= 0)
			return true;
	return false;
}

static enum sriov_code read_links(struct representor_search *search, struct sriov_error **error)
{
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(search->pf->device->context, &netlink, error);

	if (!code)
		code = netdev_list(netlink, &search->links, &search->link_count, error);
	if (!code)
		search->switch_id = find_switch(search);
	return code;
}

static enum sriov_code fail(const struct representor_search *search, enum sriov_code code,
			    const char *why, struct sriov_error **error)
{
	error_set(error, code, "%s: its VFs have no representors: %s", search->label, why);
	error_set_device(error, search->pf->device->address);
	return code;
}

/* Not one is to be seen: the mode says why. */
static enum sriov_code check_mode(const struct representor_search *search,
				  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct sriov_eswitch *eswitch;
	enum sriov_code code = sriov_pf_read_eswitch(search->pf, &eswitch, &failure);
	enum sriov_eswitch_mode mode = sriov_eswitch_get_mode(eswitch);

	sriov_eswitch_unref(eswitch);
	if (!code && mode == SRIOV_ESWITCH_MODE_LEGACY)
		return fail(search, SRIOV_CODE_NOT_FOUND,
			    "its switch is in legacy mode, and they come with switchdev mode",
			    error);
	/* A driver may have a switch and no modes of it, and the mode is not for everybody to read.
	 */
	if (search->switch_id && (code == SRIOV_CODE_UNSUPPORTED || code == SRIOV_CODE_FORBIDDEN)) {
		sriov_error_unref(failure);
		return SRIOV_CODE_OK;
	}
	if (code == SRIOV_CODE_UNSUPPORTED)
		error_explain(&failure, code, "%s: its VFs have no representors", search->label);
	if (code == SRIOV_CODE_FORBIDDEN)
		error_explain(&failure, SRIOV_CODE_NOT_FOUND,
			      "%s: its VFs have no representors, as in legacy mode", search->label);
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}

enum sriov_code representor_search_begin(struct sriov_pf *pf, struct representor_search *search,
					 struct sriov_error **error)
{
	enum sriov_code code;

	search->pf = pf;
	pf_label(pf, search->label);
	code = devlink_read_ports(pf->device, search->label, &search->ports, &search->port_count,
				  NULL);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	if (has_vf_port(search))
		return SRIOV_CODE_OK;
	code = read_links(search, error);
	if (code || has_link(search))
		return code;
	return check_mode(search, error);
}

static enum sriov_code fail_one(const struct representor_search *search, unsigned int vf_index,
				const char *why, struct sriov_error **error)
{
	error_set(error, SRIOV_CODE_NOT_FOUND, "VF %u of %s: its representor %s", vf_index,
		  search->label, why);
	error_set_device(error, search->pf->device->address);
	error_set_vf(error, vf_index);
	return SRIOV_CODE_NOT_FOUND;
}

static enum sriov_code make_netdev(const struct representor_search *search, int index,
				   struct sriov_netdev **netdev, struct sriov_error **error)
{
	struct sriov_device *device = search->pf->device;
	struct netdev_facts facts;
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(device->context, &netlink, error);

	if (!code)
		code = netdev_read(netlink, index, &facts, error);
	if (code)
		return code;
	/* Some are on no device at all. */
	if (!is_on_pf(search, &facts))
		device = NULL;
	return netdev_make(search->pf->device->context, device, &facts, netdev, error);
}

static enum sriov_code find_by_port(const struct representor_search *search, unsigned int vf_index,
				    int *index, struct sriov_error **error)
{
	const struct devlink_port *port = find_port(search, vf_index);

	if (!port)
		return fail_one(search, vf_index, "is not there: the switch has no port for it",
				error);
	*index = port->netdev_index;
	if (*index)
		return SRIOV_CODE_OK;
	if (port->type == SRIOV_DEVLINK_PORT_TYPE_ETHERNET)
		return fail_one(search, vf_index, "is in another network namespace", error);
	return fail_one(search, vf_index, "has no interface", error);
}

enum sriov_code representor_search_find(const struct representor_search *search,
					unsigned int vf_index, struct sriov_netdev **netdev,
					struct sriov_error **error)
{
	const struct netdev_facts *facts = find_link(search, vf_index);
	enum sriov_code code = SRIOV_CODE_OK;
	int index = facts ? facts->link.index : 0;

	*netdev = NULL;
	if (has_vf_port(search))
		code = find_by_port(search, vf_index, &index, error);
	else if (!facts)
		code = fail_one(search, vf_index,
				"is not seen: it may be in another network namespace", error);
	if (code)
		return code;
	code = make_netdev(search, index, netdev, error);
	if (code == SRIOV_CODE_NOT_FOUND)
		error_explain(error, code, "VF %u of %s: its representor has just gone", vf_index,
			      search->label);
	return code;
}
