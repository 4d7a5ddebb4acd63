/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/pf_target.h"

#include <stdio.h>
#include <string.h>

#include "sriov/device_modules.h"
#include "sriov/vfio.h"

#include "base/error.h"
#include "change/state/pf_capture.h"
#include "object/device/vfio_driver.h"
#include "object/pf/pf_link.h"
#include "object/vf/vf.h"

struct target {
	const struct sriov_pf *pf;
	const struct sriov_pf_state *wanted;
	struct sriov_pf_state *now;
	struct sriov_pf_state *made;
	bool is_made_anew;
};

/* --- Drivers ---------------------------------------------------------------------------------- */

/*
 * A VF of this PF as a device, so far as modules are found by it: one that is not made yet is
 * known by what its PF tells of it.
 */
struct likeness {
	struct sriov_device device;
	char modalias[96];
};

static void make_likeness(const struct sriov_pf *pf, struct likeness *likeness)
{
	const struct sriov_device *device = pf->device;

	*likeness = (struct likeness) {.device = {.context = device->context}};
	snprintf(likeness->device.address, ADDRESS_SIZE, "%s", device->address);
	snprintf(likeness->modalias, sizeof(likeness->modalias),
		 "pci:v%08Xd%08Xsv%08Xsd%08Xbc%02Xsc%02Xi%02X", device->vendor_id,
		 pf->vf_device_id ? pf->vf_device_id : device->device_id,
		 device->subsystem_vendor_id, device->subsystem_device_id,
		 device->class >> 16 & 0xff, device->class >> 8 & 0xff, device->class & 0xff);
	likeness->device.modalias = likeness->modalias;
}

/* The kernel chooses where no index of modules tells. */
static enum sriov_code find_native(const struct sriov_pf *pf, char **driver,
				   struct sriov_error **error)
{
	struct sriov_string_list *modules = NULL;
	const char *found = NULL, *name;
	struct likeness likeness;
	enum sriov_code code;

	make_likeness(pf, &likeness);
	code = sriov_device_list_modules(&likeness.device, &modules, error);
	if (code == SRIOV_CODE_NO_MEMORY)
		return code;
	if (code && error) {
		sriov_error_unref(*error);
		*error = NULL;
	}
	for (size_t i = 0; !found && (name = sriov_string_list_get(modules, i)); i++)
		if (!driver_is_vfio(name))
			found = name;
	*driver = strdup(found ? found : VF_DRIVER_NATIVE);
	sriov_string_list_unref(modules);
	return *driver ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code find_vfio(const struct sriov_pf *pf, char **driver,
				 struct sriov_error **error)
{
	struct likeness likeness;

	make_likeness(pf, &likeness);
	return sriov_vfio_find_driver(&likeness.device, driver, error);
}

static bool is_on_native(const struct sriov_vf_state *now)
{
	return now && now->driver && strcmp(now->driver, VF_DRIVER_NONE) != 0 &&
	       !driver_is_vfio(now->driver) && strcmp(now->driver, "pci-stub") != 0;
}

static enum sriov_code resolve_word(const struct target *target, const struct sriov_vf_state *now,
				    struct sriov_vf_state *vf, struct sriov_error **error)
{
	char *driver = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (!strcmp(vf->driver, VF_DRIVER_NATIVE) && is_on_native(now)) {
		if (!vf_state_set_text(&vf->driver, now->driver))
			code = error_no_memory(error);
		return code;
	}
	if (!strcmp(vf->driver, VF_DRIVER_NATIVE))
		code = find_native(target->pf, &driver, error);
	else if (!strcmp(vf->driver, VF_DRIVER_VFIO))
		code = find_vfio(target->pf, &driver, error);
	if (code || !driver)
		return code;
	free(vf->driver);
	vf->driver = driver;
	return SRIOV_CODE_OK;
}

/* A VF that is made anew gets what the kernel would give it, when nothing else is said. */
static enum sriov_code resolve_driver(const struct target *target, const struct sriov_vf_state *now,
				      struct sriov_vf_state *vf, struct sriov_error **error)
{
	bool probes = target->made->autoprobe != SRIOV_SWITCH_OFF;
	const char *driver = vf->driver;

	if (!driver && now)
		driver = now->driver;
	if (!driver)
		driver = probes ? VF_DRIVER_NATIVE : VF_DRIVER_NONE;
	if (driver != vf->driver && !vf_state_set_text(&vf->driver, driver))
		return error_no_memory(error);
	return resolve_word(target, now, vf, error);
}

/* --- The whole -------------------------------------------------------------------------------- */

static enum sriov_code add_vf(const struct target *target, unsigned int index,
			      struct sriov_error **error)
{
	const struct sriov_vf_state *said = pf_state_find_vf(target->wanted, index);
	struct sriov_vf_state *vf, *now = pf_state_find_vf(target->now, index);
	enum sriov_code code = sriov_pf_state_add_vf(target->made, index, &vf, error);

	if (code)
		return code;
	if (target->is_made_anew)
		now = NULL;
	if ((said && !vf_state_complete(vf, said)) ||
	    !vf_state_complete(vf, target->wanted->defaults))
		code = error_no_memory(error);
	if (!code)
		code = resolve_driver(target, now, vf, error);
	if (!code && vf->vectors && now)
		pf_capture_vectors(target->pf, now);
	sriov_vf_state_unref(vf);
	return code;
}

static bool says_settings(const struct sriov_pf_state *wanted)
{
	const struct sriov_vf_state *vf;
	uint32_t told = wanted->defaults->facts.told;

	for (size_t i = 0; (vf = sriov_vf_state_list_get(wanted->vfs, i)); i++)
		told |= vf->facts.told;
	return told;
}

/* Through the PF's interface alone VFs have settings: that is found out before they are made. */
static enum sriov_code check_interface(const struct target *target, unsigned int count,
				       struct sriov_error **error)
{
	struct pf_link link;

	if (!count || target->pf->interface || !says_settings(target->wanted))
		return SRIOV_CODE_OK;
	return pf_link_find(target->pf, &link, error);
}

static enum sriov_code check(const struct target *target, unsigned int count,
			     struct sriov_error **error)
{
	const struct sriov_vf_state *vf;
	char label[PF_LABEL_SIZE];

	pf_label(target->pf, label);
	if (count > target->pf->total_vfs)
		return error_set(error, SRIOV_CODE_TOO_MANY_VFS,
				 "%s: cannot have %u VFs: the device has at most %u", label, count,
				 target->pf->total_vfs);
	for (size_t i = 0; (vf = sriov_vf_state_list_get(target->wanted->vfs, i)); i++)
		if (vf->index >= count)
			return error_set(
				error, SRIOV_CODE_INVALID,
				"%s: something is said of VF %u, and it has %u VF%s, which "
				"go from 0: say how many it shall have (vf_count)",
				label, vf->index, count, count == 1 ? "" : "s");
	if (target->wanted->autoprobe != SRIOV_SWITCH_UNKNOWN &&
	    target->now->autoprobe == SRIOV_SWITCH_UNKNOWN)
		return error_set(error, SRIOV_CODE_UNSUPPORTED,
				 "%s: this kernel has no switch for whether new VFs get drivers by "
				 "themselves: it takes 4.12",
				 label);
	if (count != target->now->count && !target->pf->device->driver)
		return error_set(error, SRIOV_CODE_NO_DRIVER,
				 "%s: cannot make or remove VFs: no driver is bound to it", label);
	return check_interface(target, count, error);
}

enum sriov_code pf_target_make(const struct sriov_pf *pf, const struct sriov_pf_state *wanted,
			       struct sriov_pf_state *now, struct sriov_pf_state **result,
			       struct sriov_error **error)
{
	struct target target = {.pf = pf, .wanted = wanted, .now = now};
	unsigned int count = wanted->has_count ? wanted->count : now->count;
	enum sriov_code code = check(&target, count, error);

	*result = NULL;
	if (!code)
		code = pf_state_new(pf->device->address, &target.made, error);
	if (code)
		return code;
	target.made->has_count = true;
	target.made->count = count;
	target.made->allow_in_use = wanted->allow_in_use;
	target.made->allow_vital = wanted->allow_vital;
	target.made->autoprobe =
		wanted->autoprobe == SRIOV_SWITCH_UNKNOWN ? now->autoprobe : wanted->autoprobe;
	target.is_made_anew = count != now->count;
	for (unsigned int i = 0; !code && i < count; i++)
		code = add_vf(&target, i, error);
	if (code)
		sriov_pf_state_unref(target.made);
	else
		*result = target.made;
	return code;
}
