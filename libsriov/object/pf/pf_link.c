/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/pf/pf_link.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "sriov/device_interfaces.h"

#include "kernel/guard.h"
#include "kernel/link.h"
#include "kernel/netlink.h"
#include "object/device/interface.h"

/* How often a name that changes while it is looked up is looked up again. */
#define ATTEMPTS 3

/*
 * A switch in the card has its ports as interfaces of the PF too. Their names say what is behind
 * them: "p0" the wire, "pf0vf3" a VF; drivers without a switch have no such name.
 */
static bool is_representor_port(const char *port)
{
	const char *at = port;

	/* In front may be the number of a controller: "c1pf0". */
	if (*at == 'c')
		for (at++; isdigit((unsigned char)*at); at++)
			;
	return !strncmp(at, "pf", 2);
}

/* One whose port has no name is none. */
static enum sriov_code is_representor(const struct sriov_pf *pf, const char *name, bool *is,
				      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char port[IF_NAMESIZE];
	enum sriov_code code =
		tree_read_locked_line(&pf->device->context->sysfs, port, sizeof(port), &failure,
				      "bus/pci/devices/%s/net/%s/phys_port_name",
				      pf->device->address, name);

	*is = !code && is_representor_port(port);
	if (guard_gave_up(code))
		return error_move(error, &failure);
	sriov_error_unref(failure);
	return SRIOV_CODE_OK;
}

/* The first where all are representors; NULL where there are none. */
static enum sriov_code choose(const struct sriov_pf *pf, const struct sriov_string_list *names,
			      const char **chosen, struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(names);
	enum sriov_code code = SRIOV_CODE_OK;
	bool found = count < 2;

	*chosen = sriov_string_list_get(names, 0);
	for (size_t i = 0; !found && !code && i < count; i++) {
		code = is_representor(pf, sriov_string_list_get(names, i), &found, error);
		found = !found;
		if (found)
			*chosen = sriov_string_list_get(names, i);
	}
	return code;
}

/* The directory is there and empty when the interface is in another namespace than sysfs is of. */
static enum sriov_code explain_none(const struct sriov_pf *pf, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	pf_label(pf, label);
	if (tree_exists(&pf->device->context->sysfs, "bus/pci/devices/%s/net", pf->device->address))
		return error_set(error, SRIOV_CODE_NOT_FOUND,
				 "%s: its interface is in another network namespace", label);
	return error_set(error, SRIOV_CODE_UNSUPPORTED,
			 "%s has no network interface, through which alone VFs have settings",
			 label);
}

static const struct link_facts *choose_link(const struct link_facts *links, size_t count)
{
	for (size_t i = 0; count > 1 && i < count; i++)
		if (!is_representor_port(links[i].port))
			return &links[i];
	return links;
}

/* The same in a network namespace that sysfs does not show. */
static enum sriov_code read_index_by_netlink(const struct sriov_pf *pf, char name[IF_NAMESIZE],
					     int *index, struct sriov_error **error)
{
	const struct link_facts *chosen;
	struct link_facts *links;
	size_t count;
	enum sriov_code code = interface_list_links(pf->device->context, pf->device->address,
						    &links, &count, error);

	name[0] = '\0';
	if (code)
		return code;
	if (count) {
		chosen = choose_link(links, count);
		snprintf(name, IF_NAMESIZE, "%s", chosen->name);
		*index = chosen->index;
	} else {
		code = explain_none(pf, error);
	}
	free(links);
	return code;
}

/* The name is for messages. */
static enum sriov_code read_index(const struct sriov_pf *pf, char name[IF_NAMESIZE], int *index,
				  struct sriov_error **error)
{
	const struct tree *sysfs = &pf->device->context->sysfs;
	struct sriov_string_list *names;
	const char *chosen = NULL;
	uint64_t number = 0;
	enum sriov_code code;

	if (interface_is_by_netlink(pf->device->context))
		return read_index_by_netlink(pf, name, index, error);
	code = sriov_device_list_interfaces(pf->device, &names, error);
	name[0] = '\0';
	if (code)
		return code;
	code = choose(pf, names, &chosen, error);
	if (code) {
		/* Then it is not known. */
	} else if (chosen) {
		snprintf(name, IF_NAMESIZE, "%s", chosen);
		code = tree_read_number(sysfs, 10, INT_MAX, &number, error,
					"bus/pci/devices/%s/net/%s/ifindex", pf->device->address,
					name);
	} else {
		code = explain_none(pf, error);
	}
	sriov_string_list_unref(names);
	*index = (int)number;
	return code;
}

enum sriov_code pf_link_guess(const struct sriov_pf *pf, char name[IF_NAMESIZE], int *index,
			      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code;

	for (int i = 0; i < ATTEMPTS; i++) {
		sriov_error_unref(failure);
		failure = NULL;
		code = read_index(pf, name, index, &failure);
		/* A name that was listed and then not found was changed between. */
		if (code != SRIOV_CODE_NOT_FOUND || !name[0])
			break;
	}
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}

/*
 * A device of another bus may stand between the PF and its interface: then sysfs has to say the
 * same of the interface as the kernel does. It cannot be another PCI device.
 */
static bool is_below(const struct sriov_pf *pf, const char *name, const struct link_facts *link)
{
	char target[NAME_MAX + 1] = "";

	if (!link->parent_bus[0] || !strcmp(link->parent_bus, "pci"))
		return false;
	tree_read_link_if_any(&pf->device->context->sysfs, target, NULL,
			      "bus/pci/devices/%s/net/%s/device", pf->device->address, name);
	return !strcmp(link->parent, target);
}

/* Kernels before 5.14 do not tell the device: then the name and the MAC must be the same. */
static bool is_on_pf(const struct sriov_pf *pf, const char *name, const struct link_facts *link)
{
	char line[64], mac[MAC_SIZE];

	if (link->parent[0])
		return (!strcmp(link->parent, pf->device->address) &&
			!strcmp(link->parent_bus, "pci")) ||
		       is_below(pf, name, link);
	if (strcmp(link->name, name) ||
	    tree_read_line(&pf->device->context->sysfs, line, sizeof(line), NULL,
			   "bus/pci/devices/%s/net/%s/address", pf->device->address, name))
		return false;
	mac_format(link->mac, mac);
	return !mac_is_zero(link->mac) && !strcmp(line, mac);
}

enum sriov_code pf_link_judge(const struct sriov_pf *pf, const char *name, int index,
			      const struct link_facts *link, struct sriov_error *failure,
			      struct sriov_error **error)
{
	enum sriov_code code = sriov_error_get_code(failure);
	char label[PF_LABEL_SIZE];

	if (!failure && is_on_pf(pf, name, link))
		return SRIOV_CODE_OK;
	pf_label(pf, label);
	if (!failure)
		return error_set(error, SRIOV_CODE_NOT_FOUND,
				 "%s: its interface %s is not in the network namespace of this "
				 "process, where index %d is %s, on another device",
				 label, name, index, link->name);
	if (code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE)
		error_explain(&failure, SRIOV_CODE_NOT_FOUND,
			      "%s: its interface %s is not in the network namespace of this "
			      "process",
			      label, name);
	else if (code == SRIOV_CODE_TIMEOUT || code == SRIOV_CODE_BUSY)
		error_explain(&failure, code, "%s: its interface %s cannot be looked at now", label,
			      name);
	return error_move(error, &failure);
}

static enum sriov_code verify(const struct sriov_pf *pf, const char *name,
			      const struct pf_link *found, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct link_facts link;

	link_read(found->netlink, found->index, &link, &failure);
	return pf_link_judge(pf, name, found->index, &link, failure, error);
}

enum sriov_code pf_link_find(const struct sriov_pf *pf, struct pf_link *link,
			     struct sriov_error **error)
{
	char name[IF_NAMESIZE];
	enum sriov_code code = pf_link_guess(pf, name, &link->index, error);

	if (!code)
		code = context_get_netlink(pf->device->context, &link->netlink, error);
	if (!code)
		code = verify(pf, name, link, error);
	if (code)
		error_set_device(error, pf->device->address);
	return code;
}
