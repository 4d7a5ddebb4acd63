/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The capabilities of a device, from its configuration space. */
#include "base/error.h"
#include "base/list.h"
#include "object/capability.h"
#include "object/device.h"

struct collection {
	void *list;
	bool failed;
};

static bool collect(void *data, const struct config_capability *one)
{
	struct collection *collection = data;
	struct sriov_capability *made = object_new(sizeof(*made), NULL);

	if (made)
		made->facts = *one;
	collection->failed = !made || !list_add(collection->list, made);
	return !collection->failed;
}

static enum sriov_code open_space(const struct sriov_device *device, struct config_space *space,
				  struct sriov_error **error)
{
	enum sriov_code code =
		config_space_open(&device->context->sysfs, device->address, space, error);

	if (code == SRIOV_CODE_NOT_FOUND)
		code = error_explain(error, SRIOV_CODE_GONE, "%s was removed", device->address);
	if (code)
		error_set_device(error, device->address);
	return code;
}

EXPORT enum sriov_code sriov_device_list_capabilities(const struct sriov_device *device,
						      struct sriov_capability_list **list,
						      struct sriov_error **error)
{
	struct collection collection = {0};
	struct config_space space;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!device)
		return error_null(error, "device");
	code = open_space(device, &space, error);
	if (code)
		return code;
	collection.list = list_new();
	if (collection.list)
		code = config_space_walk(&space, collect, &collection, error);
	config_space_close(&space);
	if (!collection.list || collection.failed)
		code = error_no_memory(error);
	if (code) {
		error_set_device(error, device->address);
		object_unref(collection.list);
	} else {
		*list = collection.list;
	}
	return code;
}

static bool seek_iov(void *data, const struct config_capability *one)
{
	unsigned int *offset = data;

	if (!one->extended || one->id != CONFIG_ID_SRIOV)
		return true;
	*offset = one->offset;
	return false;
}

static enum sriov_code read_iov(const struct sriov_device *device, const struct config_space *space,
				struct config_iov *iov, struct sriov_error **error)
{
	unsigned int offset = 0;
	enum sriov_code code = config_space_walk(space, seek_iov, &offset, error);

	if (code)
		return code;
	if (!offset)
		return error_set(error, SRIOV_CODE_UNSUPPORTED, "%s has no SR-IOV capability",
				 device->address);
	return config_space_read_iov(space, offset, iov, error);
}

EXPORT enum sriov_code sriov_device_read_iov_capability(const struct sriov_device *device,
							struct sriov_iov_capability **capability,
							struct sriov_error **error)
{
	struct config_space space;
	struct config_iov iov;
	enum sriov_code code;

	if (!capability)
		return error_null(error, "capability");
	*capability = NULL;
	if (!device)
		return error_null(error, "device");
	code = open_space(device, &space, error);
	if (code)
		return code;
	code = read_iov(device, &space, &iov, error);
	config_space_close(&space);
	if (code) {
		error_set_device(error, device->address);
		return code;
	}
	*capability = object_new(sizeof(**capability), NULL);
	if (!*capability)
		return error_no_memory(error);
	(*capability)->facts = iov;
	return SRIOV_CODE_OK;
}
