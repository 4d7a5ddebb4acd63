/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/devlink.h"

#include "base/error.h"
#include "object/devlink/devlink.h"

struct sriov_devlink_info {
	struct object object;
	struct devlink_info facts;
};

OBJECT_REFERENCES(devlink_info)

static void destroy(void *object)
{
	struct sriov_devlink_info *info = object;

	devlink_info_clear(&info->facts);
}

EXPORT enum sriov_code sriov_device_read_devlink_info(const struct sriov_device *device,
						      struct sriov_devlink_info **info,
						      struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct devlink_info facts = {0};
	struct devlink_target target;
	char label[DEVICE_LABEL_SIZE];
	enum sriov_code code;

	if (!info)
		return error_null(error, "info");
	*info = NULL;
	if (!device)
		return error_null(error, "device");
	device_label(device, label);
	code = devlink_find(device, &target, &failure);
	if (!code)
		code = devlink_read_info(target.devlink, &target.handle, &facts, &failure);
	if (code)
		return devlink_explain(device, label, "read its versions", &failure, error);
	*info = object_new(sizeof(**info), destroy);
	if (*info) {
		(*info)->facts = facts;
		return SRIOV_CODE_OK;
	}
	devlink_info_clear(&facts);
	return error_no_memory(error);
}

EXPORT const char *sriov_devlink_info_get_driver(const struct sriov_devlink_info *info)
{
	return info ? info->facts.driver : NULL;
}

EXPORT const char *sriov_devlink_info_get_serial_number(const struct sriov_devlink_info *info)
{
	return info ? info->facts.serial_number : NULL;
}

EXPORT const char *sriov_devlink_info_get_board_serial_number(const struct sriov_devlink_info *info)
{
	return info ? info->facts.board_serial_number : NULL;
}

EXPORT size_t sriov_devlink_info_get_version_count(const struct sriov_devlink_info *info)
{
	return info ? info->facts.version_count : 0;
}

static const struct devlink_version *find(const struct sriov_devlink_info *info, size_t position)
{
	return info && position < info->facts.version_count ? &info->facts.versions[position]
							    : NULL;
}

EXPORT const char *sriov_devlink_info_get_version_name(const struct sriov_devlink_info *info,
						       size_t position)
{
	const struct devlink_version *version = find(info, position);

	return version ? version->name : NULL;
}

EXPORT const char *sriov_devlink_info_get_version_value(const struct sriov_devlink_info *info,
							size_t position)
{
	const struct devlink_version *version = find(info, position);

	return version ? version->value : NULL;
}

EXPORT enum sriov_devlink_version_kind
sriov_devlink_info_get_version_kind(const struct sriov_devlink_info *info, size_t position)
{
	const struct devlink_version *version = find(info, position);

	if (!version)
		return SRIOV_DEVLINK_VERSION_KIND_UNKNOWN;
	switch (version->kind) {
	case DEVLINK_VERSION_FIXED:
		return SRIOV_DEVLINK_VERSION_KIND_FIXED;
	case DEVLINK_VERSION_RUNNING:
		return SRIOV_DEVLINK_VERSION_KIND_RUNNING;
	case DEVLINK_VERSION_STORED:
		return SRIOV_DEVLINK_VERSION_KIND_STORED;
	}
	return SRIOV_DEVLINK_VERSION_KIND_UNKNOWN;
}
