/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/interface.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>

#include "base/error.h"
#include "base/name.h"
#include "kernel/netlink.h"
#include "kernel/netns.h"

bool interface_is_by_netlink(const struct sriov_context *context)
{
	return context->netns != NETNS_OWN;
}

/* Linux 5.14 and later, and earlier ones that got it too, say on which device an interface is. */
static bool tells_parents(const struct link_facts *links, size_t count)
{
	struct utsname host;
	unsigned long major, minor;
	char *end;

	for (size_t i = 0; i < count; i++)
		if (links[i].parent[0])
			return true;
	uname(&host);
	major = strtoul(host.release, &end, 10);
	minor = *end == '.' ? strtoul(end + 1, NULL, 10) : 0;
	return major > 5 || (major == 5 && minor >= 14);
}

static enum sriov_code explain_silence(struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_UNSUPPORTED,
			 "this kernel does not say by netlink on which device an interface is, "
			 "and sysfs shows those of another network namespace: it takes Linux 5.14");
}

enum sriov_code interface_check_parents(bool told, struct sriov_error **error)
{
	return told || tells_parents(NULL, 0) ? SRIOV_CODE_OK : explain_silence(error);
}

static bool is_on(const struct link_facts *link, const char *address)
{
	return !strcmp(link->parent, address) && !strcmp(link->parent_bus, "pci");
}

enum sriov_code interface_list_all_links(struct sriov_context *context, struct link_facts **links,
					 size_t *count, struct sriov_error **error)
{
	struct netlink *netlink;
	enum sriov_code code = context_get_netlink(context, &netlink, error);

	*links = NULL;
	*count = 0;
	if (!code)
		code = link_list(netlink, links, count, error);
	if (!code && !tells_parents(*links, *count))
		code = explain_silence(error);
	if (code) {
		free(*links);
		*links = NULL;
	}
	return code;
}

enum sriov_code interface_list_links(struct sriov_context *context, const char *address,
				     struct link_facts **links, size_t *count,
				     struct sriov_error **error)
{
	size_t all;
	enum sriov_code code = interface_list_all_links(context, links, &all, error);

	*count = 0;
	for (size_t i = 0; !code && i < all; i++)
		if (is_on(&(*links)[i], address))
			(*links)[(*count)++] = (*links)[i];
	return code;
}

static enum sriov_code list_by_netlink(struct sriov_context *context, const char *address,
				       struct sriov_string_list *names, struct sriov_error **error)
{
	struct link_facts *links;
	size_t count;
	enum sriov_code code = interface_list_links(context, address, &links, &count, error);

	for (size_t i = 0; !code && i < count; i++)
		if (!string_list_add(names, links[i].name))
			code = error_no_memory(error);
	free(links);
	return code;
}

static enum sriov_code list_by_sysfs(struct sriov_context *context, const char *address,
				     struct sriov_string_list **names, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code =
		tree_list(&context->sysfs, names, &failure, "bus/pci/devices/%s/net", address);

	if (!code)
		return code;
	if (code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	*names = string_list_new();
	return *names ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code interface_list(struct sriov_context *context, const char *address,
			       struct sriov_string_list **names, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	*names = NULL;
	if (!interface_is_by_netlink(context)) {
		code = list_by_sysfs(context, address, names, error);
	} else {
		*names = string_list_new();
		code = *names ? list_by_netlink(context, address, *names, error)
			      : error_no_memory(error);
	}
	if (!code && !sriov_string_list_get_count(*names) &&
	    !tree_exists(&context->sysfs, "bus/pci/devices/%s", address))
		code = error_set(error, SRIOV_CODE_GONE, "%s was removed", address);
	if (code) {
		error_set_device(error, address);
		sriov_string_list_unref(*names);
		*names = NULL;
	} else {
		string_list_sort(*names);
	}
	return code;
}

/* What the device is that is no PCI device. */
static enum sriov_code explain_foreign(const char *name, const char *parent,
				       struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_NOT_FOUND, "%s is on no PCI device but on %s", name,
			 parent);
}

static enum sriov_code resolve_by_netlink(struct sriov_context *context, const char *name,
					  char address[ADDRESS_SIZE], struct sriov_error **error)
{
	struct netlink *netlink;
	struct link_facts link;
	enum sriov_code code = context_get_netlink(context, &netlink, error);

	if (!code)
		code = link_read_by_name(netlink, name, &link, error);
	if (code)
		return code;
	if (!link.parent[0] && !tells_parents(&link, 1))
		return explain_silence(error);
	if (!link.parent[0])
		return error_set(error, SRIOV_CODE_NOT_FOUND,
				 "%s is on no PCI device: it is a virtual interface", name);
	if (strcmp(link.parent_bus, "pci") != 0 || !address_parse(link.parent, address))
		return explain_foreign(name, link.parent, error);
	return SRIOV_CODE_OK;
}

static enum sriov_code resolve_by_sysfs(struct sriov_context *context, const char *name,
					char address[ADDRESS_SIZE], struct sriov_error **error)
{
	char target[NAME_MAX + 1];
	bool found = false;
	enum sriov_code code =
		tree_read_link(&context->sysfs, target, error, "class/net/%s/device", name);

	if (code == SRIOV_CODE_NOT_FOUND && tree_exists(&context->sysfs, "class/net/%s", name))
		return error_explain(error, code,
				     "%s is on no PCI device: it is a virtual interface", name);
	if (code == SRIOV_CODE_NOT_FOUND)
		return error_explain(error, code, "no network interface has the name %s", name);
	if (code)
		return code;
	if (address_parse(target, address))
		code = tree_find(&context->sysfs, &found, error, "bus/pci/devices/%s", address);
	return found || code ? code : explain_foreign(name, target, error);
}

static enum sriov_code resolve(struct sriov_context *context, const char *name,
			       char address[ADDRESS_SIZE], struct sriov_error **error)
{
	return interface_is_by_netlink(context) ? resolve_by_netlink(context, name, address, error)
						: resolve_by_sysfs(context, name, address, error);
}

/* What is no interface's first name may be an alternative one. */
enum sriov_code interface_resolve(struct sriov_context *context, const char *name,
				  char address[ADDRESS_SIZE], struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char first[IF_NAMESIZE];
	enum sriov_code code;

	if (name_is_interface(name))
		code = resolve(context, name, address, &failure);
	else
		code = error_set(&failure, SRIOV_CODE_NOT_FOUND,
				 "no network interface has the name %s", name);
	if (code == SRIOV_CODE_NOT_FOUND && !interface_find_altname(context, name, first, NULL) &&
	    strcmp(first, name) != 0) {
		sriov_error_unref(failure);
		return resolve(context, first, address, error);
	}
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}
