/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The PCI Express link of a device: how fast it is now, and how fast it could be.
 */
#ifndef SRIOV_PCIE_LINK_H
#define SRIOV_PCIE_LINK_H

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A device's PCIe link as it was when it was read. Immutable and counted.
 *
 * Speeds are transfers on one lane, in millions a second (MT/s): 2500, 5000, 8000, 16000, 32000 or
 * 64000. Widths are numbers of lanes: 1, 2, 4, 8, 12, 16 or 32. Two more values are told apart for
 * each of them: 0 is "no link", which a function has that is part of its chip or of another
 * function (as a VF may be), or whose link is down; -1 is "not known": the device does not answer,
 * for instance because it sleeps in D3cold, or the kernel has no name for what it answers.
 * @since 0.1
 */
struct sriov_pcie_link;

/**
 * @brief Takes a reference.
 * @param link may be NULL.
 * @return `link`.
 * @since 0.1
 */
struct sriov_pcie_link *sriov_pcie_link_ref(struct sriov_pcie_link *link);

/**
 * @brief Drops a reference; the last one frees it.
 * @param link may be NULL.
 * @since 0.1
 */
void sriov_pcie_link_unref(struct sriov_pcie_link *link);

/**
 * @brief The speed that it runs at now.
 * @param link may be NULL.
 * @return in MT/s; 0 when there is no link, -1 when it is not known.
 * @since 0.1
 */
int sriov_pcie_link_get_current_speed_mts(const struct sriov_pcie_link *link);

/**
 * @brief The highest speed that the device can do, in whatever slot.
 * @param link may be NULL.
 * @return in MT/s; 0 when there is no link, -1 when it is not known.
 * @since 0.1
 */
int sriov_pcie_link_get_maximum_speed_mts(const struct sriov_pcie_link *link);

/**
 * @brief The lanes that it uses now.
 * @param link may be NULL.
 * @return 1 to 32; 0 when there is no link, -1 when it is not known.
 * @since 0.1
 */
int sriov_pcie_link_get_current_width(const struct sriov_pcie_link *link);

/**
 * @brief The most lanes that the device can use, in whatever slot.
 * @param link may be NULL.
 * @return 1 to 32; 0 when there is no link, -1 when it is not known.
 * @since 0.1
 */
int sriov_pcie_link_get_maximum_width(const struct sriov_pcie_link *link);

#ifdef __cplusplus
}
#endif

#endif
