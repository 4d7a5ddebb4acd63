/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The command that tells all capabilities of a device, decoded. What it has not is null. */
#include "json.h"
#include "probe.h"

static void put_acs(const struct sriov_acs_capability *acs)
{
	if (!acs) {
		json_text("acs", NULL);
		return;
	}
	json_open("acs", '{');
	json_number("offset", sriov_acs_capability_get_offset(acs));
	json_open("has", '[');
	for (int i = 0; i < 7; i++)
		json_bool(NULL, sriov_acs_capability_has(acs, (enum sriov_acs_service)i));
	json_close(']');
	json_open("enabled", '[');
	for (int i = 0; i < 7; i++)
		json_bool(NULL, sriov_acs_capability_is_enabled(acs, (enum sriov_acs_service)i));
	json_close(']');
	json_bool("isolating", sriov_acs_capability_is_isolating(acs));
	json_close('}');
}

static void put_ari(const struct sriov_ari_capability *ari)
{
	if (!ari) {
		json_text("ari", NULL);
		return;
	}
	json_open("ari", '{');
	json_number("offset", sriov_ari_capability_get_offset(ari));
	json_number("next_function", sriov_ari_capability_get_next_function(ari));
	json_bool("mfvc_groups", sriov_ari_capability_has_mfvc_groups(ari));
	json_bool("acs_groups", sriov_ari_capability_has_acs_groups(ari));
	json_number("function_group", sriov_ari_capability_get_function_group(ari));
	json_close('}');
}

static void put_ats(const struct sriov_ats_capability *ats)
{
	if (!ats) {
		json_text("ats", NULL);
		return;
	}
	json_open("ats", '{');
	json_number("offset", sriov_ats_capability_get_offset(ats));
	json_number("queue_depth", sriov_ats_capability_get_queue_depth(ats));
	json_bool("enabled", sriov_ats_capability_is_enabled(ats));
	json_number("smallest_translation_bytes",
		    (long long)sriov_ats_capability_get_smallest_translation_bytes(ats));
	json_close('}');
}

static void put_msi(const struct sriov_msi_capability *msi)
{
	if (!msi) {
		json_text("msi", NULL);
		return;
	}
	json_open("msi", '{');
	json_number("offset", sriov_msi_capability_get_offset(msi));
	json_number("vectors", sriov_msi_capability_get_vector_count(msi));
	json_number("enabled_vectors", sriov_msi_capability_get_enabled_vector_count(msi));
	json_bool("enabled", sriov_msi_capability_is_enabled(msi));
	json_bool("64bit", sriov_msi_capability_is_64bit(msi));
	json_bool("masking", sriov_msi_capability_has_masking(msi));
	json_close('}');
}

static void put_msix(const struct sriov_msix_capability *msix)
{
	if (!msix) {
		json_text("msix", NULL);
		return;
	}
	json_open("msix", '{');
	json_number("offset", sriov_msix_capability_get_offset(msix));
	json_number("table_size", sriov_msix_capability_get_table_size(msix));
	json_bool("enabled", sriov_msix_capability_is_enabled(msix));
	json_bool("masked", sriov_msix_capability_is_masked(msix));
	json_number("table_bar", sriov_msix_capability_get_table_bar(msix));
	json_number("table_offset", sriov_msix_capability_get_table_offset(msix));
	json_number("pending_bar", sriov_msix_capability_get_pending_bar(msix));
	json_number("pending_offset", sriov_msix_capability_get_pending_offset(msix));
	json_close('}');
}

static void put_bars(const struct sriov_iov_capability *iov)
{
	json_open("vf_bars", '[');
	for (unsigned int i = 0; i < 6; i++) {
		json_open(NULL, '{');
		json_number("kind", sriov_iov_capability_get_vf_bar_kind(iov, i));
		json_bool("prefetchable", sriov_iov_capability_is_vf_bar_prefetchable(iov, i));
		json_number("address", (long long)sriov_iov_capability_get_vf_bar_address(iov, i));
		json_close('}');
	}
	json_close(']');
}

static void put_iov(const struct sriov_iov_capability *iov)
{
	if (!iov) {
		json_text("iov", NULL);
		return;
	}
	json_open("iov", '{');
	json_number("offset", sriov_iov_capability_get_offset(iov));
	json_bool("consistent", sriov_iov_capability_is_consistent(iov));
	json_bool("migration", sriov_iov_capability_has_vf_migration(iov));
	json_bool("migration_enabled", sriov_iov_capability_is_vf_migration_enabled(iov));
	json_bool("tags_10bit", sriov_iov_capability_has_vf_10bit_tags(iov));
	json_number("system_page_size",
		    (long long)sriov_iov_capability_get_system_page_size_bytes(iov));
	json_open("page_sizes", '[');
	for (unsigned int i = 0; i < sriov_iov_capability_get_page_size_count(iov); i++)
		json_number(NULL, (long long)sriov_iov_capability_get_page_size_bytes(iov, i));
	json_close(']');
	put_bars(iov);
	json_close('}');
}

static void put_all(const struct sriov_capabilities *all)
{
	json_number("count",
		    (long long)sriov_capability_list_get_count(sriov_capabilities_get_list(all)));
	json_text("obstacle", sriov_capabilities_get_obstacle(all));
	json_number("port_type", sriov_capabilities_get_port_type(all));
	json_bool("multifunction", sriov_capabilities_is_multifunction(all));
	json_bool("function_level_reset", sriov_capabilities_has_function_level_reset(all));
	json_bool("ari_forwarding", sriov_capabilities_has_ari_forwarding(all));
	json_bool("ari_forwarding_enabled", sriov_capabilities_is_ari_forwarding_enabled(all));
	json_text("serial_number", sriov_capabilities_get_serial_number(all));
	put_iov(sriov_capabilities_get_iov(all));
	put_acs(sriov_capabilities_get_acs(all));
	put_ari(sriov_capabilities_get_ari(all));
	put_ats(sriov_capabilities_get_ats(all));
	put_msi(sriov_capabilities_get_msi(all));
	put_msix(sriov_capabilities_get_msix(all));
}

/* decoded NAME */
static enum sriov_code decoded(struct call *call)
{
	struct sriov_capabilities *all = NULL;
	struct sriov_device *device = NULL;
	enum sriov_code code =
		sriov_device_open(call->context, call->words[0], &device, &call->error);

	if (!code)
		code = sriov_device_read_capabilities(device, &all, &call->error);
	if (!code)
		put_all(all);
	sriov_capabilities_unref(all);
	sriov_device_unref(device);
	return code;
}

const struct command capability_commands[] = {
	{"decoded", "NAME", decoded},
	{NULL, NULL, NULL},
};
