/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Why devices share an IOMMU group.
 */
#ifndef SRIOV_SHARING_REASON_H
#define SRIOV_SHARING_REASON_H

#include <sriov/string_list.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What makes devices share a group.
 * @since 0.1
 */
enum sriov_sharing_cause {
	/** What configuration spaces do not show: a rule of the firmware's or the IOMMU's driver.
	 */
	SRIOV_SHARING_CAUSE_UNKNOWN = -1,
	/** A port above them does not keep them apart: it has no ACS, or that is off. */
	SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS = 0,
	/** They are functions of one device that does not keep its functions apart. */
	SRIOV_SHARING_CAUSE_FUNCTIONS_WITHOUT_ACS = 1,
	/** They are behind a bridge to conventional PCI, which speaks for all of them. */
	SRIOV_SHARING_CAUSE_CONVENTIONAL_BRIDGE = 2,
};

/**
 * @brief One reason why devices share an IOMMU group. Immutable and counted.
 * @since 0.1
 */
struct sriov_sharing_reason;

/**
 * @brief Takes a reference.
 * @param reason may be NULL.
 * @return `reason`.
 * @since 0.1
 */
struct sriov_sharing_reason *sriov_sharing_reason_ref(struct sriov_sharing_reason *reason);

/**
 * @brief Drops a reference; the last one frees it.
 * @param reason may be NULL.
 * @since 0.1
 */
void sriov_sharing_reason_unref(struct sriov_sharing_reason *reason);

/**
 * @brief What kind of reason it is.
 * @param reason may be NULL.
 * @return the cause.
 * @since 0.1
 */
enum sriov_sharing_cause sriov_sharing_reason_get_cause(const struct sriov_sharing_reason *reason);

/**
 * @brief The address of the culprit: the port, the bridge, the lowest of the functions.
 * @param reason may be NULL.
 * @return borrowed; NULL when it is not known.
 * @since 0.1
 */
const char *sriov_sharing_reason_get_device(const struct sriov_sharing_reason *reason);

/**
 * @brief The members of the group that are together for that reason, the culprit among them.
 * @param reason may be NULL.
 * @return borrowed, sorted.
 * @since 0.1
 */
const struct sriov_string_list *
sriov_sharing_reason_get_devices(const struct sriov_sharing_reason *reason);

/**
 * @brief All of it in a sentence, with what can be done.
 * @param reason may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_sharing_reason_get_message(const struct sriov_sharing_reason *reason);

/**
 * @brief Reasons in the order of the culprits. addresses. Immutable and counted.
 * @since 0.1
 */
struct sriov_sharing_reason_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_sharing_reason_list *
sriov_sharing_reason_list_ref(struct sriov_sharing_reason_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_sharing_reason_list_unref(struct sriov_sharing_reason_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_sharing_reason_list_get_count(const struct sriov_sharing_reason_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_sharing_reason_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_sharing_reason *
sriov_sharing_reason_list_get(const struct sriov_sharing_reason_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
