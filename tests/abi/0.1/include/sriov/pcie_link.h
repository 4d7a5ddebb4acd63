/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_PCIE_LINK_H
#define SRIOV_PCIE_LINK_H

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_pcie_link;

struct sriov_pcie_link *sriov_pcie_link_ref(struct sriov_pcie_link *link);

void sriov_pcie_link_unref(struct sriov_pcie_link *link);

int sriov_pcie_link_get_current_speed_mts(const struct sriov_pcie_link *link);

int sriov_pcie_link_get_maximum_speed_mts(const struct sriov_pcie_link *link);

int sriov_pcie_link_get_current_width(const struct sriov_pcie_link *link);

int sriov_pcie_link_get_maximum_width(const struct sriov_pcie_link *link);

#ifdef __cplusplus
}
#endif

#endif
