/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The rules of which drivers leave a group to VFIO, without a host. */
#include "unit.h"

#include "object/device/vfio_driver.h"
#include "object/iommu/viability.h"

START_TEST(releases_and_their_rules)
{
	static const char *const before[] = {"5.18.19-amd64", "5.10.0-30", "4.19.0", "3.2"};
	static const char *const after[] = {"5.19.0", "5.19-rc1", "6.1.0-18-amd64",
					    "6.12",   "10.0",	  "?"};

	for (size_t i = 0; i < sizeof(before) / sizeof(before[0]); i++)
		ck_assert_int_eq(viability_rule_of(before[i]), SRIOV_VIABILITY_RULE_DRIVER_LIST);
	for (size_t i = 0; i < sizeof(after) / sizeof(after[0]); i++)
		ck_assert_int_eq(viability_rule_of(after[i]), SRIOV_VIABILITY_RULE_DMA_OWNER);
}
END_TEST

START_TEST(drivers_by_both_rules)
{
	static const struct {
		const char *driver;
		uint32_t class;
		bool before, after;
	} cases[] = {
		{NULL, 0x020000, true, true},
		{"", 0x020000, true, true},
		{"vfio-pci", 0x020000, true, true},
		{"mlx5_vfio_pci", 0x020000, true, true},
		{"pci-stub", 0x020000, true, true},
		{"igb", 0x020000, false, false},
		{"pcieport", 0x060400, true, true},
		{"shpchp", 0x060400, true, false},
		{"yenta_cardbus", 0x060700, true, false},
		/* A host bridge and one to ISA have the header of an ordinary device. */
		{"lpc_ich", 0x060100, false, false},
		{"i801_smbus", 0x0c0500, false, false},
		{"arm-smmu", 0, false, false},
		{"vfio-platform", 0, true, true},
	};

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		ck_assert_msg(viability_allows(SRIOV_VIABILITY_RULE_DRIVER_LIST, cases[i].driver,
					       cases[i].class) == cases[i].before,
			      "%s before", cases[i].driver);
		ck_assert_msg(viability_allows(SRIOV_VIABILITY_RULE_DMA_OWNER, cases[i].driver,
					       cases[i].class) == cases[i].after,
			      "%s after", cases[i].driver);
	}
}
END_TEST

START_TEST(drivers_of_vfio)
{
	static const char *const yes[] = {
		"vfio-pci",	     "vfio_pci",     "mlx5_vfio_pci",
		"hisi-acc-vfio-pci", "qat_vfio_pci", "nvgrace-gpu-vfio-pci",
		"vfio-platform",     "vfio-amba",
	};
	static const char *const no[] = {
		"", "igb", "vfi", "vfiopci", "novfio-pci", "-pci", "xvfio_pci",
	};

	for (size_t i = 0; i < sizeof(yes) / sizeof(yes[0]); i++)
		ck_assert_msg(driver_is_vfio(yes[i]), "%s", yes[i]);
	for (size_t i = 0; i < sizeof(no) / sizeof(no[0]); i++)
		ck_assert_msg(!driver_is_vfio(no[i]), "%s", no[i]);
	ck_assert(!driver_is_vfio(NULL));
}
END_TEST

UNIT_SUITE("viability", releases_and_their_rules, drivers_by_both_rules, drivers_of_vfio)
