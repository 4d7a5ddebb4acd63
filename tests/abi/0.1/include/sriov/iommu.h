/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_IOMMU_H
#define SRIOV_IOMMU_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_iommu_vendor {
	SRIOV_IOMMU_VENDOR_UNKNOWN = -1,
	SRIOV_IOMMU_VENDOR_NONE = 0,
	SRIOV_IOMMU_VENDOR_INTEL = 1,
	SRIOV_IOMMU_VENDOR_AMD = 2,
	SRIOV_IOMMU_VENDOR_ARM_SMMU = 3,
	SRIOV_IOMMU_VENDOR_VIRTIO = 4,
};

enum sriov_iommu_domain_type {
	SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN = -1,
	SRIOV_IOMMU_DOMAIN_TYPE_BLOCKED = 0,
	SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY = 1,
	SRIOV_IOMMU_DOMAIN_TYPE_DMA = 2,
	SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ = 3,
	SRIOV_IOMMU_DOMAIN_TYPE_UNMANAGED = 4,
	SRIOV_IOMMU_DOMAIN_TYPE_AUTO = 5,
};

const char *sriov_iommu_domain_type_get_name(enum sriov_iommu_domain_type type);

enum sriov_lockdown {
	SRIOV_LOCKDOWN_UNKNOWN = -1,
	SRIOV_LOCKDOWN_NONE = 0,
	SRIOV_LOCKDOWN_INTEGRITY = 1,
	SRIOV_LOCKDOWN_CONFIDENTIALITY = 2,
	SRIOV_LOCKDOWN_UNAVAILABLE = 3,
};

enum sriov_module_switch {
	SRIOV_MODULE_SWITCH_UNKNOWN = -1,
	SRIOV_MODULE_SWITCH_OFF = 0,
	SRIOV_MODULE_SWITCH_ON = 1,
	SRIOV_MODULE_SWITCH_NOT_LOADED = 2,
	SRIOV_MODULE_SWITCH_ABSENT = 3,
};

struct sriov_iommu;

enum sriov_code sriov_iommu_open(struct sriov_context *context, struct sriov_iommu **iommu,
				 struct sriov_error **error);

struct sriov_iommu *sriov_iommu_ref(struct sriov_iommu *iommu);

void sriov_iommu_unref(struct sriov_iommu *iommu);

bool sriov_iommu_is_enabled(const struct sriov_iommu *iommu);

enum sriov_iommu_vendor sriov_iommu_get_vendor(const struct sriov_iommu *iommu);

unsigned int sriov_iommu_get_group_count(const struct sriov_iommu *iommu);

enum sriov_switch sriov_iommu_get_interrupt_remapping(const struct sriov_iommu *iommu);

enum sriov_iommu_domain_type sriov_iommu_get_default_domain_type(const struct sriov_iommu *iommu);

enum sriov_lockdown sriov_iommu_get_lockdown(const struct sriov_iommu *iommu);

enum sriov_module_switch sriov_iommu_get_unsafe_interrupts(const struct sriov_iommu *iommu);

enum sriov_module_switch sriov_iommu_get_iommufd_unsafe_interrupts(const struct sriov_iommu *iommu);

enum sriov_module_switch sriov_iommu_get_no_iommu_mode(const struct sriov_iommu *iommu);

const struct sriov_string_list *sriov_iommu_get_units(const struct sriov_iommu *iommu);

const char *sriov_iommu_get_parameters(const struct sriov_iommu *iommu);

const char *sriov_iommu_get_advice(const struct sriov_iommu *iommu);

const char *sriov_iommu_get_wanted_parameters(const struct sriov_iommu *iommu);

const struct sriov_string_list *sriov_iommu_get_evidence(const struct sriov_iommu *iommu);

#ifdef __cplusplus
}
#endif

#endif
