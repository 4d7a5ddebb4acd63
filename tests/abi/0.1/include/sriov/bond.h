/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_BOND_H
#define SRIOV_BOND_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_bond_mode {
	SRIOV_BOND_MODE_UNKNOWN = -1,
	SRIOV_BOND_MODE_BALANCE_RR = 0,
	SRIOV_BOND_MODE_ACTIVE_BACKUP = 1,
	SRIOV_BOND_MODE_BALANCE_XOR = 2,
	SRIOV_BOND_MODE_BROADCAST = 3,
	SRIOV_BOND_MODE_8023AD = 4,
	SRIOV_BOND_MODE_BALANCE_TLB = 5,
	SRIOV_BOND_MODE_BALANCE_ALB = 6,
};

enum sriov_fail_over_mac {
	SRIOV_FAIL_OVER_MAC_UNKNOWN = -1,
	SRIOV_FAIL_OVER_MAC_NONE = 0,
	SRIOV_FAIL_OVER_MAC_ACTIVE = 1,
	SRIOV_FAIL_OVER_MAC_FOLLOW = 2,
};

struct sriov_bond;

enum sriov_code sriov_bond_open(struct sriov_context *context, const char *name,
				struct sriov_bond **bond, struct sriov_error **error);

enum sriov_code sriov_bond_open_above(struct sriov_context *context, const char *interface,
				      struct sriov_bond **bond, struct sriov_error **error);

struct sriov_bond *sriov_bond_ref(struct sriov_bond *bond);

void sriov_bond_unref(struct sriov_bond *bond);

const char *sriov_bond_get_name(const struct sriov_bond *bond);

enum sriov_bond_mode sriov_bond_get_mode(const struct sriov_bond *bond);

const char *sriov_bond_get_mode_name(const struct sriov_bond *bond);

unsigned int sriov_bond_get_miimon_ms(const struct sriov_bond *bond);

unsigned int sriov_bond_get_updelay_ms(const struct sriov_bond *bond);

unsigned int sriov_bond_get_downdelay_ms(const struct sriov_bond *bond);

const char *sriov_bond_get_primary(const struct sriov_bond *bond);

enum sriov_fail_over_mac sriov_bond_get_fail_over_mac(const struct sriov_bond *bond);

const char *sriov_bond_get_active_member(const struct sriov_bond *bond);

const struct sriov_string_list *sriov_bond_get_members(const struct sriov_bond *bond);

const char *sriov_bond_get_options(const struct sriov_bond *bond);

#ifdef __cplusplus
}
#endif

#endif
