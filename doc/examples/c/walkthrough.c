/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From a bare host to network cards for virtual machines, in ten steps, W1 to W10. Nothing is
 * changed without --apply; without a PF only the host is looked at.
 *
 *	walkthrough [--apply] em1 em2
 */
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct story {
	bool apply;
	size_t count;
	char **names;
	struct sriov_pf **pfs;
	struct sriov_context *host;
	struct sriov_bond *bond;
	struct sriov_guest_bond *guest;
};

static enum sriov_code w1_iommu(struct sriov_context *host, struct sriov_error **error)
{
	struct sriov_iommu *iommu;
	enum sriov_code code = sriov_iommu_open(host, &iommu, error);

	if (!code && sriov_iommu_is_enabled(iommu))
		printf("W1  the IOMMU is on\n");
	else if (!code)
		printf("W1  the IOMMU is off: %s\n", sriov_iommu_get_advice(iommu));
	sriov_iommu_unref(iommu);
	return code;
}

static enum sriov_code w2_show_card(const struct sriov_device *device, struct sriov_error **error)
{
	const char *driver = sriov_device_get_driver(device);
	char *name;
	enum sriov_code code = sriov_device_read_name(device, &name, error);

	if (!code)
		printf("W2  %s  %s, driver %s\n", sriov_device_get_address(device), name,
		       driver ? driver : "none");
	free(name);
	return code;
}

static enum sriov_code w2_cards(struct sriov_context *host, struct sriov_error **error)
{
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_filter_new(&filter, error);

	/* Base class 02 is a network controller. */
	if (!code)
		code = sriov_device_filter_set_class(filter, 0x020000, 0xff0000, error);
	if (!code)
		code = sriov_device_list(host, filter, &list, error);
	for (size_t i = 0; !code && i < sriov_device_list_get_count(list); i++)
		code = w2_show_card(sriov_device_list_get(list, i), error);
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

static enum sriov_code w3_capability(const char *name, struct sriov_pf *pf,
				     struct sriov_error **error)
{
	const struct sriov_device *device = sriov_pf_get_device(pf);
	struct sriov_iov_capability *iov = NULL;
	struct sriov_string_list *modules = NULL;
	enum sriov_code code = sriov_device_read_iov_capability(device, &iov, error);

	if (!code)
		code = sriov_device_list_modules(device, &modules, error);
	if (!code) {
		printf("W3  %s: SR-IOV at 0x%x, %u VFs, modules", name,
		       sriov_iov_capability_get_offset(iov), sriov_pf_get_total_vfs(pf));
		for (size_t i = 0; i < sriov_string_list_get_count(modules); i++)
			printf(" %s", sriov_string_list_get(modules, i));
		printf("\n");
	}
	sriov_string_list_unref(modules);
	sriov_iov_capability_unref(iov);
	return code;
}

static enum sriov_code w4_vfs(const char *name, struct sriov_pf *pf, bool apply,
			      struct sriov_error **error)
{
	struct sriov_vf_list *vfs = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (apply)
		code = sriov_pf_set_vf_count(pf, 7, NULL, error);
	if (!code)
		code = sriov_pf_list_vfs(pf, &vfs, error);
	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++) {
		const struct sriov_device *device = sriov_vf_get_device(sriov_vf_list_get(vfs, i));

		printf("W4  %s: VF %zu %s group %d\n", name, i, sriov_device_get_address(device),
		       sriov_device_get_iommu_group(device));
	}
	sriov_vf_list_unref(vfs);
	return code;
}

static enum sriov_code load_vfio(struct sriov_context *host, struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(host, "vfio-pci", &module, error);

	if (!code)
		code = sriov_module_load(module, error);
	sriov_module_unref(module);
	return code;
}

static enum sriov_code w5_driver(struct sriov_context *host, struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(host, "vfio-pci", &module, error);

	if (!code)
		printf("W5  vfio-pci is %s\n",
		       sriov_module_state_get_name(sriov_module_get_state(module)));
	sriov_module_unref(module);
	return code;
}

/* The pool of all VFs for libvirt, and the card of a machine, which is any VF of it. */
static enum sriov_code w6_w7_definitions(const char *name, struct sriov_pf *pf,
					 struct sriov_error **error)
{
	char *network = NULL, *interface = NULL, pool[64];
	enum sriov_code code;

	snprintf(pool, sizeof(pool), "passthrough_%s", name);
	code = sriov_libvirt_format_network(pf, pool, &network, error);
	if (!code)
		code = sriov_libvirt_format_interface(pool, NULL, &interface, error);
	if (!code)
		printf("W6  a pool of VFs for libvirt:\n%sW7  a card of a machine:\n%s", network,
		       interface);
	free(interface);
	free(network);
	return code;
}

static enum sriov_code w8_bond(struct story *story, struct sriov_error **error)
{
	enum sriov_code code =
		sriov_bond_open_above(story->host, story->names[0], &story->bond, error);

	if (!code)
		printf("W8  %s: %s\n", sriov_bond_get_name(story->bond),
		       sriov_bond_get_options(story->bond));
	return code;
}

/* A bond in the machine like the host's, over the first VF of each PF: libvirt gives them MACs. */
static enum sriov_code plan_bond(struct story *story, struct sriov_error **error)
{
	enum sriov_code code = sriov_guest_bond_new_like(story->bond, &story->guest, error);
	struct sriov_vf *vf;

	sriov_guest_bond_set_admin_macs(story->guest, true);
	for (size_t i = 0; !code && i < story->count; i++) {
		code = sriov_pf_open_vf(story->pfs[i], 0, &vf, error);
		if (!code)
			code = sriov_guest_bond_add_vf(story->guest, vf, error);
		sriov_vf_unref(vf);
	}
	return code;
}

static enum sriov_code w9_w10_trap(struct story *story, struct sriov_error **error)
{
	struct sriov_finding_list *findings = NULL;
	enum sriov_code code = plan_bond(story, error);

	if (!code)
		code = sriov_guest_bond_check(story->guest, &findings, error);
	for (size_t i = 0; i < sriov_finding_list_get_count(findings); i++) {
		const struct sriov_finding *finding = sriov_finding_list_get(findings, i);

		printf("W9  %s\n", sriov_finding_get_message(finding));
		for (size_t j = 0; j < sriov_finding_get_remedy_count(finding); j++)
			printf("W10 %s\n", sriov_finding_get_remedy(finding, j));
	}
	sriov_finding_list_unref(findings);
	return code;
}

static enum sriov_code w10_spoof_check(const char *name, struct sriov_pf *pf,
				       struct sriov_error **error)
{
	enum sriov_code code = sriov_pf_set_spoof_check_all(pf, false, error);

	if (!code)
		printf("W10 %s: the spoof check is off on every VF\n", name);
	return code;
}

static enum sriov_code tell(struct story *story, struct sriov_error **error)
{
	enum sriov_code code = w1_iommu(story->host, error);

	if (!code)
		code = w2_cards(story->host, error);
	for (size_t i = 0; !code && i < story->count; i++) {
		code = w3_capability(story->names[i], story->pfs[i], error);
		if (!code)
			code = w4_vfs(story->names[i], story->pfs[i], story->apply, error);
	}
	if (!code && story->apply)
		code = load_vfio(story->host, error);
	if (!code)
		code = w5_driver(story->host, error);
	for (size_t i = 0; !code && i < story->count; i++)
		code = w6_w7_definitions(story->names[i], story->pfs[i], error);
	if (!code && story->count)
		code = w8_bond(story, error);
	if (!code && story->count)
		code = w9_w10_trap(story, error);
	for (size_t i = 0; !code && story->apply && i < story->count; i++)
		code = w10_spoof_check(story->names[i], story->pfs[i], error);
	return code;
}

int main(int argc, char **argv)
{
	bool apply = argc > 1 && !strcmp(argv[1], "--apply");
	struct story story = {.apply = apply, .names = argv + 1 + apply};
	struct sriov_error *error = NULL;
	enum sriov_code code = sriov_context_new(NULL, &story.host, &error);

	story.pfs = calloc((size_t)argc + 1, sizeof(*story.pfs));
	for (char **name = story.names; !code && story.pfs && *name; name++)
		code = sriov_pf_open(story.host, *name, &story.pfs[story.count++], &error);
	if (code || tell(&story, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	sriov_guest_bond_unref(story.guest);
	sriov_bond_unref(story.bond);
	while (story.count)
		sriov_pf_unref(story.pfs[--story.count]);
	free(story.pfs);
	sriov_context_unref(story.host);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
