/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How strictly the kernel uses the IOMMU: default type, lockdown, and VFIO's unsafe switches. */
#include <string.h>

#include "object/iommu/iommu_group.h"
#include "object/iommu/iommu_reading.h"

#define SECURITY "kernel/security"
#define TYPES	 (SRIOV_IOMMU_DOMAIN_TYPE_AUTO + 1)

/* A word of the command line, and what it turns on or off. */
struct parameter {
	const char *text;
	bool on;
};

static const struct parameter passthrough[] = {
	{"iommu=pt", true},
	{"iommu=nopt", false},
	{"iommu.passthrough=1", true},
	{"iommu.passthrough=0", false},
	{"iommu.passthrough=on", true},
	{"iommu.passthrough=off", false},
};

static const struct parameter strict[] = {
	{"iommu.strict=1", true},
	{"iommu.strict=0", false},
	{"intel_iommu=strict", true},
};

/* The last word that says it counts. */
static enum sriov_switch find_setting(const char *words, const struct parameter *parameters,
				      size_t count)
{
	enum sriov_switch found = SRIOV_SWITCH_UNKNOWN;
	size_t length;

	for (; *words; words += strspn(words, " ")) {
		length = strcspn(words, " ");
		for (size_t i = 0; i < count; i++)
			if (strlen(parameters[i].text) == length &&
			    !strncmp(parameters[i].text, words, length))
				found = parameters[i].on ? SRIOV_SWITCH_ON : SRIOV_SWITCH_OFF;
		words += length;
	}
	return found;
}

static enum sriov_iommu_domain_type wanted_type(const char *words)
{
	if (find_setting(words, passthrough, ARRAY_SIZE(passthrough)) == SRIOV_SWITCH_ON)
		return SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY;
	switch (find_setting(words, strict, ARRAY_SIZE(strict))) {
	case SRIOV_SWITCH_ON:
		return SRIOV_IOMMU_DOMAIN_TYPE_DMA;
	case SRIOV_SWITCH_OFF:
		return SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ;
	default:
		return SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN;
	}
}

static void count_type(struct iommu_reading *reading, const char *group, size_t counts[TYPES])
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_iommu_domain_type type;
	char line[32];

	if (tree_read_line(reading->sysfs, line, sizeof(line), &failure,
			   "kernel/iommu_groups/%s/type", group))
		return;
	type = iommu_domain_type_of(line);
	if (type != SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN)
		counts[type]++;
}

static enum sriov_iommu_domain_type most_frequent(const size_t counts[TYPES])
{
	enum sriov_iommu_domain_type most = SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN;

	for (int i = 0; i < TYPES; i++)
		if (counts[i] &&
		    (most == SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN || counts[i] > counts[most]))
			most = (enum sriov_iommu_domain_type)i;
	return most;
}

static void read_default_type(struct iommu_reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_iommu *iommu = reading->iommu;
	struct sriov_string_list *groups = NULL;
	size_t counts[TYPES] = {0};

	if (!iommu->group_count)
		return;
	tree_list(reading->sysfs, &groups, &failure, "kernel/iommu_groups");
	for (size_t i = 0; i < sriov_string_list_get_count(groups); i++)
		count_type(reading, sriov_string_list_get(groups, i), counts);
	sriov_string_list_unref(groups);
	iommu->domain_type = most_frequent(counts);
	if (iommu->domain_type != SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN) {
		iommu_tell(reading,
			   "%zu of %u IOMMU groups are of type %s (%s/kernel/iommu_groups/"
			   "*/type)",
			   counts[iommu->domain_type], iommu->group_count,
			   sriov_iommu_domain_type_get_name(iommu->domain_type),
			   reading->sysfs->root);
		return;
	}
	iommu->domain_type = wanted_type(iommu->parameters);
	iommu_tell(reading,
		   "the kernel does not show the types of IOMMU groups (%s/kernel/"
		   "iommu_groups/*/type)",
		   reading->sysfs->root);
}

/* "none [integrity] confidentiality" */
static enum sriov_lockdown parse_lockdown(const char *line)
{
	static const char *const levels[] = {
		[SRIOV_LOCKDOWN_NONE] = "[none]",
		[SRIOV_LOCKDOWN_INTEGRITY] = "[integrity]",
		[SRIOV_LOCKDOWN_CONFIDENTIALITY] = "[confidentiality]",
	};

	for (size_t i = 0; i < ARRAY_SIZE(levels); i++)
		if (strstr(line, levels[i]))
			return (enum sriov_lockdown)i;
	return SRIOV_LOCKDOWN_UNKNOWN;
}

/* Every kernel that has securityfs shows its security modules there, once it is mounted. */
static void read_lockdown(struct iommu_reading *reading)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	const char *root = reading->sysfs->root;
	char line[64];
	enum sriov_code code =
		tree_read_line(reading->sysfs, line, sizeof(line), &failure, SECURITY "/lockdown");

	if (!code) {
		reading->iommu->lockdown = parse_lockdown(line);
		iommu_tell(reading, "the kernel's lockdown is %s (%s/" SECURITY "/lockdown)", line,
			   root);
	} else if (code != SRIOV_CODE_NOT_FOUND) {
		iommu_tell_failure(reading, failure);
	} else if (tree_exists(reading->sysfs, SECURITY "/lsm")) {
		reading->iommu->lockdown = SRIOV_LOCKDOWN_UNAVAILABLE;
		iommu_tell(reading,
			   "this kernel runs without lockdown: there is no %s/" SECURITY
			   "/lockdown",
			   root);
	} else {
		iommu_tell(reading,
			   "whether the kernel is locked down is not to be seen: securityfs "
			   "is not mounted on %s/" SECURITY,
			   root);
	}
}

/* A switch of a module, and a place that is there whenever the module is, loaded or built in. */
struct module_switch {
	const char *module;
	const char *name;
	const char *sign;
};

static const struct module_switch unsafe_interrupts = {
	"vfio_iommu_type1", "allow_unsafe_interrupts", "module/vfio_iommu_type1"};
static const struct module_switch iommufd_unsafe_interrupts = {"iommufd", "allow_unsafe_interrupts",
							       "module/iommufd"};
static const struct module_switch no_iommu_mode = {"vfio", "enable_unsafe_noiommu_mode",
						   "class/vfio"};

static enum sriov_module_switch parse_switch(const char *line)
{
	if (!strcmp(line, "Y") || !strcmp(line, "1"))
		return SRIOV_MODULE_SWITCH_ON;
	return !strcmp(line, "N") || !strcmp(line, "0") ? SRIOV_MODULE_SWITCH_OFF
							: SRIOV_MODULE_SWITCH_UNKNOWN;
}

static enum sriov_module_switch read_switch(struct iommu_reading *reading,
					    const struct module_switch *one)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	const struct tree *sysfs = reading->sysfs;
	char line[8];
	enum sriov_code code = tree_read_line(sysfs, line, sizeof(line), &failure,
					      "module/%s/parameters/%s", one->module, one->name);

	if (!code) {
		iommu_tell(reading, "%s of the module %s is \"%s\" (%s/module/%s/parameters)",
			   one->name, one->module, line, sysfs->root, one->module);
		return parse_switch(line);
	}
	if (code != SRIOV_CODE_NOT_FOUND) {
		iommu_tell_failure(reading, failure);
		return SRIOV_MODULE_SWITCH_UNKNOWN;
	}
	if (!tree_exists(sysfs, "module"))
		return SRIOV_MODULE_SWITCH_UNKNOWN;
	if (tree_exists(sysfs, "module/%s", one->module) || tree_exists(sysfs, "%s", one->sign))
		return SRIOV_MODULE_SWITCH_ABSENT;
	return SRIOV_MODULE_SWITCH_NOT_LOADED;
}

void iommu_read_safety(struct iommu_reading *reading)
{
	struct sriov_iommu *iommu = reading->iommu;

	read_default_type(reading);
	read_lockdown(reading);
	iommu->unsafe_interrupts = read_switch(reading, &unsafe_interrupts);
	iommu->iommufd_unsafe_interrupts = read_switch(reading, &iommufd_unsafe_interrupts);
	iommu->no_iommu_mode = read_switch(reading, &no_iommu_mode);
}

EXPORT enum sriov_iommu_domain_type
sriov_iommu_get_default_domain_type(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->domain_type : SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN;
}

EXPORT enum sriov_lockdown sriov_iommu_get_lockdown(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->lockdown : SRIOV_LOCKDOWN_UNKNOWN;
}

EXPORT enum sriov_module_switch sriov_iommu_get_unsafe_interrupts(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->unsafe_interrupts : SRIOV_MODULE_SWITCH_UNKNOWN;
}

EXPORT enum sriov_module_switch
sriov_iommu_get_iommufd_unsafe_interrupts(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->iommufd_unsafe_interrupts : SRIOV_MODULE_SWITCH_UNKNOWN;
}

EXPORT enum sriov_module_switch sriov_iommu_get_no_iommu_mode(const struct sriov_iommu *iommu)
{
	return iommu ? iommu->no_iommu_mode : SRIOV_MODULE_SWITCH_UNKNOWN;
}
