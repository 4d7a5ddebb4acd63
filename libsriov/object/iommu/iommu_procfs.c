/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What procfs tells of the IOMMU: the kernel's parameters, interrupts, the processor. */
#include "object/iommu/iommu_reading.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/* To the kernel, '-' and '_' are the same in a parameter's name. */
static bool speaks_of_iommu(const char *word)
{
	static const char *const beginnings[] = {
		"iommu=",   "iommu.",	 "intel_iommu=", "amd_iommu",
		"arm_smmu", "intremap=", "nointremap",	 "vfio_iommu_type1.",
	};

	for (size_t i = 0; i < ARRAY_SIZE(beginnings); i++) {
		const char *expected = beginnings[i], *rest = word;

		while (*expected && (*rest == *expected || (*rest == '-' && *expected == '_'))) {
			expected++;
			rest++;
		}
		if (!*expected)
			return true;
	}
	return false;
}

/* The whole of a file of procfs, which the caller frees; what fails is evidence. */
static char *read_procfs(struct iommu_reading *reading, const char *name)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char *text = NULL;

	if (reading->procfs && tree_read_all(reading->procfs, &text, &failure, "%s", name))
		iommu_tell_failure(reading, failure);
	return text;
}

static void read_parameters(struct iommu_reading *reading)
{
	CLEANUP(cleanup_free) char *line = read_procfs(reading, "cmdline");
	struct text words = {0};
	char *rest, *word;

	for (word = line ? strtok_r(line, " \t\n", &rest) : NULL; word;
	     word = strtok_r(NULL, " \t\n", &rest))
		if (speaks_of_iommu(word))
			text_add(&words, "%s%s", words.length ? " " : "", word);
	if (words.length)
		iommu_tell(reading, "the kernel was started with %s (%s/cmdline)", words.data,
			   reading->procfs->root);
	else if (line)
		iommu_tell(reading,
			   "the kernel was started without a word on the IOMMU (%s/cmdline)",
			   reading->procfs->root);
	reading->iommu->parameters = text_take(&words);
	reading->failed |= !reading->iommu->parameters;
}

/* "IR-PCI-MSI", "IR-PCI-MSIX-0000:01:00.0", "IR-IO-APIC" beside those without "IR-". */
static void judge_controller(struct iommu_reading *reading, const char *word)
{
	if (iommu_begins(word, "IR-IO-APIC") || iommu_begins(word, "IR-PCI-MSI"))
		reading->iommu->remapping = SRIOV_SWITCH_ON;
	else if (iommu_begins(word, "IO-APIC") && reading->iommu->remapping == SRIOV_SWITCH_UNKNOWN)
		reading->iommu->remapping = SRIOV_SWITCH_OFF;
}

/* Only x86 shows it: there, some interrupt of the IO-APIC is always in use. */
static void read_interrupts(struct iommu_reading *reading)
{
	CLEANUP(cleanup_free) char *lines = read_procfs(reading, "interrupts");
	char *rest, *word;

	for (word = lines ? strtok_r(lines, " \t\n", &rest) : NULL; word;
	     word = strtok_r(NULL, " \t\n", &rest))
		judge_controller(reading, word);
	if (reading->iommu->remapping != SRIOV_SWITCH_UNKNOWN)
		iommu_tell(reading, "interrupts are %sremapped (%s/interrupts)",
			   reading->iommu->remapping == SRIOV_SWITCH_ON ? "" : "not ",
			   reading->procfs->root);
}

/* The first processor's part is enough, and fits in a page. */
static void read_processor(struct iommu_reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_iommu *iommu = reading->iommu;
	char text[4096];
	size_t length;

	if (!reading->procfs)
		return;
	if (tree_read(reading->procfs, text, sizeof(text), &length, &failure, "cpuinfo")) {
		iommu_tell_failure(reading, failure);
		return;
	}
	if (strstr(text, "GenuineIntel"))
		iommu->processor = SRIOV_IOMMU_VENDOR_INTEL;
	else if (strstr(text, "AuthenticAMD") || strstr(text, "HygonGenuine"))
		iommu->processor = SRIOV_IOMMU_VENDOR_AMD;
	else if (strstr(text, "CPU implementer"))
		iommu->processor = SRIOV_IOMMU_VENDOR_ARM_SMMU;
	iommu->is_virtual_machine = strstr(text, " hypervisor");
	if (iommu->is_virtual_machine)
		iommu_tell(reading, "this is a virtual machine (%s/cpuinfo)",
			   reading->procfs->root);
}

static void open_procfs(struct iommu_reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;

	if (context_get_procfs(reading->context, &reading->procfs, &failure)) {
		reading->procfs = NULL;
		iommu_tell_failure(reading, failure);
	}
}

void iommu_read_procfs(struct iommu_reading *reading)
{
	open_procfs(reading);
	read_parameters(reading);
	read_interrupts(reading);
	if (reading->iommu->vendor <= SRIOV_IOMMU_VENDOR_NONE)
		read_processor(reading);
}
