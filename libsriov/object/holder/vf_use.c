/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/vf_use.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "object/device/vfio_driver.h"
#include "object/holder/holder.h"
#include "object/holder/vfio_held.h"
#include "object/vf/vf.h"
#include "object/vf/vf_interface.h"

struct sriov_vf_use {
	struct object object;
	struct sriov_vf *vf;
	struct sriov_error *error;
	struct sriov_holder_list *holders;
	enum sriov_vf_use_state state;
	char driver[NAME_MAX + 1];
	struct vf_interface interface;
	char *description;
};

OBJECT_REFERENCES(vf_use)
OBJECT_LIST(vf_use)

static void destroy(void *object)
{
	struct sriov_vf_use *use = object;

	free(use->description);
	sriov_holder_list_unref(use->holders);
	sriov_error_unref(use->error);
	sriov_vf_unref(use->vf);
}

/* One look at the processes serves all VFs, and where none is on VFIO it is not taken. */
struct reading {
	struct holdings holdings;
	bool have_holdings;
};

static enum sriov_code read_holders(struct reading *reading, struct sriov_vf_use *use,
				    struct sriov_error **error)
{
	const struct sriov_device *device = use->vf->device;
	enum sriov_code code = SRIOV_CODE_OK;

	if (!reading->have_holdings)
		code = holdings_read(device->context, &reading->holdings, error);
	if (code)
		return code;
	reading->have_holdings = true;
	return holdings_select(&reading->holdings, device, &use->holders, error);
}

/*
 * VFIO enables a device when it is opened and disables it when the last one closes it: that is seen
 * by everybody, the processes are not.
 */
static enum sriov_code judge_vfio(struct reading *reading, struct sriov_vf_use *use, int enabled,
				  struct sriov_error **error)
{
	enum sriov_code code = read_holders(reading, use, error);

	if (code)
		return code;
	if (enabled > 0 || holder_find_certain(use->holders))
		use->state = SRIOV_VF_USE_STATE_VFIO_HELD;
	else if (!enabled || sriov_holder_list_is_complete(use->holders))
		use->state = SRIOV_VF_USE_STATE_VFIO_UNHELD;
	else
		code = error_set(
			error, SRIOV_CODE_FORBIDDEN,
			"%s: whether somebody holds it through VFIO is not known: its file "
			"\"enable\" cannot be read, and not all processes are shown to the "
			"caller",
			use->vf->device->address);
	return code;
}

/*
 * A device that is being taken from VFIO while a process holds it has no driver any more, but it is
 * not free. Enabled by hand, it is.
 */
static enum sriov_code judge_free(struct reading *reading, struct sriov_vf_use *use, int enabled,
				  struct sriov_error **error)
{
	enum sriov_code code;

	use->state = SRIOV_VF_USE_STATE_FREE;
	if (enabled <= 0)
		return SRIOV_CODE_OK;
	code = read_holders(reading, use, error);
	if (!code &&
	    (holder_find_certain(use->holders) || !sriov_holder_list_is_complete(use->holders)))
		use->state = SRIOV_VF_USE_STATE_VFIO_HELD;
	return code;
}

static enum sriov_code judge_interface(struct sriov_vf_use *use, struct sriov_error **error)
{
	enum sriov_code code = vf_interface_read(use->vf->device, &use->interface, error);

	if (code)
		return code;
	if (use->interface.elsewhere)
		use->state = SRIOV_VF_USE_STATE_OTHER_NAMESPACE;
	else if (!use->interface.name[0])
		use->state = SRIOV_VF_USE_STATE_DRIVER;
	else if (use->interface.upper[0])
		use->state = SRIOV_VF_USE_STATE_INTERFACE_UPPER;
	else
		use->state = use->interface.up ? SRIOV_VF_USE_STATE_INTERFACE_UP
					       : SRIOV_VF_USE_STATE_INTERFACE_DOWN;
	return SRIOV_CODE_OK;
}

static enum sriov_code judge(struct reading *reading, struct sriov_vf_use *use,
			     struct sriov_error **error)
{
	enum sriov_code code = device_read_driver(use->vf->device, use->driver, error);
	int enabled = vfio_read_enabled(use->vf->device);

	if (code)
		return code;
	if (driver_is_vfio(use->driver))
		return judge_vfio(reading, use, enabled, error);
	if (use->driver[0] && strcmp(use->driver, "pci-stub") != 0)
		return judge_interface(use, error);
	return judge_free(reading, use, use->driver[0] ? 0 : enabled, error);
}

static void describe_holder(struct text *text, const struct sriov_vf_use *use)
{
	const struct sriov_holder *holder = holder_find_certain(use->holders);
	char label[HOLDER_LABEL_SIZE];

	if (!holder) {
		text_add(text, "is held through VFIO by a process that cannot be seen from here");
		return;
	}
	holder_label(holder, label);
	text_add(text, "is held by %s", label);
}

static void describe_state(struct text *text, const struct sriov_vf_use *use)
{
	switch (use->state) {
	case SRIOV_VF_USE_STATE_FREE:
		text_add(text, "is free");
		break;
	case SRIOV_VF_USE_STATE_INTERFACE_DOWN:
		text_add(text, "is the host's interface %s, which is down", use->interface.name);
		break;
	case SRIOV_VF_USE_STATE_INTERFACE_UP:
		text_add(text, "is the host's interface %s, which is up", use->interface.name);
		break;
	case SRIOV_VF_USE_STATE_INTERFACE_UPPER:
		text_add(text, "is the host's interface %s, which is below %s", use->interface.name,
			 use->interface.upper);
		break;
	case SRIOV_VF_USE_STATE_OTHER_NAMESPACE:
		text_add(text, "is on %s, and its interface in another network namespace",
			 use->driver);
		break;
	case SRIOV_VF_USE_STATE_DRIVER:
		text_add(text, "is on %s, which may use it", use->driver);
		break;
	case SRIOV_VF_USE_STATE_VFIO_UNHELD:
		text_add(text, "is on %s, and nobody holds it", use->driver);
		break;
	case SRIOV_VF_USE_STATE_VFIO_HELD:
		describe_holder(text, use);
		break;
	default:
		text_add(text, "is used for what could not be found out: %s",
			 sriov_error_get_message(use->error));
	}
}

static enum sriov_code describe(struct sriov_vf_use *use, struct sriov_error **error)
{
	struct text text = {0};
	char label[VF_LABEL_SIZE];

	vf_label(use->vf, label);
	text_add(&text, "%s ", label);
	describe_state(&text, use);
	use->description = text_take(&text);
	return use->description ? SRIOV_CODE_OK : error_no_memory(error);
}

static struct sriov_vf_use *make(struct sriov_vf *vf)
{
	struct sriov_vf_use *use = object_new(sizeof(*use), destroy);

	if (!use)
		return NULL;
	use->vf = sriov_vf_ref(vf);
	use->state = SRIOV_VF_USE_STATE_UNKNOWN;
	return use;
}

/* The error of a VF that the list of VFs could not read is the error here. */
static enum sriov_code find_out(struct reading *reading, struct sriov_vf_use *use,
				struct sriov_error **error)
{
	enum sriov_code code;

	if (use->vf->error) {
		if (error)
			*error = sriov_error_ref(use->vf->error);
		return sriov_error_get_code(use->vf->error);
	}
	code = judge(reading, use, error);
	if (code) {
		use->state = SRIOV_VF_USE_STATE_UNKNOWN;
		error_set_device(error, use->vf->device->address);
		error_set_vf(error, use->vf->index);
	}
	return code;
}

EXPORT enum sriov_code sriov_vf_read_use(const struct sriov_vf *vf, struct sriov_vf_use **use,
					 struct sriov_error **error)
{
	struct reading reading = {0};
	struct sriov_vf_use *made;
	enum sriov_code code;

	if (!use)
		return error_null(error, "use");
	*use = NULL;
	if (!vf)
		return error_null(error, "vf");
	if (vf->error)
		return error_set(error, SRIOV_CODE_INVALID, "VF %u of %s could not be read: %s",
				 vf->index, vf->pf->device->address,
				 sriov_error_get_message(vf->error));
	made = make((struct sriov_vf *)vf);
	code = made ? find_out(&reading, made, error) : error_no_memory(error);
	if (!code)
		code = describe(made, error);
	holdings_clear(&reading.holdings);
	if (code)
		sriov_vf_use_unref(made);
	else
		*use = made;
	return code;
}

/* What is wrong with one VF stays with it; memory, and the processes, are of all of them. */
static enum sriov_code add(struct reading *reading, struct sriov_vf *vf, void *list,
			   struct sriov_error **error)
{
	struct sriov_vf_use *use = make(vf);
	enum sriov_code code;

	if (!use || !list_add(list, use))
		return error_no_memory(error);
	code = find_out(reading, use, &use->error);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	return describe(use, error);
}

EXPORT enum sriov_code sriov_pf_list_vf_uses(struct sriov_pf *pf, struct sriov_vf_use_list **list,
					     struct sriov_error **error)
{
	struct reading reading = {0};
	struct sriov_vf_use_list *made;
	struct sriov_vf_list *vfs;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	code = sriov_pf_list_vfs(pf, &vfs, error);
	if (code)
		return code;
	made = list_new();
	code = made ? SRIOV_CODE_OK : error_no_memory(error);
	for (size_t i = 0; !code && i < sriov_vf_list_get_count(vfs); i++)
		code = add(&reading, sriov_vf_list_get(vfs, i), made, error);
	holdings_clear(&reading.holdings);
	sriov_vf_list_unref(vfs);
	if (code)
		sriov_vf_use_list_unref(made);
	else
		*list = made;
	return code;
}

EXPORT struct sriov_vf *sriov_vf_use_get_vf(const struct sriov_vf_use *use)
{
	return use ? use->vf : NULL;
}

EXPORT enum sriov_vf_use_state sriov_vf_use_get_state(const struct sriov_vf_use *use)
{
	return use ? use->state : SRIOV_VF_USE_STATE_UNKNOWN;
}

EXPORT const struct sriov_error *sriov_vf_use_get_error(const struct sriov_vf_use *use)
{
	return use ? use->error : NULL;
}

EXPORT bool sriov_vf_use_is_in_use(const struct sriov_vf_use *use)
{
	return use && use->state != SRIOV_VF_USE_STATE_FREE &&
	       use->state != SRIOV_VF_USE_STATE_INTERFACE_DOWN &&
	       use->state != SRIOV_VF_USE_STATE_VFIO_UNHELD;
}

EXPORT const char *sriov_vf_use_get_driver(const struct sriov_vf_use *use)
{
	return use && use->driver[0] ? use->driver : NULL;
}

EXPORT const char *sriov_vf_use_get_interface(const struct sriov_vf_use *use)
{
	return use && use->interface.name[0] ? use->interface.name : NULL;
}

EXPORT const char *sriov_vf_use_get_upper(const struct sriov_vf_use *use)
{
	return use && use->interface.upper[0] ? use->interface.upper : NULL;
}

EXPORT const struct sriov_holder_list *sriov_vf_use_get_holders(const struct sriov_vf_use *use)
{
	return use ? use->holders : NULL;
}

EXPORT const char *sriov_vf_use_get_description(const struct sriov_vf_use *use)
{
	return use ? use->description : NULL;
}
