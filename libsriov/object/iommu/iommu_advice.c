/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What turns an IOMMU on that is off. */
#include "object/iommu/iommu.h"

#include <string.h>

#include "base/error.h"
#include "base/text.h"

#define INTEL_ON "intel_iommu=on"

/* What a parameter such as "intel_iommu=on,sm_on" amounts to; the last that says it counts. */
static enum sriov_switch setting(const char *parameters, const char *name)
{
	enum sriov_switch state = SRIOV_SWITCH_UNKNOWN;
	size_t length = strlen(name), part;
	const char *word, *value;

	for (word = parameters; *word; word += strspn(word, " ")) {
		value = word;
		word += strcspn(word, " ");
		if (strncmp(value, name, length) || value[length] != '=')
			continue;
		for (value += length; value < word; value += part) {
			value++;
			part = strcspn(value, ", ");
			if (part == 2 && !strncmp(value, "on", part))
				state = SRIOV_SWITCH_ON;
			else if (part == 3 && !strncmp(value, "off", part))
				state = SRIOV_SWITCH_OFF;
		}
	}
	return state;
}

/* Each way to turn it off by hand. */
static void advise_removal(const struct sriov_iommu *iommu, struct text *advice)
{
	static const char *const names[] = {"iommu", "intel_iommu", "amd_iommu"};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		if (setting(iommu->parameters, names[i]) == SRIOV_SWITCH_OFF)
			text_add(advice, "%s\"%s=off\"", advice->length ? " and " : "remove ",
				 names[i]);
	if (advice->length)
		text_add(advice, " from the kernel's command line");
}

static void advise_intel(struct sriov_iommu *iommu, struct text *advice)
{
	bool removed = advice->length;

	if (setting(iommu->parameters, "intel_iommu") != SRIOV_SWITCH_ON) {
		iommu->wanted = INTEL_ON;
		text_add(advice, "%s \"" INTEL_ON "\" to %s", removed ? " and add" : "add",
			 removed ? "it" : "the kernel's command line");
	} else if (!removed) {
		text_add(advice,
			 "\"" INTEL_ON "\" is given and yet no VT-d unit runs: see the kernel's "
			 "log (dmesg | grep -e DMAR -e IOMMU); update the firmware, or use a "
			 "kernel that is built with CONFIG_INTEL_IOMMU");
		return;
	}
	text_add(advice, ", and boot again");
}

static void advise_other(const char *name, struct text *advice)
{
	if (advice->length)
		text_add(advice, ", and boot again");
	else
		text_add(advice,
			 "%s needs no parameter, and yet it does not run: see the kernel's log "
			 "(dmesg | grep -i -e iommu -e %s), and update the firmware or the kernel",
			 name, name);
}

static void advise_virtual_machine(const struct sriov_iommu *iommu, struct text *advice)
{
	text_add(advice,
		 "%sthis virtual machine has no IOMMU: give it one on its host (libvirt: <iommu "
		 "model='intel'/> with <driver intremap='on' caching_mode='on'/>; QEMU: -device "
		 "intel-iommu,intremap=on,caching-mode=on)",
		 advice->length ? "; then, " : "");
	if (setting(iommu->parameters, "intel_iommu") != SRIOV_SWITCH_ON)
		text_add(advice, " and add \"" INTEL_ON "\" to this one's kernel command line");
}

/* Nothing shows that there is one: mostly it is off in the firmware. */
static void advise_firmware(struct sriov_iommu *iommu, struct text *advice)
{
	const char *beginning = advice->length ? ", and " : "";

	switch (iommu->processor) {
	case SRIOV_IOMMU_VENDOR_INTEL:
		text_add(advice, "%senable VT-d in the firmware's setup", beginning);
		if (setting(iommu->parameters, "intel_iommu") == SRIOV_SWITCH_ON)
			break;
		iommu->wanted = INTEL_ON;
		text_add(advice, ", and add \"" INTEL_ON "\" to the kernel's command line");
		break;
	case SRIOV_IOMMU_VENDOR_AMD:
		text_add(advice, "%senable the IOMMU (AMD-Vi) in the firmware's setup", beginning);
		break;
	case SRIOV_IOMMU_VENDOR_ARM_SMMU:
		text_add(advice,
			 "%senable the SMMU in the firmware's setup; a virtual machine wants one "
			 "from its host",
			 beginning);
		break;
	default:
		text_add(advice,
			 "%senable the IOMMU in the firmware's setup (VT-d, AMD-Vi or SMMU); "
			 "with Intel's, add \"" INTEL_ON "\" to the kernel's command line as well",
			 beginning);
		break;
	}
}

enum sriov_code iommu_advise(struct sriov_iommu *iommu, struct sriov_error **error)
{
	struct text advice = {0};

	advise_removal(iommu, &advice);
	if (iommu->vendor == SRIOV_IOMMU_VENDOR_INTEL)
		advise_intel(iommu, &advice);
	else if (iommu->vendor == SRIOV_IOMMU_VENDOR_AMD)
		advise_other("AMD-Vi", &advice);
	else if (iommu->vendor == SRIOV_IOMMU_VENDOR_VIRTIO)
		advise_other("virtio-iommu", &advice);
	else if (iommu->is_virtual_machine)
		advise_virtual_machine(iommu, &advice);
	else
		advise_firmware(iommu, &advice);
	iommu->advice = text_take(&advice);
	return iommu->advice ? SRIOV_CODE_OK : error_no_memory(error);
}
