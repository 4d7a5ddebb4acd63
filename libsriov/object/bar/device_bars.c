/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The BARs of a device, from the kernel's table of its address ranges. */
#include "sriov/capabilities.h"

#include "base/error.h"
#include "base/list.h"
#include "kernel/resource.h"
#include "object/bar/bar.h"
#include "object/device/device_attribute.h"

OBJECT_LIST(bar)

static const struct device_attribute attribute = {"resource", "table of BARs",
						  "this kernel does not tell it"};

/* What tells how much of a VF BAR is one VF's: each is asked for once at most. */
struct vf_sizes {
	bool has_asked_vf;
	bool has_asked_capability;
	struct resource_table first_vf;
	unsigned int total;
	struct sriov_error *error; /* why the capability does not tell */
};

static void cleanup_sizes(struct vf_sizes *sizes)
{
	sriov_error_unref(sizes->error);
}

/* Every VF's table is like the first one's, and everybody may read it. */
static void ask_first_vf(const struct sriov_device *device, struct vf_sizes *sizes)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;

	if (sizes->has_asked_vf)
		return;
	sizes->has_asked_vf = true;
	if (resource_read(&device->context->sysfs, device->address, "virtfn0/", &sizes->first_vf,
			  &failure))
		sizes->first_vf = (struct resource_table) {0};
}

/* The hardware's number of VFs, which the driver's may be below. */
static void ask_capability(const struct sriov_device *device, struct vf_sizes *sizes)
{
	struct sriov_iov_capability *capability = NULL;
	enum sriov_code code;

	if (sizes->has_asked_capability)
		return;
	sizes->has_asked_capability = true;
	code = sriov_device_read_iov_capability(device, &capability, &sizes->error);
	sizes->total = sriov_iov_capability_get_total_vfs(capability);
	sriov_iov_capability_unref(capability);
	if (code)
		error_explain(&sizes->error, code,
			      "%s: how much of a VF BAR is one VF's is not known while it has no "
			      "VFs",
			      device->address);
}

static uint64_t size_of_vf(const struct sriov_device *device, struct vf_sizes *sizes,
			   const struct resource *whole, size_t position)
{
	const struct resource *first = &sizes->first_vf.entries[position - RESOURCE_VF_BAR];

	ask_first_vf(device, sizes);
	if (first->size)
		return first->size;
	ask_capability(device, sizes);
	return sizes->total ? whole->size / sizes->total : 0;
}

static void set_role(struct sriov_bar *bar, size_t position)
{
	if (position == RESOURCE_ROM)
		bar->role = SRIOV_BAR_ROLE_ROM;
	else if (position >= RESOURCE_VF_BAR)
		bar->role = SRIOV_BAR_ROLE_VF;
	if (bar->role != SRIOV_BAR_ROLE_ROM)
		bar->index = (unsigned int)(position % RESOURCE_VF_BAR);
}

static bool add(const struct sriov_device *device, const struct resource *resource, size_t position,
		struct vf_sizes *sizes, void *list)
{
	struct sriov_bar *bar = bar_new(resource);

	if (!bar)
		return false;
	set_role(bar, position);
	if (bar->role == SRIOV_BAR_ROLE_VF) {
		bar->vf_size = size_of_vf(device, sizes, resource, position);
		bar->error = bar->vf_size ? NULL : sriov_error_ref(sizes->error);
	}
	return list_add(list, bar) && sriov_error_get_code(sizes->error) != SRIOV_CODE_NO_MEMORY;
}

static enum sriov_code fill(const struct sriov_device *device, void *list,
			    struct sriov_error **error)
{
	CLEANUP(cleanup_sizes) struct vf_sizes sizes = {0};
	struct resource_table table;
	size_t count = RESOURCE_ROM + 1;
	enum sriov_code code =
		resource_read(&device->context->sysfs, device->address, "", &table, error);

	if (code == SRIOV_CODE_MALFORMED)
		error_set_device(error, device->address);
	else if (code)
		code = device_attribute_explain(device, &attribute, code, error);
	if (code)
		return code;
	if (resource_has_vf_bars(&table))
		count = RESOURCE_VF_BAR + RESOURCE_BARS;
	for (size_t i = 0; i < count && i < table.count; i++)
		if (table.entries[i].size && !add(device, &table.entries[i], i, &sizes, list))
			return error_no_memory(error);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_list_bars(const struct sriov_device *device,
					      struct sriov_bar_list **list,
					      struct sriov_error **error)
{
	struct sriov_bar_list *made;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!device)
		return error_null(error, "device");
	made = list_new();
	code = made ? fill(device, made, error) : error_no_memory(error);
	if (code)
		sriov_bar_list_unref(made);
	else
		*list = made;
	return code;
}
