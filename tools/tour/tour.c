/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tour.h"

#include <stdio.h>

void trouble(struct tour *tour, struct sriov_error *error)
{
	story_warn(&tour->story, "%s", sriov_error_get_message(error));
	for (size_t i = 0; i < sriov_error_get_cause_count(error); i++)
		story_warn(&tour->story, "  %s",
			   sriov_error_get_message(sriov_error_get_cause(error, i)));
	tour->story.troubles++;
	sriov_error_unref(error);
}

const char *address_of(const struct sriov_pf *pf)
{
	return sriov_device_get_address(sriov_pf_get_device(pf));
}

const char *name_of(const struct sriov_pf *pf)
{
	const char *interface = sriov_pf_get_interface(pf);

	return interface ? interface : address_of(pf);
}

const char *or_none(const char *text)
{
	return text ? text : "none";
}

void write_definition(struct tour *tour, const char *name, const char *xml)
{
	char path[4096];
	FILE *file;

	if (!tour->xml_folder)
		return;
	snprintf(path, sizeof(path), "%s/%s.xml", tour->xml_folder, name);
	file = fopen(path, "we");
	if (!file || fputs(xml, file) == EOF)
		story_warn(&tour->story, "cannot write %s", path);
	if (file)
		fclose(file);
}
