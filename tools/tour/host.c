/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* W1 to W5: the host, from the IOMMU to VFs and drivers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tour.h"

/* "em1, em2"; the caller frees it. */
static char *join(struct sriov_string_list *list)
{
	size_t size = 0;
	char *text = NULL;
	FILE *stream = open_memstream(&text, &size);

	if (!stream)
		return NULL;
	for (size_t i = 0; i < sriov_string_list_get_count(list); i++)
		fprintf(stream, "%s%s", i ? ", " : "", sriov_string_list_get(list, i));
	fclose(stream);
	return text;
}

void w1_iommu(struct tour *tour)
{
	struct story *story = &tour->story;
	struct sriov_error *error = NULL;
	struct sriov_iommu *iommu;

	story_step(story, "W1", "Is the IOMMU on?");
	if (sriov_iommu_open(tour->context, &iommu, &error)) {
		trouble(tour, error);
		return;
	}
	if (sriov_iommu_is_enabled(iommu))
		story_say(story, "It is on: %u IOMMU groups, interrupt remapping %s.",
			  sriov_iommu_get_group_count(iommu),
			  sriov_switch_get_name(sriov_iommu_get_interrupt_remapping(iommu)));
	else
		story_warn(story, "It is off. %s", or_none(sriov_iommu_get_advice(iommu)));
	for (size_t i = 0; i < sriov_string_list_get_count(sriov_iommu_get_evidence(iommu)); i++)
		story_say(story, "- %s", sriov_string_list_get(sriov_iommu_get_evidence(iommu), i));
	story_hand(story, "dmesg | grep -e DMAR -e AMD-Vi; cat /proc/cmdline");
	if (sriov_iommu_get_wanted_parameters(iommu))
		story_hand(story, "add \"%s\" to GRUB_CMDLINE_LINUX, then update-grub and reboot",
			   sriov_iommu_get_wanted_parameters(iommu));
	sriov_iommu_unref(iommu);
}

static void show_card(struct tour *tour, struct sriov_device *device)
{
	struct sriov_string_list *interfaces = NULL;
	char *name = NULL, *joined;
	int node = -1;

	sriov_device_read_name(device, &name, NULL);
	sriov_device_read_numa_node(device, &node, NULL);
	sriov_device_list_interfaces(device, &interfaces, NULL);
	joined = join(interfaces);
	story_say(&tour->story, "%s [%04x:%04x] %s", sriov_device_get_address(device),
		  sriov_device_get_vendor_id(device), sriov_device_get_device_id(device),
		  name ? name : "");
	story_say(&tour->story, "  driver %s, NUMA node %d, IOMMU group %d, interfaces: %s",
		  or_none(sriov_device_get_driver(device)), node,
		  sriov_device_get_iommu_group(device), joined && *joined ? joined : "none");
	free(joined);
	free(name);
	sriov_string_list_unref(interfaces);
}

void w2_cards(struct tour *tour)
{
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	struct sriov_error *error = NULL;

	story_step(&tour->story, "W2", "Which network cards are there?");
	if (sriov_device_filter_new(&filter, &error) ||
	    sriov_device_filter_set_class(filter, 0x020000, 0xff0000, &error) ||
	    sriov_device_list(tour->context, filter, &list, &error))
		trouble(tour, error);
	for (size_t i = 0; i < sriov_device_list_get_count(list); i++)
		show_card(tour, sriov_device_list_get(list, i));
	story_hand(&tour->story, "lspci -Dnn | grep -i net");
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
}

static void show_capabilities(struct tour *tour, const struct sriov_device *device)
{
	struct sriov_capability_list *list = NULL;
	struct sriov_error *error = NULL;
	const struct sriov_capability *one;

	if (sriov_device_list_capabilities(device, &list, &error))
		trouble(tour, error);
	for (size_t i = 0; i < sriov_capability_list_get_count(list); i++) {
		one = sriov_capability_list_get(list, i);
		story_say(&tour->story, "  [%03x] %s", sriov_capability_get_offset(one),
			  sriov_capability_get_name(one));
	}
	sriov_capability_list_unref(list);
}

static void show_iov(struct tour *tour, const struct sriov_pf *pf)
{
	struct sriov_iov_capability *iov = NULL;
	struct sriov_error *error = NULL;

	if (sriov_device_read_iov_capability(sriov_pf_get_device(pf), &iov, &error)) {
		trouble(tour, error);
		return;
	}
	story_say(&tour->story,
		  "  SR-IOV at 0x%x: %u VFs in hardware, %u with this driver, first at +%u, then "
		  "every %u, VF device id %04x",
		  sriov_iov_capability_get_offset(iov), sriov_iov_capability_get_total_vfs(iov),
		  sriov_pf_get_total_vfs(pf), sriov_iov_capability_get_vf_offset(iov),
		  sriov_iov_capability_get_vf_stride(iov),
		  sriov_iov_capability_get_vf_device_id(iov));
	sriov_iov_capability_unref(iov);
}

void w3_capability(struct tour *tour)
{
	struct sriov_string_list *modules;
	const struct sriov_device *device;
	char *joined;

	story_step(&tour->story, "W3", "Can the card do it?");
	for (size_t i = 0; i < tour->pf_count; i++) {
		device = sriov_pf_get_device(tour->pfs[i]);
		modules = NULL;
		sriov_device_list_modules(device, &modules, NULL);
		joined = join(modules);
		story_say(&tour->story, "%s (%s): driver in use %s, modules: %s",
			  name_of(tour->pfs[i]), address_of(tour->pfs[i]),
			  or_none(sriov_device_get_driver(device)),
			  joined && *joined ? joined : "none");
		show_iov(tour, tour->pfs[i]);
		show_capabilities(tour, device);
		story_hand(&tour->story, "lspci -s %s -vvv", address_of(tour->pfs[i]));
		free(joined);
		sriov_string_list_unref(modules);
	}
}

static void show_vfs(struct tour *tour, struct sriov_pf *pf)
{
	struct sriov_vf_list *vfs = NULL;
	struct sriov_error *error = NULL;
	const struct sriov_device *device;
	const struct sriov_vf *vf;

	if (sriov_pf_list_vfs(pf, &vfs, &error))
		trouble(tour, error);
	for (size_t i = 0; i < sriov_vf_list_get_count(vfs); i++) {
		vf = sriov_vf_list_get(vfs, i);
		device = sriov_vf_get_device(vf);
		story_say(&tour->story, "  VF %u  %s  IOMMU group %d  driver %s  interface %s",
			  sriov_vf_get_index(vf), or_none(sriov_device_get_address(device)),
			  sriov_device_get_iommu_group(device),
			  or_none(sriov_device_get_driver(device)),
			  or_none(sriov_vf_get_interface(vf)));
	}
	sriov_vf_list_unref(vfs);
}

/* Objects are snapshots: after a change the PF is opened anew. */
static enum sriov_code refresh(struct tour *tour, struct sriov_pf **pf, struct sriov_error **error)
{
	struct sriov_pf *fresh = NULL;
	enum sriov_code code = sriov_pf_open(tour->context, address_of(*pf), &fresh, error);

	if (code)
		return code;
	sriov_pf_unref(*pf);
	*pf = fresh;
	return code;
}

static void make_vfs(struct tour *tour, struct sriov_pf **pf)
{
	struct sriov_vf_count_options *options = NULL;
	struct sriov_error *error = NULL;

	if (!sriov_vf_count_options_new(&options, &error))
		sriov_vf_count_options_set_allow_destroy(options, tour->allow_destroy);
	if (error || sriov_pf_set_vf_count(*pf, tour->wanted, options, &error) ||
	    refresh(tour, pf, &error))
		trouble(tour, error);
	sriov_vf_count_options_unref(options);
}

void w4_make_vfs(struct tour *tour)
{
	struct sriov_pf **pf;
	unsigned int before;

	story_step(&tour->story, "W4", "Make the VFs");
	for (size_t i = 0; i < tour->pf_count; i++) {
		pf = &tour->pfs[i];
		before = sriov_pf_get_vf_count(*pf);
		if (tour->apply)
			make_vfs(tour, pf);
		story_say(&tour->story, "%s (%s): %u of %u VFs%s", name_of(*pf), address_of(*pf),
			  sriov_pf_get_vf_count(*pf), sriov_pf_get_total_vfs(*pf),
			  sriov_pf_get_vf_count(*pf) != before ? ", made now" : "");
		if (!tour->apply && before != tour->wanted)
			story_say(&tour->story, "  with --apply it would get %u", tour->wanted);
		show_vfs(tour, *pf);
		story_hand(&tour->story, "echo %u > /sys/bus/pci/devices/%s/sriov_numvfs",
			   tour->wanted, address_of(*pf));
	}
}

static void load(struct tour *tour, const char *name)
{
	struct sriov_module *module = NULL;
	struct sriov_error *error = NULL;
	bool loaded = false;

	if (sriov_module_open(tour->context, name, &module, &error)) {
		trouble(tour, error);
		return;
	}
	if (tour->apply && sriov_module_get_state(module) == SRIOV_MODULE_STATE_NOT_LOADED) {
		if (sriov_module_load(module, &error))
			trouble(tour, error);
		else
			loaded = true;
	}
	story_say(&tour->story, "%s: %s%s", name,
		  loaded ? "loaded now"
			 : sriov_module_state_get_name(sriov_module_get_state(module)),
		  sriov_module_is_blacklisted(module) ? ", blacklisted" : "");
	story_hand(&tour->story, "modprobe %s", name);
	sriov_module_unref(module);
}

void w5_drivers(struct tour *tour)
{
	const char *driver, *previous = NULL;

	story_step(&tour->story, "W5", "Load the drivers");
	load(tour, "vfio-pci");
	for (size_t i = 0; i < tour->pf_count; i++) {
		driver = sriov_device_get_driver(sriov_pf_get_device(tour->pfs[i]));
		if (driver && (!previous || strcmp(driver, previous)))
			load(tour, driver);
		previous = driver;
	}
}
