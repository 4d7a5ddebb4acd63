/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The default routes that lead through a PF. */
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/text.h"
#include "kernel/route.h"
#include "object/use/interface_graph.h"
#include "object/use/pf_use.h"

/* The part of a device's class that says what it is at all. */
#define BASE_CLASS_NETWORK 0x02

struct reading {
	struct sriov_pf_use *use;
	struct interface_graph graph;
	struct route_hops hops;
};

static void clear(struct reading *reading)
{
	interface_graph_clear(&reading->graph);
	route_hops_clear(&reading->hops);
}

/* The index of the VF that a device is, -1 for the PF itself; false when it is neither. */
static bool find_owner(const struct sriov_pf *pf, const char *address, int *vf_index,
		       struct sriov_error **error, enum sriov_code *code)
{
	const struct tree *sysfs = &pf->device->context->sysfs;
	CLEANUP(cleanup_free) unsigned int *indexes = NULL;
	char name[NAME_MAX + 1];
	unsigned int count;

	*vf_index = -1;
	if (!strcmp(address, pf->device->address))
		return true;
	if (!address[0] ||
	    tree_read_link_if_any(sysfs, name, NULL, "bus/pci/devices/%s/physfn", address) ||
	    strcmp(name, pf->device->address) != 0)
		return false;
	*code = pf_list_indexes(pf, &indexes, &count, error);
	for (unsigned int i = 0; !*code && i < count; i++) {
		if (tree_read_link_if_any(sysfs, name, NULL, "bus/pci/devices/%s/virtfn%u",
					  pf->device->address, indexes[i]) ||
		    strcmp(name, address) != 0)
			continue;
		*vf_index = (int)indexes[i];
		return true;
	}
	return false;
}

static char *describe(const struct route_hop *hop, const struct sriov_string_list *chain,
		      int vf_index)
{
	struct text text = {0};
	const char *name;

	text_add(&text, "the %sdefault route", hop->ipv6 ? "IPv6 " : "");
	if (hop->table != ROUTE_TABLE_MAIN && hop->table != ROUTE_TABLE_DEFAULT)
		text_add(&text, " of table %u", hop->table);
	if (hop->gateway[0])
		text_add(&text, " by %s", hop->gateway);
	text_add(&text, " goes through ");
	for (size_t i = 0; (name = sriov_string_list_get(chain, i)); i++)
		text_add(&text, "%s%s", i ? ", over " : "", name);
	if (vf_index >= 0)
		text_add(&text, ", which is VF %d", vf_index);
	return text_take(&text);
}

static enum sriov_code add(struct reading *reading, const struct route_hop *hop, size_t position,
			   int vf_index, struct sriov_error **error)
{
	struct sriov_string_list *chain = interface_graph_chain(&reading->graph, position);
	struct pf_use_facts facts = {
		.kind = SRIOV_PF_USE_KIND_DEFAULT_ROUTE,
		.chain = chain,
		.gateway = hop->gateway,
		.vf_index = vf_index,
	};
	enum sriov_code code;

	if (!chain)
		return error_no_memory(error);
	code = pf_use_add(reading->use, &facts, describe(hop, chain, vf_index), error);
	sriov_string_list_unref(chain);
	return code;
}

/* All that is below the interface of the route. */
static enum sriov_code follow(struct reading *reading, const struct route_hop *hop,
			      struct sriov_error **error)
{
	struct interface_graph *graph = &reading->graph;
	enum sriov_code code = interface_graph_walk(graph, hop->interface, error);
	char address[ADDRESS_SIZE];
	int vf_index;

	for (size_t i = 0; !code && i < graph->reached; i++) {
		interface_graph_device(graph, graph->order[i], address);
		if (find_owner(reading->use->pf, address, &vf_index, error, &code))
			code = add(reading, hop, graph->order[i], vf_index, error);
	}
	return code;
}

/*
 * What sysfs shows and the kernel does not, or has under another number, is in the namespace of
 * the mount of sysfs, and that is not the caller's.
 */
static enum sriov_code compare(struct reading *reading, const char *name,
			       struct sriov_error **error)
{
	const struct sriov_device *device = reading->use->pf->device;
	uint64_t index = 0;

	if (interface_is_by_netlink(device->context))
		return SRIOV_CODE_OK;
	/* It may be gone, or called otherwise by now. */
	if (tree_read_number(&device->context->sysfs, 10, INT_MAX, &index, NULL,
			     "bus/pci/devices/%s/net/%s/ifindex", device->address, name) ||
	    interface_graph_has(&reading->graph, name, (int)index))
		return SRIOV_CODE_OK;
	return pf_use_add_gap(reading->use, error,
			      "%s is not in the network namespace of this process, so that its "
			      "routes are not known",
			      name);
}

static enum sriov_code add_elsewhere(struct sriov_pf_use *use, struct sriov_error **error)
{
	struct pf_use_facts facts = {
		.kind = SRIOV_PF_USE_KIND_OTHER_NAMESPACE,
		.vf_index = -1,
	};
	struct text text = {0};

	text_add(&text, "its interface is in another network namespace, and may carry the default "
			"route there");
	return pf_use_add(use, &facts, text_take(&text), error);
}

/* The directory is there as long as the device has an interface in any namespace. */
static bool has_network(const struct sriov_device *device)
{
	return tree_exists(&device->context->sysfs, "bus/pci/devices/%s/net", device->address);
}

static enum sriov_code check_interfaces(struct reading *reading, struct sriov_error **error)
{
	const struct sriov_device *device = reading->use->pf->device;
	struct sriov_string_list *names;
	const char *name;
	enum sriov_code code = interface_list(device->context, device->address, &names, error);

	if (code)
		return code;
	if (!sriov_string_list_get_count(names) && has_network(device))
		code = add_elsewhere(reading->use, error);
	for (size_t i = 0; !code && (name = sriov_string_list_get(names, i)); i++)
		code = compare(reading, name, error);
	sriov_string_list_unref(names);
	return code;
}

static enum sriov_code read_all(struct reading *reading, struct sriov_error **error)
{
	struct sriov_context *context = reading->use->pf->device->context;
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(context, &netlink, error);

	if (!code)
		code = route_list_defaults(netlink, &reading->hops, error);
	if (!code)
		code = interface_graph_read(context, &reading->graph, error);
	for (size_t i = 0; !code && i < reading->hops.count; i++)
		code = follow(reading, &reading->hops.items[i], error);
	return code ? code : check_interfaces(reading, error);
}

/* What is no network card and has no interface is not asked about: a list of routes may be long. */
enum sriov_code pf_use_read_routes(struct sriov_pf_use *use, struct sriov_error **error)
{
	CLEANUP(clear) struct reading reading = {.use = use};
	const struct sriov_device *device = use->pf->device;

	if (device->class >> 16 == BASE_CLASS_NETWORK || has_network(device))
		return read_all(&reading, error);
	if (!tree_exists(&device->context->sysfs, "bus/pci/devices/%s", device->address))
		return error_set(error, SRIOV_CODE_GONE, "%s was removed", device->address);
	return SRIOV_CODE_OK;
}
