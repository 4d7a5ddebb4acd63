/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Shows a PF with its VFs and what it enforces on each: show_pf em1 */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

static void show_vf(const struct sriov_vf *vf, const struct sriov_vf_settings *settings)
{
	const struct sriov_device *device = sriov_vf_get_device(vf);
	const char *driver = sriov_device_get_driver(device);
	const char *mac = sriov_vf_settings_get_mac(settings);

	if (sriov_vf_get_error(vf)) {
		printf("  %s\n", sriov_error_get_message(sriov_vf_get_error(vf)));
		return;
	}
	printf("  VF %u  %s  %-8s  group %d  MAC %s  VLAN %u  spoof check %s  trust %s\n",
	       sriov_vf_get_index(vf), sriov_device_get_address(device), driver ? driver : "-",
	       sriov_device_get_iommu_group(device), mac ? mac : "not set",
	       sriov_vf_settings_get_vlan_id(settings),
	       sriov_switch_get_name(sriov_vf_settings_get_spoof_check(settings)),
	       sriov_switch_get_name(sriov_vf_settings_get_trust(settings)));
}

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_vf_list *vfs = NULL;
	struct sriov_vf_settings_list *settings = NULL;
	struct sriov_error *error = NULL;

	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_pf_open(context, argc > 1 ? argv[1] : "", &pf, &error) ||
	    sriov_pf_list_vfs(pf, &vfs, &error) ||
	    sriov_pf_list_vf_settings(pf, &settings, &error)) {
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	} else {
		printf("%s: %u of %u VFs\n", sriov_device_get_address(sriov_pf_get_device(pf)),
		       sriov_pf_get_vf_count(pf), sriov_pf_get_total_vfs(pf));
		for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++)
			show_vf(sriov_vf_list_get(vfs, i), sriov_vf_settings_list_get(settings, i));
	}
	sriov_vf_settings_list_unref(settings);
	sriov_vf_list_unref(vfs);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
