/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/settings/vf_settings.h"

#include <stdio.h>

#include "base/error.h"
#include "base/list.h"
#include "object/settings/vf_reading.h"
#include "object/vf/vf.h"

OBJECT_REFERENCES(vf_settings)
OBJECT_LIST(vf_settings)

static void format_address(const uint8_t *address, size_t length, char text[VF_ADDRESS_SIZE])
{
	for (size_t i = 0; i < length; i++)
		snprintf(text + 3 * i, 4, "%02x%s", address[i], i + 1 < length ? ":" : "");
}

static void *make(const struct vf_reading *reading, unsigned int vf_index, const void *data)
{
	struct sriov_vf_settings *settings = object_new(sizeof(*settings), NULL);
	const struct vf_facts *facts = &reading->facts[vf_index];

	(void)data;
	if (!settings)
		return NULL;
	settings->vf_index = vf_index;
	settings->facts = *facts;
	settings->support = vf_support_of(reading->pf);
	format_address(facts->mac, facts->address_length, settings->mac);
	format_address(facts->broadcast, facts->address_length, settings->broadcast);
	return settings;
}

EXPORT enum sriov_code sriov_pf_list_vf_settings(struct sriov_pf *pf,
						 struct sriov_vf_settings_list **list,
						 struct sriov_error **error)
{
	CLEANUP(vf_reading_clear)
	struct vf_reading reading = {.pf = pf, .kind = VF_READING_SETTINGS};
	void *made = NULL;
	enum sriov_code code;

	if (!list)
		return error_null(error, "list");
	*list = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = vf_reading_read(&reading, error);
	if (!code)
		code = vf_reading_make_list(&reading, make, NULL, &made, error);
	*list = made;
	return code;
}

EXPORT enum sriov_code sriov_vf_read_settings(struct sriov_vf *vf,
					      struct sriov_vf_settings **settings,
					      struct sriov_error **error)
{
	CLEANUP(vf_reading_clear) struct vf_reading reading = {.kind = VF_READING_SETTINGS};
	enum sriov_code code;

	if (!settings)
		return error_null(error, "settings");
	*settings = NULL;
	if (!vf)
		return error_null(error, "vf");
	reading.pf = vf->pf;
	code = vf_reading_read(&reading, error);
	if (!code)
		code = vf_reading_check(&reading, vf->index, error);
	if (code)
		return code;
	*settings = make(&reading, vf->index, NULL);
	return *settings ? SRIOV_CODE_OK : error_no_memory(error);
}
