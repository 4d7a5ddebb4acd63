/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/bond/bond_parameters.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"

/* The longest is a list of 16 IP addresses. */
#define VALUE_SIZE 512

struct value {
	char text[VALUE_SIZE];
	/* behind the word: "active-backup 1"; 0 where there is none */
	int number;
};

enum form {
	FORM_NUMBER,
	/* a word and its number: "active-backup 1" */
	FORM_CHOICE,
	/* an interface's name, or nothing */
	FORM_NAME,
	/* words with spaces between, or nothing; the module takes them with commas */
	FORM_LIST,
};

/* In the order in which people write them. What is at its initial value is no option. */
static const struct parameter {
	const char *name;
	const char *initial;
	enum form form;
} parameters[] = {
	{"miimon", "0", FORM_NUMBER},
	{"updelay", "0", FORM_NUMBER},
	{"downdelay", "0", FORM_NUMBER},
	{"use_carrier", "1", FORM_NUMBER},
	{"peer_notif_delay", "0", FORM_NUMBER},
	{"arp_interval", "0", FORM_NUMBER},
	{"arp_ip_target", "", FORM_LIST},
	{"arp_validate", "none", FORM_CHOICE},
	{"arp_all_targets", "any", FORM_CHOICE},
	{"arp_missed_max", "2", FORM_NUMBER},
	{"primary", "", FORM_NAME},
	{"primary_reselect", "always", FORM_CHOICE},
	{"fail_over_mac", "none", FORM_CHOICE},
	{"xmit_hash_policy", "layer2", FORM_CHOICE},
	{"lacp_rate", "slow", FORM_CHOICE},
	{"lacp_active", "on", FORM_CHOICE},
	{"ad_select", "stable", FORM_CHOICE},
	{"min_links", "0", FORM_NUMBER},
	{"all_slaves_active", "0", FORM_NUMBER},
	{"num_grat_arp", "1", FORM_NUMBER},
	{"resend_igmp", "1", FORM_NUMBER},
	{"packets_per_slave", "1", FORM_NUMBER},
	{"lp_interval", "1", FORM_NUMBER},
	{"tlb_dynamic_lb", "1", FORM_NUMBER},
};

static enum sriov_code malformed(const struct sriov_bond *bond, const char *name, const char *text,
				 struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_MALFORMED,
			 "%s: the kernel's \"%s\" for its parameter %s is not understood",
			 bond->name, text, name);
}

static bool take_number(const char *text, int *number)
{
	uint64_t wide;

	if (!number_parse(text, 10, INT_MAX, &wide))
		return false;
	*number = (int)wide;
	return true;
}

/* Leaves the word in the text and puts the number behind it into the value. */
static bool split_choice(struct value *value)
{
	char *space = strchr(value->text, ' ');

	if (!space || space == value->text || !take_number(space + 1, &value->number))
		return false;
	*space = '\0';
	return true;
}

static bool parse(enum form form, struct value *value)
{
	switch (form) {
	case FORM_NUMBER:
		return take_number(value->text, &value->number);
	case FORM_CHOICE:
		return split_choice(value);
	case FORM_LIST:
		for (char *space = value->text; (space = strchr(space, ' ')); space++)
			*space = ',';
		return true;
	case FORM_NAME:
		break;
	}
	return true;
}

static enum sriov_code read_value(const struct tree *sysfs, const struct sriov_bond *bond,
				  const char *name, enum form form, struct value *value,
				  struct sriov_error **error)
{
	enum sriov_code code = tree_read_line(sysfs, value->text, sizeof(value->text), error,
					      "class/net/%s/bonding/%s", bond->name, name);

	value->number = 0;
	if (code)
		return code;
	return parse(form, value) ? SRIOV_CODE_OK : malformed(bond, name, value->text, error);
}

/* What this kernel does not have is at its default. */
static enum sriov_code read_parameter(const struct tree *sysfs, const struct sriov_bond *bond,
				      const struct parameter *parameter, struct value *value,
				      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code =
		read_value(sysfs, bond, parameter->name, parameter->form, value, &failure);

	if (code && code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	if (code) {
		sriov_error_unref(failure);
		value->number = 0;
		snprintf(value->text, sizeof(value->text), "%s", parameter->initial);
	}
	return SRIOV_CODE_OK;
}

/* The parameters that have a getter of their own. */
static bool keep(struct sriov_bond *bond, const char *name, const struct value *value)
{
	if (!strcmp(name, "miimon"))
		bond->miimon_ms = (unsigned int)value->number;
	else if (!strcmp(name, "updelay"))
		bond->updelay_ms = (unsigned int)value->number;
	else if (!strcmp(name, "downdelay"))
		bond->downdelay_ms = (unsigned int)value->number;
	else if (!strcmp(name, "arp_interval"))
		bond->arp_interval_ms = (unsigned int)value->number;
	else if (!strcmp(name, "fail_over_mac"))
		bond->fail_over_mac = value->number <= SRIOV_FAIL_OVER_MAC_FOLLOW
					      ? (enum sriov_fail_over_mac)value->number
					      : SRIOV_FAIL_OVER_MAC_UNKNOWN;
	else if (!strcmp(name, "primary") && value->text[0])
		return (bond->primary = strdup(value->text));
	return true;
}

static enum sriov_code read_mode(const struct tree *sysfs, struct sriov_bond *bond,
				 struct text *options, struct sriov_error **error)
{
	struct value value;
	enum sriov_code code = read_value(sysfs, bond, "mode", FORM_CHOICE, &value, error);

	if (code)
		return code;
	bond->mode = value.number <= SRIOV_BOND_MODE_BALANCE_ALB
			     ? (enum sriov_bond_mode)value.number
			     : SRIOV_BOND_MODE_UNKNOWN;
	bond->mode_name = strdup(value.text);
	text_add(options, "mode=%d", value.number);
	return bond->mode_name ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code bond_parameters_read(const struct tree *sysfs, struct sriov_bond *bond,
				     struct sriov_error **error)
{
	CLEANUP(text_clear) struct text options = {0};
	struct value value;
	enum sriov_code code = read_mode(sysfs, bond, &options, error);

	for (size_t i = 0; !code && i < ARRAY_SIZE(parameters); i++) {
		code = read_parameter(sysfs, bond, &parameters[i], &value, error);
		if (!code && !keep(bond, parameters[i].name, &value))
			code = error_no_memory(error);
		if (!code && strcmp(value.text, parameters[i].initial) != 0)
			text_add(&options, " %s=%s", parameters[i].name, value.text);
	}
	if (code)
		return code;
	bond->options = text_take(&options);
	return bond->options ? SRIOV_CODE_OK : error_no_memory(error);
}
