/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Findings: what will go wrong, why, and the ways out.
 */
#ifndef SRIOV_FINDING_H
#define SRIOV_FINDING_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What was found. Values never change; later versions add new ones at the end.
 * @since 0.1
 */
enum sriov_finding_code {
	/** None. */
	SRIOV_FINDING_CODE_NONE = 0,
	/** The PF will refuse the VF another MAC: it has an admin MAC and no trust. */
	SRIOV_FINDING_CODE_MAC_CHANGE_REFUSED = 1,
	/** The PF will drop frames whose source MAC is not the VF's: its spoof check is on. */
	SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS = 2,
	/** LACP over VFs: the partner talks to the PF. */
	SRIOV_FINDING_CODE_LACP_OVER_VF = 3,
	/** A lost link is not seen, by anybody or on one VF: a failover will not come. */
	SRIOV_FINDING_CODE_NO_LINK_MONITORING = 4,
	/** Two VFs have the same MAC, and the bond's mode needs one for each. */
	SRIOV_FINDING_CODE_SAME_MAC = 5,
};

/**
 * @brief How bad it is.
 * @since 0.1
 */
enum sriov_severity {
	/** Worth knowing. */
	SRIOV_SEVERITY_NOTE = 0,
	/** It may bite, depending on what cannot be seen from here. */
	SRIOV_SEVERITY_WARNING = 1,
	/** It will not work. */
	SRIOV_SEVERITY_ERROR = 2,
};

/**
 * @brief One thing that will go wrong. Immutable and counted.
 * @since 0.1
 */
struct sriov_finding;

/**
 * @brief Takes a reference.
 * @param finding may be NULL.
 * @return `finding`.
 * @since 0.1
 */
struct sriov_finding *sriov_finding_ref(struct sriov_finding *finding);

/**
 * @brief Drops a reference; the last one frees it.
 * @param finding may be NULL.
 * @since 0.1
 */
void sriov_finding_unref(struct sriov_finding *finding);

/**
 * @brief What was found.
 * @param finding may be NULL.
 * @return the code.
 * @since 0.1
 */
enum sriov_finding_code sriov_finding_get_code(const struct sriov_finding *finding);

/**
 * @brief The name of the code, for programs: "mac-change-refused".
 * @param finding may be NULL.
 * @return constant.
 * @since 0.1
 */
const char *sriov_finding_get_code_name(const struct sriov_finding *finding);

/**
 * @brief How bad it is.
 * @param finding may be NULL.
 * @return the severity.
 * @since 0.1
 */
enum sriov_severity sriov_finding_get_severity(const struct sriov_finding *finding);

/**
 * @brief The address of the VF that it is about.
 * @param finding may be NULL.
 * @return borrowed; NULL when it is about none in particular.
 * @since 0.1
 */
const char *sriov_finding_get_device(const struct sriov_finding *finding);

/**
 * @brief What will happen and why, for a person.
 * @param finding may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_finding_get_message(const struct sriov_finding *finding);

/**
 * @brief What it was told by: "admin MAC 52:54:00:00:00:01, trust off, spoof check on".
 * @param finding may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_finding_get_evidence(const struct sriov_finding *finding);

/**
 * @brief How many ways out there are.
 * @param finding may be NULL.
 * @return the number.
 * @since 0.1
 */
size_t sriov_finding_get_remedy_count(const struct sriov_finding *finding);

/**
 * @brief A way out, in words.
 * @param finding may be NULL.
 * @param position from 0; the first gives up the least.
 * @return borrowed; NULL past the end.
 * @since 0.1
 */
const char *sriov_finding_get_remedy(const struct sriov_finding *finding, size_t position);

/**
 * @brief The command that a person would type for it.
 * @param finding may be NULL.
 * @param position from 0, as in sriov_finding_get_remedy().
 * @return borrowed; NULL past the end, or when it is no command.
 * @since 0.1
 */
const char *sriov_finding_get_remedy_command(const struct sriov_finding *finding, size_t position);

/**
 * @brief Findings, the worst first; empty when nothing is wrong. Immutable and counted.
 * @since 0.1
 */
struct sriov_finding_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_finding_list *sriov_finding_list_ref(struct sriov_finding_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_finding_list_unref(struct sriov_finding_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_finding_list_get_count(const struct sriov_finding_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_finding_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_finding *sriov_finding_list_get(const struct sriov_finding_list *list,
					     size_t position);

#ifdef __cplusplus
}
#endif

#endif
