/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about the host around the devices: IOMMU, modules, bonds, and libvirt's texts. */
#include <stdlib.h>

#include "json.h"
#include "probe.h"

/* iommu */
static enum sriov_code iommu(struct call *call)
{
	struct sriov_iommu *iommu = NULL;
	enum sriov_code code = sriov_iommu_open(call->context, &iommu, &call->error);

	if (code)
		return code;
	json_bool("enabled", sriov_iommu_is_enabled(iommu));
	json_number("vendor", sriov_iommu_get_vendor(iommu));
	json_number("group_count", sriov_iommu_get_group_count(iommu));
	json_number("interrupt_remapping", sriov_iommu_get_interrupt_remapping(iommu));
	put_strings("units", sriov_iommu_get_units(iommu));
	json_text("parameters", sriov_iommu_get_parameters(iommu));
	json_text("advice", sriov_iommu_get_advice(iommu));
	json_text("wanted_parameters", sriov_iommu_get_wanted_parameters(iommu));
	json_number("default_domain_type", sriov_iommu_get_default_domain_type(iommu));
	json_number("lockdown", sriov_iommu_get_lockdown(iommu));
	json_number("unsafe_interrupts", sriov_iommu_get_unsafe_interrupts(iommu));
	json_number("iommufd_unsafe_interrupts", sriov_iommu_get_iommufd_unsafe_interrupts(iommu));
	json_number("no_iommu_mode", sriov_iommu_get_no_iommu_mode(iommu));
	put_strings("evidence", sriov_iommu_get_evidence(iommu));
	sriov_iommu_unref(iommu);
	return code;
}

/* module NAME */
static enum sriov_code module(struct call *call)
{
	struct sriov_module *module = NULL;
	enum sriov_code code =
		sriov_module_open(call->context, call->words[0], &module, &call->error);

	if (code)
		return code;
	json_text("name", sriov_module_get_name(module));
	json_text("path", sriov_module_get_path(module));
	json_number("state", sriov_module_get_state(module));
	json_bool("blacklisted", sriov_module_is_blacklisted(module));
	sriov_module_unref(module);
	return code;
}

/* alias ALIAS */
static enum sriov_code alias(struct call *call)
{
	struct sriov_string_list *modules = NULL;
	enum sriov_code code =
		sriov_module_list_by_alias(call->context, call->words[0], &modules, &call->error);

	if (!code)
		put_strings("modules", modules);
	sriov_string_list_unref(modules);
	return code;
}

static void put_bond(const struct sriov_bond *bond)
{
	json_text("name", sriov_bond_get_name(bond));
	json_number("mode", sriov_bond_get_mode(bond));
	json_text("mode_name", sriov_bond_get_mode_name(bond));
	json_number("miimon_ms", sriov_bond_get_miimon_ms(bond));
	json_number("updelay_ms", sriov_bond_get_updelay_ms(bond));
	json_number("downdelay_ms", sriov_bond_get_downdelay_ms(bond));
	json_text("primary", sriov_bond_get_primary(bond));
	json_number("fail_over_mac", sriov_bond_get_fail_over_mac(bond));
	json_text("active_member", sriov_bond_get_active_member(bond));
	put_strings("members", sriov_bond_get_members(bond));
	json_text("options", sriov_bond_get_options(bond));
}

/* bond NAME */
static enum sriov_code bond(struct call *call)
{
	struct sriov_bond *bond = NULL;
	enum sriov_code code = sriov_bond_open(call->context, call->words[0], &bond, &call->error);

	if (!code)
		put_bond(bond);
	sriov_bond_unref(bond);
	return code;
}

/* bond-above INTERFACE */
static enum sriov_code bond_above(struct call *call)
{
	struct sriov_bond *bond = NULL;
	enum sriov_code code =
		sriov_bond_open_above(call->context, call->words[0], &bond, &call->error);

	if (!code)
		put_bond(bond);
	sriov_bond_unref(bond);
	return code;
}

static void put_finding(const struct sriov_finding *finding)
{
	json_open(NULL, '{');
	json_text("code", sriov_finding_get_code_name(finding));
	json_number("severity", sriov_finding_get_severity(finding));
	json_text("device", sriov_finding_get_device(finding));
	json_text("message", sriov_finding_get_message(finding));
	json_text("evidence", sriov_finding_get_evidence(finding));
	json_open("remedies", '[');
	for (size_t i = 0; i < sriov_finding_get_remedy_count(finding); i++) {
		json_open(NULL, '{');
		json_text("text", sriov_finding_get_remedy(finding, i));
		json_text("command", sriov_finding_get_remedy_command(finding, i));
		json_close('}');
	}
	json_close(']');
	json_close('}');
}

static enum sriov_code add_vf(struct call *call, struct sriov_guest_bond *bond, const char *name)
{
	struct sriov_vf *vf = NULL;
	enum sriov_code code = sriov_vf_open(call->context, name, &vf, &call->error);

	if (!code)
		code = sriov_guest_bond_add_vf(bond, vf, &call->error);
	sriov_vf_unref(vf);
	return code;
}

/* foretell MODE MIIMON FAIL_OVER_MAC foreign|given|own VF... */
static enum sriov_code foretell(struct call *call)
{
	struct sriov_finding_list *findings = NULL;
	struct sriov_guest_bond *bond = NULL;
	char **words = call->words;
	enum sriov_code code = sriov_guest_bond_new(&bond, &call->error);

	if (!code)
		code = sriov_guest_bond_set_mode(bond, (enum sriov_bond_mode)number_of(words[0]),
						 &call->error);
	sriov_guest_bond_set_miimon_ms(bond, number_of(words[1]));
	if (!code)
		code = sriov_guest_bond_set_fail_over_mac(
			bond, (enum sriov_fail_over_mac)number_of(words[2]), &call->error);
	sriov_guest_bond_set_foreign_macs(bond, words[3][0] == 'f');
	sriov_guest_bond_set_admin_macs(bond, words[3][0] == 'g');
	for (words += 4; !code && *words; words++)
		code = add_vf(call, bond, *words);
	if (!code)
		code = sriov_guest_bond_check(bond, &findings, &call->error);
	json_open("findings", '[');
	for (size_t i = 0; i < sriov_finding_list_get_count(findings); i++)
		put_finding(sriov_finding_list_get(findings, i));
	json_close(']');
	sriov_finding_list_unref(findings);
	sriov_guest_bond_unref(bond);
	return code;
}

static enum sriov_code put_xml(enum sriov_code code, char *xml)
{
	if (!code)
		json_text("xml", xml);
	free(xml);
	return code;
}

/* network PF NAME */
static enum sriov_code network(struct call *call)
{
	struct sriov_pf *pf = NULL;
	char *xml = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_libvirt_format_network(pf, call->words[1], &xml, &call->error);
	sriov_pf_unref(pf);
	return put_xml(code, xml);
}

/* interface NETWORK MAC */
static enum sriov_code interface(struct call *call)
{
	char *xml = NULL;
	enum sriov_code code =
		sriov_libvirt_format_interface(call->words[0], call->words[1], &xml, &call->error);

	return put_xml(code, xml);
}

/* hostdev VF managed|plain */
static enum sriov_code hostdev(struct call *call)
{
	struct sriov_vf *vf = NULL;
	char *xml = NULL;
	enum sriov_code code = sriov_vf_open(call->context, call->words[0], &vf, &call->error);

	if (!code)
		code = sriov_libvirt_format_hostdev(vf, call->words[1] && call->words[1][0] == 'm',
						    &xml, &call->error);
	sriov_vf_unref(vf);
	return put_xml(code, xml);
}

const struct command host_commands[] = {
	{"iommu", "", iommu},
	{"module", "NAME", module},
	{"alias", "ALIAS", alias},
	{"bond", "NAME", bond},
	{"bond-above", "INTERFACE", bond_above},
	{"foretell", "MODE MIIMON FAIL_OVER_MAC foreign|given|own VF...", foretell},
	{"network", "PF NAME", network},
	{"interface", "NETWORK MAC", interface},
	{"hostdev", "VF managed|plain", hostdev},
	{NULL, NULL, NULL},
};
