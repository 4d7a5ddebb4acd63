/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/bond/bond.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/log.h"
#include "base/name.h"
#include "base/string_list.h"
#include "object/bond/bond_parameters.h"
#include "object/context/context.h"

/* What the kernel writes where a page was too short for all members. */
#define MORE_MEMBERS "++more++"

OBJECT_REFERENCES(bond)

static void destroy(void *object)
{
	struct sriov_bond *bond = object;

	free(bond->name);
	free(bond->mode_name);
	free(bond->primary);
	free(bond->active_member);
	free(bond->options);
	sriov_string_list_unref(bond->members);
}

static enum sriov_code read_members(const struct tree *sysfs, struct sriov_bond *bond,
				    struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *names = NULL;
	char *rest = NULL;
	enum sriov_code code = tree_read_locked_all(sysfs, &names, error,
						    "class/net/%s/bonding/slaves", bond->name);

	if (code)
		return code;
	bond->members = string_list_new();
	if (!bond->members)
		return error_no_memory(error);
	for (char *name = strtok_r(names, " \n", &rest); name; name = strtok_r(NULL, " \n", &rest))
		if (!strcmp(name, MORE_MEMBERS))
			log_add(sysfs->log, SRIOV_LOG_LEVEL_WARNING,
				"%s has more members than the kernel lists", bond->name);
		else if (!string_list_add(bond->members, name))
			return error_no_memory(error);
	return SRIOV_CODE_OK;
}

static enum sriov_code read_active_member(const struct tree *sysfs, struct sriov_bond *bond,
					  struct sriov_error **error)
{
	char name[NAME_MAX + 1];
	enum sriov_code code = tree_read_line(sysfs, name, sizeof(name), error,
					      "class/net/%s/bonding/active_slave", bond->name);

	if (code || !name[0])
		return code;
	bond->active_member = strdup(name);
	return bond->active_member ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code check_presence(const struct tree *sysfs, const char *name,
				      struct sriov_error **error)
{
	if (tree_exists(sysfs, "class/net/%s/bonding", name))
		return SRIOV_CODE_OK;
	if (tree_exists(sysfs, "class/net/%s", name))
		return error_set(error, SRIOV_CODE_NOT_FOUND, "%s is no bond", name);
	return error_set(error, SRIOV_CODE_NOT_FOUND, "no network interface has the name %s", name);
}

static enum sriov_code fill(const struct tree *sysfs, struct sriov_bond *bond,
			    struct sriov_error **error)
{
	enum sriov_code code = check_presence(sysfs, bond->name, error);

	if (!code)
		code = bond_parameters_read(sysfs, bond, error);
	if (!code)
		code = read_members(sysfs, bond, error);
	if (!code)
		code = read_active_member(sysfs, bond, error);
	/* A missing parameter meant its default only if the bond is still there. */
	return code ? code : check_presence(sysfs, bond->name, error);
}

static enum sriov_code make(const struct tree *sysfs, const char *name, struct sriov_bond **bond,
			    struct sriov_error **error)
{
	struct sriov_bond *made = object_new(sizeof(*made), destroy);
	enum sriov_code code;

	if (!made)
		return error_no_memory(error);
	made->name = strdup(name);
	code = made->name ? fill(sysfs, made, error) : error_no_memory(error);
	if (code) {
		sriov_bond_unref(made);
		return code;
	}
	*bond = made;
	return SRIOV_CODE_OK;
}

static enum sriov_code check_name(const char *name, struct sriov_error **error)
{
	if (name_is_interface(name))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_INVALID, "\"%s\" is no name that an interface can have",
			 name);
}

EXPORT enum sriov_code sriov_bond_open(struct sriov_context *context, const char *name,
				       struct sriov_bond **bond, struct sriov_error **error)
{
	enum sriov_code code;

	if (!bond)
		return error_null(error, "bond");
	*bond = NULL;
	if (!context)
		return error_null(error, "context");
	if (!name)
		return error_null(error, "name");
	code = check_name(name, error);
	return code ? code : make(&context->sysfs, name, bond, error);
}

/* The interface is in something, or in nothing, or is not there at all. */
static enum sriov_code find_master(const struct tree *sysfs, const char *interface,
				   char master[NAME_MAX + 1], struct sriov_error **error)
{
	enum sriov_code code =
		tree_read_link_if_any(sysfs, master, error, "class/net/%s/master", interface);

	if (code)
		return code;
	if (!master[0] && !tree_exists(sysfs, "class/net/%s", interface))
		return error_set(error, SRIOV_CODE_NOT_FOUND,
				 "no network interface has the name %s", interface);
	if (!master[0])
		return error_set(error, SRIOV_CODE_NOT_FOUND, "%s is in no bond", interface);
	if (tree_exists(sysfs, "class/net/%s/bonding", master))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_NOT_FOUND, "%s is in %s, which is %s", interface, master,
			 tree_exists(sysfs, "class/net/%s/bridge", master) ? "a bridge and no bond"
									   : "no bond");
}

EXPORT enum sriov_code sriov_bond_open_above(struct sriov_context *context, const char *interface,
					     struct sriov_bond **bond, struct sriov_error **error)
{
	char master[NAME_MAX + 1];
	enum sriov_code code;

	if (!bond)
		return error_null(error, "bond");
	*bond = NULL;
	if (!context)
		return error_null(error, "context");
	if (!interface)
		return error_null(error, "interface");
	code = check_name(interface, error);
	if (!code)
		code = find_master(&context->sysfs, interface, master, error);
	return code ? code : make(&context->sysfs, master, bond, error);
}

EXPORT const char *sriov_bond_get_name(const struct sriov_bond *bond)
{
	return bond ? bond->name : NULL;
}

EXPORT enum sriov_bond_mode sriov_bond_get_mode(const struct sriov_bond *bond)
{
	return bond ? bond->mode : SRIOV_BOND_MODE_UNKNOWN;
}

EXPORT const char *sriov_bond_get_mode_name(const struct sriov_bond *bond)
{
	return bond ? bond->mode_name : NULL;
}

EXPORT unsigned int sriov_bond_get_miimon_ms(const struct sriov_bond *bond)
{
	return bond ? bond->miimon_ms : 0;
}

EXPORT unsigned int sriov_bond_get_updelay_ms(const struct sriov_bond *bond)
{
	return bond ? bond->updelay_ms : 0;
}

EXPORT unsigned int sriov_bond_get_downdelay_ms(const struct sriov_bond *bond)
{
	return bond ? bond->downdelay_ms : 0;
}

EXPORT const char *sriov_bond_get_primary(const struct sriov_bond *bond)
{
	return bond ? bond->primary : NULL;
}

EXPORT enum sriov_fail_over_mac sriov_bond_get_fail_over_mac(const struct sriov_bond *bond)
{
	return bond ? bond->fail_over_mac : SRIOV_FAIL_OVER_MAC_UNKNOWN;
}

EXPORT const char *sriov_bond_get_active_member(const struct sriov_bond *bond)
{
	return bond ? bond->active_member : NULL;
}

EXPORT const struct sriov_string_list *sriov_bond_get_members(const struct sriov_bond *bond)
{
	return bond ? bond->members : NULL;
}

EXPORT const char *sriov_bond_get_options(const struct sriov_bond *bond)
{
	return bond ? bond->options : NULL;
}
