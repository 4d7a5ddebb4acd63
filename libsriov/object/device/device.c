/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/device.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "base/number.h"
#include "kernel/modalias.h"
#include "object/device/interface.h"

#define MODALIAS_SIZE 128

OBJECT_REFERENCES(device)

static void destroy(void *object)
{
	struct sriov_device *device = object;

	free(device->driver);
	free(device->modalias);
	sriov_error_unref(device->error);
	sriov_context_unref(device->context);
}

static struct sriov_device *make(struct sriov_context *context, const char *address)
{
	struct sriov_device *device = object_new(sizeof(*device), destroy);

	if (!device)
		return NULL;
	device->context = sriov_context_ref(context);
	device->iommu_group = -1;
	snprintf(device->address, sizeof(device->address), "%s", address);
	return device;
}

static enum sriov_code read_modalias(struct sriov_device *device, struct sriov_error **error)
{
	char line[MODALIAS_SIZE];
	struct modalias modalias;
	enum sriov_code code = tree_read_line(&device->context->sysfs, line, sizeof(line), error,
					      "bus/pci/devices/%s/modalias", device->address);

	if (code == SRIOV_CODE_NOT_FOUND || code == SRIOV_CODE_GONE)
		return error_explain(error, code, "no PCI device has the address %s",
				     device->address);
	if (code)
		return code;
	if (!modalias_parse(line, &modalias))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "%s: the kernel's description of it is not understood: \"%s\" "
				 "in %s/bus/pci/devices/%s/modalias",
				 device->address, line, device->context->sysfs.root,
				 device->address);
	device->class = modalias.class;
	device->vendor_id = modalias.vendor_id;
	device->device_id = modalias.device_id;
	device->subsystem_vendor_id = modalias.subsystem_vendor_id;
	device->subsystem_device_id = modalias.subsystem_device_id;
	device->modalias = strdup(line);
	return device->modalias ? SRIOV_CODE_OK : error_no_memory(error);
}

/*
 * A link is read from the bus, where the way is shorter. A file is opened from the root all the
 * same: only there is it certain that the way does not lead out.
 */
static enum sriov_code read_link(struct sriov_device *device, const char *link,
				 char name[NAME_MAX + 1], struct sriov_error **error)
{
	const struct tree *pci;
	enum sriov_code code = context_get_pci(device->context, &pci, error);

	return code ? code
		    : tree_read_link_if_any(pci, name, error, "%s/%s", device->address, link);
}

static enum sriov_code read_driver(struct sriov_device *device, struct sriov_error **error)
{
	char name[NAME_MAX + 1];
	enum sriov_code code = read_link(device, "driver", name, error);

	if (code || !name[0])
		return code;
	device->driver = strdup(name);
	return device->driver ? SRIOV_CODE_OK : error_no_memory(error);
}

/* A device is in no group when the IOMMU is off: that is no error. */
static enum sriov_code read_group(struct sriov_device *device, struct sriov_error **error)
{
	char name[NAME_MAX + 1];
	uint64_t number;
	enum sriov_code code = read_link(device, "iommu_group", name, error);

	if (code || !name[0])
		return code;
	if (!number_parse(name, 10, INT_MAX, &number))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "%s: \"%s\" is no number of an IOMMU group", device->address,
				 name);
	device->iommu_group = (int)number;
	return SRIOV_CODE_OK;
}

static enum sriov_code fill(struct sriov_device *device, struct sriov_error **error)
{
	enum sriov_code code = read_modalias(device, error);

	if (!code)
		code = read_driver(device, error);
	return code ? code : read_group(device, error);
}

enum sriov_code device_read(struct sriov_context *context, const char *address,
			    struct sriov_device **device, struct sriov_error **error)
{
	struct sriov_device *made = make(context, address);
	enum sriov_code code = made ? fill(made, error) : error_no_memory(error);

	if (code) {
		error_set_device(error, address);
		sriov_device_unref(made);
		made = NULL;
	}
	*device = made;
	return code;
}

struct sriov_device *device_read_for_list(struct sriov_context *context, const char *address)
{
	struct sriov_device *device = make(context, address);

	if (!device)
		return NULL;
	/* It was there a moment ago: "not found" means that it was removed since. */
	if (fill(device, &device->error) == SRIOV_CODE_NOT_FOUND)
		error_explain(&device->error, SRIOV_CODE_GONE, "%s was removed", address);
	error_set_device(&device->error, address);
	return device;
}

enum sriov_code device_resolve(struct sriov_context *context, const char *name,
			       char address[ADDRESS_SIZE], struct sriov_error **error)
{
	if (!context)
		return error_null(error, "context");
	if (!name)
		return error_null(error, "name");
	if (address_parse(name, address))
		return SRIOV_CODE_OK;
	/* No interface has a colon in its name. */
	if (!name_is_altname(name))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is neither a PCI address such as 0000:01:00.0 nor a name "
				 "that an interface can have",
				 name);
	return interface_resolve(context, name, address, error);
}

EXPORT enum sriov_code sriov_device_open(struct sriov_context *context, const char *name,
					 struct sriov_device **device, struct sriov_error **error)
{
	char address[ADDRESS_SIZE];
	enum sriov_code code;

	if (!device)
		return error_null(error, "device");
	*device = NULL;
	code = device_resolve(context, name, address, error);
	return code ? code : device_read(context, address, device, error);
}

void device_label(const struct sriov_device *device, char label[DEVICE_LABEL_SIZE])
{
	snprintf(label, DEVICE_LABEL_SIZE, "%s (%s)", device->address,
		 device->driver ? device->driver : "no driver");
}

EXPORT struct sriov_context *sriov_device_get_context(const struct sriov_device *device)
{
	return device ? device->context : NULL;
}

EXPORT const char *sriov_device_get_address(const struct sriov_device *device)
{
	return device ? device->address : NULL;
}

EXPORT const struct sriov_error *sriov_device_get_error(const struct sriov_device *device)
{
	return device ? device->error : NULL;
}

EXPORT uint16_t sriov_device_get_vendor_id(const struct sriov_device *device)
{
	return device ? device->vendor_id : 0;
}

EXPORT uint16_t sriov_device_get_device_id(const struct sriov_device *device)
{
	return device ? device->device_id : 0;
}

EXPORT uint16_t sriov_device_get_subsystem_vendor_id(const struct sriov_device *device)
{
	return device ? device->subsystem_vendor_id : 0;
}

EXPORT uint16_t sriov_device_get_subsystem_device_id(const struct sriov_device *device)
{
	return device ? device->subsystem_device_id : 0;
}

EXPORT uint32_t sriov_device_get_class(const struct sriov_device *device)
{
	return device ? device->class : 0;
}

EXPORT const char *sriov_device_get_driver(const struct sriov_device *device)
{
	return device ? device->driver : NULL;
}

EXPORT const char *sriov_device_get_modalias(const struct sriov_device *device)
{
	return device ? device->modalias : NULL;
}

EXPORT int sriov_device_get_iommu_group(const struct sriov_device *device)
{
	return device ? device->iommu_group : -1;
}
