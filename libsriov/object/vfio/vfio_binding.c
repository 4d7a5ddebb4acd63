/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/vfio/vfio.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/name.h"
#include "object/device/driver.h"
#include "object/device/vfio_driver.h"
#include "object/holder/vfio_held.h"

OBJECT_REFERENCES(vfio)

static void destroy(void *object)
{
	struct sriov_vfio *vfio = object;

	free(vfio->former_driver);
	free(vfio->former_override);
	sriov_device_unref(vfio->device);
}

/* What a binding starts from, and what undoing it goes back to; "" for none. */
struct binding {
	struct sriov_device *device;
	const char *driver;
	char former_driver[NAME_MAX + 1];
	char former_override[NAME_MAX + 1];
};

static enum sriov_code make(const struct binding *binding, struct sriov_vfio **vfio,
			    struct sriov_error **error)
{
	struct sriov_vfio *made = object_new(sizeof(*made), destroy);

	if (!made)
		return error_no_memory(error);
	made->former_driver = strdup(binding->former_driver);
	/* An override left behind by an earlier binding would keep the native driver away for good.
	 */
	made->former_override =
		strdup(driver_is_vfio(binding->former_override) ? "" : binding->former_override);
	made->device = sriov_device_ref(binding->device);
	made->bound_here = true;
	*vfio = made;
	return made->former_driver && made->former_override ? SRIOV_CODE_OK
							    : error_no_memory(error);
}

/* Unbinding a PF from its driver takes its VFs, and whoever has them, along. */
static enum sriov_code check_vfs(const struct sriov_device *device, struct sriov_error **error)
{
	if (!tree_exists(&device->context->sysfs, "bus/pci/devices/%s/virtfn0", device->address))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_WOULD_DESTROY,
			 "%s is a PF with VFs, which would be destroyed: remove them first",
			 device->address);
}

static enum sriov_code check(struct binding *binding, struct sriov_error **error)
{
	const char *address = binding->device->address, *driver = binding->driver;
	enum sriov_code code = driver_check_overdue(binding->device, error);

	if (!code)
		code = device_read_driver(binding->device, binding->former_driver, error);
	if (code)
		return code;
	if (!strcmp(binding->former_driver, driver))
		return error_set(error, SRIOV_CODE_ALREADY, "%s is bound to %s already", address,
				 driver);
	if (!driver_is_loaded(binding->device, driver))
		return error_set(error, SRIOV_CODE_NO_DRIVER,
				 "%s: cannot bind it to %s, which is not loaded: load its module "
				 "first (modprobe %s)",
				 address, driver, driver);
	code = check_vfs(binding->device, error);
	return code ? code : driver_read_override(binding->device, binding->former_override, error);
}

static enum sriov_code not_taken(const struct binding *binding, const char *now,
				 struct sriov_error **error)
{
	const struct sriov_device *device = binding->device;

	if (device->iommu_group < 0)
		return error_set(error, SRIOV_CODE_UNSUPPORTED,
				 "%s: %s did not take it: it is in no IOMMU group, so the IOMMU is "
				 "off",
				 device->address, binding->driver);
	return error_set(error, SRIOV_CODE_UNSUPPORTED,
			 "%s: %s did not take it, it is on %s; the kernel's log may say why",
			 device->address, binding->driver, now[0] ? now : "no driver");
}

/* drivers_probe reports success when no driver took the device: the link tells. */
static enum sriov_code probe(const struct binding *binding, struct sriov_error **error)
{
	char now[NAME_MAX + 1];
	enum sriov_code code = driver_probe(binding->device, error);

	if (!code)
		code = device_read_driver(binding->device, now, error);
	if (!code && strcmp(now, binding->driver))
		code = not_taken(binding, now, error);
	return code;
}

/* Back to the former override and driver; what cannot be put back is added to the failure. */
static void undo(const struct binding *binding, struct sriov_error **failure)
{
	CLEANUP(error_cleanup) struct sriov_error *worse = NULL;
	enum sriov_code code = sriov_error_get_code(*failure);
	char now[NAME_MAX + 1] = "";

	driver_set_override(binding->device, binding->former_override, &worse);
	device_read_driver(binding->device, now, NULL);
	if (!worse && strcmp(now, binding->former_driver)) {
		if (now[0])
			driver_unbind(binding->device, now, &worse);
		if (!worse && binding->former_driver[0])
			driver_bind(binding->device, binding->former_driver, &worse);
	}
	if (worse && code != SRIOV_CODE_GONE)
		error_explain(failure, code, "%s: and its former state could not be put back: %s",
			      binding->device->address, sriov_error_get_message(worse));
}

/* What is under way may happen yet: taking anything back would be undone by it, or wait as well. */
static void leave(const struct binding *binding, struct sriov_error **failure)
{
	vfio_explain_wait(binding->device, failure);
	error_explain(failure, SRIOV_CODE_TIMEOUT,
		      "%s: it is not bound to %s yet, and its driver_override stays that",
		      binding->device->address, binding->driver);
}

static enum sriov_code apply(const struct binding *binding, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	enum sriov_code code = driver_set_override(binding->device, binding->driver, &failure);

	/* Nothing was changed yet. */
	if (code)
		return error_move(error, &failure);
	if (binding->former_driver[0])
		code = driver_unbind(binding->device, binding->former_driver, &failure);
	if (!code)
		code = probe(binding, &failure);
	if (!code)
		return SRIOV_CODE_OK;
	if (code == SRIOV_CODE_TIMEOUT)
		leave(binding, &failure);
	else
		undo(binding, &failure);
	return error_move(error, &failure);
}

enum sriov_code vfio_bind(struct sriov_device *device, const char *driver, struct sriov_vfio **vfio,
			  struct sriov_error **error)
{
	struct binding binding = {.device = device, .driver = driver};
	struct sriov_vfio *made = NULL;
	enum sriov_code code = check(&binding, error);

	/* All memory is had before the host is changed. */
	if (!code)
		code = make(&binding, &made, error);
	if (!code)
		code = apply(&binding, error);
	if (code) {
		error_set_device(error, device->address);
		sriov_vfio_unref(made);
		return code;
	}
	*vfio = made;
	return SRIOV_CODE_OK;
}

enum sriov_code vfio_make(struct sriov_device *device, struct sriov_vfio **vfio,
			  struct sriov_error **error)
{
	*vfio = object_new(sizeof(**vfio), destroy);
	if (!*vfio)
		return error_no_memory(error);
	(*vfio)->device = sriov_device_ref(device);
	return SRIOV_CODE_OK;
}

void vfio_refresh(struct sriov_vfio *vfio)
{
	struct sriov_device *now;

	if (device_read(vfio->device->context, vfio->device->address, &now, NULL))
		return;
	sriov_device_unref(vfio->device);
	vfio->device = now;
}

enum sriov_code vfio_check_driver(const char *driver, struct sriov_error **error)
{
	if (name_is_driver(driver) && driver_is_vfio(driver))
		return SRIOV_CODE_OK;
	return error_set(error, SRIOV_CODE_INVALID, "\"%s\" is no name of a VFIO driver", driver);
}

/* After sriov_vfio_open() the former driver is not known: the kernel chooses. */
static enum sriov_code give_back(const struct sriov_vfio *vfio, struct sriov_error **error)
{
	if (!vfio->bound_here)
		return driver_probe(vfio->device, error);
	if (!vfio->former_driver[0])
		return SRIOV_CODE_OK;
	return driver_bind(vfio->device, vfio->former_driver, error);
}

/* The kernel takes it from VFIO when it can. */
static enum sriov_code leave_unbound(const struct sriov_vfio *vfio, struct sriov_error **failure,
				     struct sriov_error **error)
{
	vfio_explain_wait(vfio->device, failure);
	error_explain(failure, SRIOV_CODE_TIMEOUT,
		      "%s: it is not given back yet, and will be without a driver when it is let "
		      "go",
		      vfio->device->address);
	return error_move(error, failure);
}

enum sriov_code vfio_unbind(const struct sriov_vfio *vfio, struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	char now[NAME_MAX + 1];
	enum sriov_code code = driver_check_overdue(vfio->device, error);

	if (!code)
		code = device_read_driver(vfio->device, now, error);
	if (!code && !driver_is_vfio(now))
		code = error_set(error, SRIOV_CODE_ALREADY, "%s is not bound to VFIO any more",
				 vfio->device->address);
	if (!code)
		code = driver_set_override(vfio->device, vfio->former_override, error);
	if (code) {
		error_set_device(error, vfio->device->address);
		return code;
	}
	code = driver_unbind(vfio->device, now, &failure);
	if (code == SRIOV_CODE_TIMEOUT)
		return leave_unbound(vfio, &failure, error);
	/* It is bound as before, so it keeps the override as before. */
	if (code)
		driver_set_override(vfio->device, now, NULL);
	else
		code = give_back(vfio, &failure);
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}
