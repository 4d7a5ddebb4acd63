/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_GUEST_BOND_H
#define SRIOV_GUEST_BOND_H

#include <sriov/bond.h>
#include <sriov/error.h>
#include <sriov/finding.h>
#include <sriov/vf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

struct sriov_guest_bond;

enum sriov_code sriov_guest_bond_new(struct sriov_guest_bond **bond, struct sriov_error **error);

enum sriov_code sriov_guest_bond_new_like(const struct sriov_bond *host,
					  struct sriov_guest_bond **bond,
					  struct sriov_error **error);

struct sriov_guest_bond *sriov_guest_bond_ref(struct sriov_guest_bond *bond);

void sriov_guest_bond_unref(struct sriov_guest_bond *bond);

enum sriov_code sriov_guest_bond_set_mode(struct sriov_guest_bond *bond, enum sriov_bond_mode mode,
					  struct sriov_error **error);

void sriov_guest_bond_set_miimon_ms(struct sriov_guest_bond *bond, unsigned int miimon_ms);

enum sriov_code sriov_guest_bond_set_fail_over_mac(struct sriov_guest_bond *bond,
						   enum sriov_fail_over_mac policy,
						   struct sriov_error **error);

void sriov_guest_bond_set_foreign_macs(struct sriov_guest_bond *bond, bool foreign);

void sriov_guest_bond_set_admin_macs(struct sriov_guest_bond *bond, bool given);

enum sriov_code sriov_guest_bond_add_vf(struct sriov_guest_bond *bond, struct sriov_vf *vf,
					struct sriov_error **error);

enum sriov_code sriov_guest_bond_check(const struct sriov_guest_bond *bond,
				       struct sriov_finding_list **findings,
				       struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
