/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Where the MAC of a VF comes from. */
#include "unit.h"

#include "object/settings/vf_mac.h"

#define MAC_A "52:54:00:00:00:0a"
#define MAC_B "52:54:00:00:00:0b"

/* Who gave a MAC. */
START_TEST(origins)
{
	static const struct {
		const char *driver;
		const char *pf_mac;
		enum vf_mac_assignment assignment;
		const char *interface_mac;
		enum vf_mac_origin origin;
	} rows[] = {
		{"igb", NULL, VF_MAC_RANDOM, MAC_A, VF_MAC_NONE},
		{"igb", MAC_A, VF_MAC_UNSEEN, NULL, VF_MAC_UNKNOWN},
		{"igb", MAC_A, VF_MAC_RANDOM, MAC_A, VF_MAC_OWN},
		{"igb", MAC_A, VF_MAC_RANDOM, MAC_B, VF_MAC_ADMIN},
		{"igb", MAC_A, VF_MAC_PERMANENT, MAC_A, VF_MAC_ADMIN},
		{"igb", MAC_A, VF_MAC_PERMANENT, MAC_B, VF_MAC_ADMIN},
		{"igb", MAC_A, VF_MAC_SET, MAC_A, VF_MAC_UNKNOWN},
		{"igb", MAC_A, VF_MAC_SET, MAC_B, VF_MAC_UNKNOWN},
		{"igb", MAC_A, VF_MAC_STOLEN, MAC_A, VF_MAC_UNKNOWN},
		{"ixgbe", MAC_A, VF_MAC_PERMANENT, "52:54:00:00:00:0A", VF_MAC_ADMIN},
		{"i40e", MAC_A, VF_MAC_PERMANENT, MAC_A, VF_MAC_UNKNOWN},
		{NULL, MAC_A, VF_MAC_PERMANENT, MAC_A, VF_MAC_UNKNOWN},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		ck_assert_msg(vf_mac_judge(rows[i].driver, rows[i].pf_mac, rows[i].assignment,
					   rows[i].interface_mac) == rows[i].origin,
			      "row %zu", i);
}
END_TEST

#define PF "0000:01:00.0"

START_TEST(origins_on_a_host)
{
	struct fake *fake = fake_new();
	struct sriov_context *context;
	struct sriov_error *error = NULL;
	struct sriov_vf *vf;

	fake_add_82576(fake, PF, "em1", 2);
	context = fake_open_context(fake);
	expect_success(sriov_vf_open(context, "0000:01:10.2", &vf, &error), error);
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_A), VF_MAC_UNKNOWN);
	/* The interface has come since the VF was opened. */
	fake_add_interface(fake, "0000:01:10.2", "eth1", 5);
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_A), VF_MAC_UNKNOWN);
	fake_write(fake, MAC_A "\n", "sys/class/net/eth1/address");
	fake_write(fake, "1\n", "sys/class/net/eth1/addr_assign_type");
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_A), VF_MAC_OWN);
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_B), VF_MAC_ADMIN);
	ck_assert_int_eq(vf_mac_find_origin(vf, NULL), VF_MAC_NONE);
	fake_write(fake, "0\n", "sys/class/net/eth1/addr_assign_type");
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_A), VF_MAC_ADMIN);
	fake_write(fake, "4\n", "sys/class/net/eth1/addr_assign_type");
	ck_assert_int_eq(vf_mac_find_origin(vf, MAC_A), VF_MAC_UNKNOWN);
	sriov_vf_unref(vf);
	sriov_context_unref(context);
	fake_free(fake);
}
END_TEST

UNIT_SUITE("vf_mac", origins, origins_on_a_host)
