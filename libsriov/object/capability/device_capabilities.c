/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The capabilities of a device, from its configuration space. */
#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "object/capability/capability.h"
#include "object/device/device.h"

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

static void destroy(void *object)
{
	struct sriov_capabilities *capabilities = object;

	sriov_capability_list_unref(capabilities->list);
	sriov_iov_capability_unref(capabilities->iov);
	sriov_acs_capability_unref(capabilities->acs);
	sriov_ari_capability_unref(capabilities->ari);
	sriov_ats_capability_unref(capabilities->ats);
	sriov_pasid_capability_unref(capabilities->pasid);
	sriov_pri_capability_unref(capabilities->pri);
	sriov_msi_capability_unref(capabilities->msi);
	sriov_msix_capability_unref(capabilities->msix);
	sriov_resizable_bar_list_unref(capabilities->resizable_bars);
	sriov_resizable_bar_list_unref(capabilities->vf_resizable_bars);
	free(capabilities->serial);
	free(capabilities->obstacle);
}

/* The object around the facts of one capability, where the device has it. */
#define WRAP(capabilities, name, failed)                                                           \
	do {                                                                                       \
		if ((capabilities)->facts.name.offset) {                                           \
			(capabilities)->name = object_new(sizeof(*(capabilities)->name), NULL);    \
			if ((capabilities)->name)                                                  \
				(capabilities)->name->facts = (capabilities)->facts.name;          \
			else                                                                       \
				(failed) = true;                                                   \
		}                                                                                  \
	} while (0)

static bool wrap_all(struct sriov_capabilities *capabilities)
{
	const struct config_facts *facts = &capabilities->facts;
	bool failed = false;

	WRAP(capabilities, iov, failed);
	WRAP(capabilities, acs, failed);
	WRAP(capabilities, ari, failed);
	WRAP(capabilities, ats, failed);
	WRAP(capabilities, pasid, failed);
	WRAP(capabilities, pri, failed);
	WRAP(capabilities, msi, failed);
	WRAP(capabilities, msix, failed);
	capabilities->resizable_bars = resizable_bar_list_make(&facts->resizable);
	capabilities->vf_resizable_bars = resizable_bar_list_make(&facts->vf_resizable);
	return !failed && capabilities->resizable_bars && capabilities->vf_resizable_bars;
}

/* The byte that is read last comes first. */
static bool write_serial(struct sriov_capabilities *capabilities)
{
	struct text text = {0};

	if (!capabilities->facts.has_serial)
		return true;
	for (unsigned int shift = 64; shift; shift -= 8)
		text_add(&text, "%s%02x", shift < 64 ? "-" : "",
			 (unsigned int)(capabilities->facts.serial >> (shift - 8) & 0xff));
	capabilities->serial = text_take(&text);
	return capabilities->serial;
}

static bool write_obstacle(struct sriov_capabilities *capabilities, const char *address)
{
	struct text text = {0};

	if (!capabilities->facts.extended_unreadable)
		return true;
	text_add(&text,
		 "%s: the kernel shows 256 bytes of its configuration space only, and the extended "
		 "capabilities are behind them: this host has no way there (no MMCONFIG)",
		 address);
	capabilities->obstacle = text_take(&text);
	return capabilities->obstacle;
}

static enum sriov_code fill(const struct sriov_device *device,
			    struct sriov_capabilities *capabilities, struct sriov_error **error)
{
	struct collection collection = {.list = list_new()};
	struct config_space space;
	enum sriov_code code;

	capabilities->list = collection.list;
	if (!collection.list)
		return error_no_memory(error);
	code = open_space(device, &space, error);
	if (code)
		return code;
	code = config_facts_read(&space, &capabilities->facts, collect, &collection, error);
	config_space_close(&space);
	if (code) {
		error_set_device(error, device->address);
		return code;
	}
	if (collection.failed || !wrap_all(capabilities) || !write_serial(capabilities) ||
	    !write_obstacle(capabilities, device->address))
		return error_no_memory(error);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_device_read_capabilities(const struct sriov_device *device,
						      struct sriov_capabilities **capabilities,
						      struct sriov_error **error)
{
	enum sriov_code code;

	if (!capabilities)
		return error_null(error, "capabilities");
	*capabilities = NULL;
	if (!device)
		return error_null(error, "device");
	*capabilities = object_new(sizeof(**capabilities), destroy);
	if (!*capabilities)
		return error_no_memory(error);
	code = fill(device, *capabilities, error);
	if (code) {
		sriov_capabilities_unref(*capabilities);
		*capabilities = NULL;
	}
	return code;
}
