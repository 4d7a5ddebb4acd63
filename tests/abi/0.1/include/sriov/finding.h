/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_FINDING_H
#define SRIOV_FINDING_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_finding_code {
	SRIOV_FINDING_CODE_NONE = 0,
	SRIOV_FINDING_CODE_MAC_CHANGE_REFUSED = 1,
	SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS = 2,
	SRIOV_FINDING_CODE_LACP_OVER_VF = 3,
	SRIOV_FINDING_CODE_NO_LINK_MONITORING = 4,
	SRIOV_FINDING_CODE_SAME_MAC = 5,
};

enum sriov_severity {
	SRIOV_SEVERITY_NOTE = 0,
	SRIOV_SEVERITY_WARNING = 1,
	SRIOV_SEVERITY_ERROR = 2,
};

struct sriov_finding;

struct sriov_finding *sriov_finding_ref(struct sriov_finding *finding);

void sriov_finding_unref(struct sriov_finding *finding);

enum sriov_finding_code sriov_finding_get_code(const struct sriov_finding *finding);

const char *sriov_finding_get_code_name(const struct sriov_finding *finding);

enum sriov_severity sriov_finding_get_severity(const struct sriov_finding *finding);

const char *sriov_finding_get_device(const struct sriov_finding *finding);

const char *sriov_finding_get_message(const struct sriov_finding *finding);

const char *sriov_finding_get_evidence(const struct sriov_finding *finding);

size_t sriov_finding_get_remedy_count(const struct sriov_finding *finding);

const char *sriov_finding_get_remedy(const struct sriov_finding *finding, size_t position);

const char *sriov_finding_get_remedy_command(const struct sriov_finding *finding, size_t position);

struct sriov_finding_list;

struct sriov_finding_list *sriov_finding_list_ref(struct sriov_finding_list *list);

void sriov_finding_list_unref(struct sriov_finding_list *list);

size_t sriov_finding_list_get_count(const struct sriov_finding_list *list);

struct sriov_finding *sriov_finding_list_get(const struct sriov_finding_list *list,
					     size_t position);

#ifdef __cplusplus
}
#endif

#endif
