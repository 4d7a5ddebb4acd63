/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The capabilities by which devices and VFs are kept apart: ACS, ARI, ATS, PASID and PRI. */
#include "registers.h"

/* Each service by itself, in both registers. */
START_TEST(acs_services)
{
	static const char *const names[] = {
		"Source Validation",	   "Translation Blocking", "P2P Request Redirect",
		"P2P Completion Redirect", "Upstream Forwarding",  "P2P Egress Control",
		"Direct Translated P2P",
	};
	unsigned int offset = add(0x0d, 8);
	const struct sriov_acs_capability *acs;

	for (int i = 0; i < 7; i++) {
		put(offset + 4, 1U << i, 2);
		put(offset + 6, 0x7f & ~(1U << i), 2);
		look();
		acs = sriov_capabilities_get_acs(capabilities);
		for (int j = 0; j < 7; j++) {
			ck_assert_int_eq(sriov_acs_capability_has(acs, (enum sriov_acs_service)j),
					 i == j);
			ck_assert_int_eq(sriov_acs_capability_is_enabled(acs,
									 (enum sriov_acs_service)j),
					 i != j);
		}
		ck_assert_str_eq(sriov_acs_service_get_name((enum sriov_acs_service)i), names[i]);
		ck_assert_uint_eq(sriov_acs_capability_get_egress_vector_bits(acs),
				  i == 5 ? 256 : 0);
		sriov_capabilities_unref(capabilities);
	}
	put(offset + 4, 0x0820, 2);
	look();
	acs = sriov_capabilities_get_acs(capabilities);
	ck_assert_uint_eq(sriov_acs_capability_get_egress_vector_bits(acs), 8);
	ck_assert_uint_eq(sriov_acs_capability_get_offset(acs), offset);
	ck_assert(!sriov_acs_capability_has(acs, SRIOV_ACS_SERVICE_UNKNOWN));
	ck_assert(!sriov_acs_capability_is_enabled(acs, (enum sriov_acs_service)7));
	ck_assert_str_eq(sriov_acs_service_get_name(SRIOV_ACS_SERVICE_UNKNOWN), "unknown");
}
END_TEST

/* As the kernel judges it: what the hardware lacks is not asked for. */
START_TEST(acs_that_isolates)
{
	static const struct {
		unsigned int capability, control;
		bool isolating;
	} cases[] = {
		{0x1f, 0x1d, true},  {0x1f, 0x1f, true},  {0x1f, 0x1c, false}, {0x1f, 0x19, false},
		{0x1f, 0x15, false}, {0x1f, 0x0d, false}, {0x1f, 0x00, false}, {0x00, 0x00, true},
		{0x0c, 0x0c, true},  {0x0d, 0x0c, false}, {0x62, 0x00, true},
	};
	unsigned int offset = add(0x0d, 8);

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		put(offset + 4, cases[i].capability, 2);
		put(offset + 6, cases[i].control, 2);
		look();
		ck_assert_msg(sriov_acs_capability_is_isolating(sriov_capabilities_get_acs(
				      capabilities)) == cases[i].isolating,
			      "%zu", i);
		sriov_capabilities_unref(capabilities);
	}
	capabilities = NULL;
}
END_TEST

START_TEST(ari)
{
	const struct sriov_ari_capability *one;

	put(0x154, 0x0502, 2);
	put(0x156, 0x0030, 2);
	look();
	one = sriov_capabilities_get_ari(capabilities);
	ck_assert_uint_eq(sriov_ari_capability_get_offset(one), 0x150);
	ck_assert_uint_eq(sriov_ari_capability_get_next_function(one), 5);
	ck_assert(!sriov_ari_capability_has_mfvc_groups(one));
	ck_assert(sriov_ari_capability_has_acs_groups(one));
	ck_assert_uint_eq(sriov_ari_capability_get_function_group(one), 3);
}
END_TEST

START_TEST(ari_forwarding_of_a_port)
{
	put(0xa2, 0x0142, 2);
	put(0xa0 + 0x24, 0x20, 4);
	bytes[0x0e] = 0x81;
	look();
	ck_assert_int_eq(sriov_capabilities_get_port_type(capabilities), SRIOV_PORT_TYPE_ROOT_PORT);
	ck_assert(sriov_capabilities_is_multifunction(capabilities));
	ck_assert(!sriov_capabilities_has_function_level_reset(capabilities));
	ck_assert(sriov_capabilities_has_ari_forwarding(capabilities));
	ck_assert(!sriov_capabilities_is_ari_forwarding_enabled(capabilities));
	sriov_capabilities_unref(capabilities);
	put(0xa0 + 0x28, 0x20, 2);
	look();
	ck_assert(sriov_capabilities_is_ari_forwarding_enabled(capabilities));
	sriov_capabilities_unref(capabilities);
	/* Version 1 of the capability has no such registers: something else is there. */
	put(0xa2, 0x0141, 2);
	look();
	ck_assert(!sriov_capabilities_has_ari_forwarding(capabilities));
	ck_assert(!sriov_capabilities_is_ari_forwarding_enabled(capabilities));
}
END_TEST

START_TEST(ats)
{
	unsigned int offset = add(0x0f, 8);
	const struct sriov_ats_capability *one;

	put(offset + 4, 0x0060, 2);
	look();
	one = sriov_capabilities_get_ats(capabilities);
	ck_assert_uint_eq(sriov_ats_capability_get_queue_depth(one), 32);
	ck_assert(sriov_ats_capability_is_page_aligned(one));
	ck_assert(sriov_ats_capability_has_global_invalidate(one));
	ck_assert(!sriov_ats_capability_is_enabled(one));
	ck_assert_uint_eq(sriov_ats_capability_get_smallest_translation_bytes(one), 4096);
	sriov_capabilities_unref(capabilities);
	put(offset + 4, 0x0007, 2);
	put(offset + 6, 0x8003, 2);
	look();
	one = sriov_capabilities_get_ats(capabilities);
	ck_assert_uint_eq(sriov_ats_capability_get_queue_depth(one), 7);
	ck_assert(!sriov_ats_capability_is_page_aligned(one));
	ck_assert(sriov_ats_capability_is_enabled(one));
	ck_assert_uint_eq(sriov_ats_capability_get_smallest_translation_bytes(one), 32768);
}
END_TEST

START_TEST(pasid_and_pri)
{
	unsigned int offset = add(0x1b, 8);
	const struct sriov_pasid_capability *pasid;
	const struct sriov_pri_capability *pri;

	put(offset + 4, 0x1402, 2);
	put(offset + 6, 0x0005, 2);
	offset = add(0x13, 16);
	put(offset + 4, 0x0001, 2);
	put(offset + 6, 0x8100, 2);
	put(offset + 8, 512, 4);
	put(offset + 12, 64, 4);
	look();
	pasid = sriov_capabilities_get_pasid(capabilities);
	ck_assert_uint_eq(sriov_pasid_capability_get_width_bits(pasid), 20);
	ck_assert(sriov_pasid_capability_has_execute(pasid));
	ck_assert(!sriov_pasid_capability_has_privileged(pasid));
	ck_assert(sriov_pasid_capability_is_enabled(pasid));
	ck_assert(!sriov_pasid_capability_is_execute_enabled(pasid));
	ck_assert(sriov_pasid_capability_is_privileged_enabled(pasid));
	pri = sriov_capabilities_get_pri(capabilities);
	ck_assert_uint_eq(sriov_pri_capability_get_offset(pri), offset);
	ck_assert(sriov_pri_capability_is_enabled(pri));
	ck_assert(sriov_pri_capability_is_stopped(pri));
	ck_assert(!sriov_pri_capability_has_failed(pri));
	ck_assert(sriov_pri_capability_is_pasid_required(pri));
	ck_assert_uint_eq(sriov_pri_capability_get_capacity(pri), 512);
	ck_assert_uint_eq(sriov_pri_capability_get_allocation(pri), 64);
}
END_TEST

UNIT_SUITE_WITH("isolation", registers_make, registers_free, acs_services, acs_that_isolates, ari,
		ari_forwarding_of_a_port, ats, pasid_and_pri)
