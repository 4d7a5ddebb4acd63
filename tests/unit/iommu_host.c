/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "iommu_host.h"

struct fake *fake;
struct sriov_context *context;
struct sriov_iommu *iommu;

void begin(void)
{
	fake = fake_new();
	fake_write(fake, "", TABLES "/FACP");
	context = fake_open_context(fake);
}

void end(void)
{
	sriov_iommu_unref(iommu);
	sriov_context_unref(context);
	fake_free(fake);
}

void look(void)
{
	struct sriov_error *error = NULL;

	expect_success(sriov_iommu_open(context, &iommu, &error), error);
}

void boot_with(const char *parameters)
{
	fake_write(fake, parameters, "proc/cmdline");
}

void add_groups(unsigned int count)
{
	for (unsigned int i = 0; i < count; i++)
		fake_make_directory(fake, "sys/kernel/iommu_groups/%u/devices", i);
}

static bool has_evidence(const char *words)
{
	const struct sriov_string_list *list = sriov_iommu_get_evidence(iommu);

	for (size_t i = 0; i < sriov_string_list_get_count(list); i++)
		if (strstr(sriov_string_list_get(list, i), words))
			return true;
	return false;
}

void expect_evidence(const char *words)
{
	ck_assert_msg(has_evidence(words), "no evidence with \"%s\"", words);
}
