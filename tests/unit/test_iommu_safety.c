/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How strict the kernel is: default types of domains, lockdown, and the switches of modules. */
#include "iommu_host.h"

static void add_typed_groups(unsigned int first, unsigned int count, const char *type)
{
	for (unsigned int i = first; i < first + count; i++)
		fake_write(fake, type, "sys/kernel/iommu_groups/%u/type", i);
}

START_TEST(most_groups_tell_the_default_type)
{
	begin();
	add_typed_groups(0, 2, "identity\n");
	add_typed_groups(2, 3, "DMA-FQ\n");
	/* What the kernel did counts, not what it was told. */
	boot_with("intel_iommu=on iommu=pt\n");
	look();
	ck_assert_int_eq(sriov_iommu_get_default_domain_type(iommu),
			 SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ);
	expect_evidence("3 of 5 IOMMU groups are of type DMA-FQ");
	end();
}
END_TEST

static void expect_type_by(const char *parameters, enum sriov_iommu_domain_type type)
{
	begin();
	add_groups(2);
	boot_with(parameters);
	look();
	ck_assert_int_eq(sriov_iommu_get_default_domain_type(iommu), type);
	end();
}

START_TEST(else_the_command_line_tells_it)
{
	expect_type_by("iommu=pt", SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY);
	expect_type_by("iommu=pt iommu.strict=1", SRIOV_IOMMU_DOMAIN_TYPE_IDENTITY);
	expect_type_by("iommu=pt iommu=nopt", SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN);
	expect_type_by("iommu.passthrough=0 iommu.strict=1", SRIOV_IOMMU_DOMAIN_TYPE_DMA);
	expect_type_by("iommu.strict=1 iommu.strict=0", SRIOV_IOMMU_DOMAIN_TYPE_DMA_FQ);
	expect_type_by("intel_iommu=on", SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN);
}
END_TEST

START_TEST(off_has_no_default_type)
{
	begin();
	boot_with("iommu=pt");
	look();
	ck_assert_int_eq(sriov_iommu_get_default_domain_type(iommu),
			 SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN);
	end();
}
END_TEST

static void expect_lockdown(enum sriov_lockdown level)
{
	look();
	ck_assert_int_eq(sriov_iommu_get_lockdown(iommu), level);
	sriov_iommu_unref(iommu);
	iommu = NULL;
}

START_TEST(lockdown)
{
	begin();
	fake_make_directory(fake, "sys/kernel/security");
	expect_lockdown(SRIOV_LOCKDOWN_UNKNOWN);
	fake_write(fake, "capability,yama,apparmor", "sys/kernel/security/lsm");
	expect_lockdown(SRIOV_LOCKDOWN_UNAVAILABLE);
	fake_write(fake, "[none] integrity confidentiality\n", "sys/kernel/security/lockdown");
	expect_lockdown(SRIOV_LOCKDOWN_NONE);
	fake_write(fake, "none [integrity] confidentiality\n", "sys/kernel/security/lockdown");
	expect_lockdown(SRIOV_LOCKDOWN_INTEGRITY);
	fake_write(fake, "none integrity [confidentiality]\n", "sys/kernel/security/lockdown");
	expect_lockdown(SRIOV_LOCKDOWN_CONFIDENTIALITY);
	fake_write(fake, "none [else]\n", "sys/kernel/security/lockdown");
	expect_lockdown(SRIOV_LOCKDOWN_UNKNOWN);
	fake_forbid(fake, "sys/kernel/security/lockdown");
	look();
	ck_assert_int_eq(sriov_iommu_get_lockdown(iommu), SRIOV_LOCKDOWN_UNKNOWN);
	expect_evidence("sys/kernel/security/lockdown: Permission denied");
	end();
}
END_TEST

START_TEST(switches_of_modules)
{
	begin();
	look();
	ck_assert_int_eq(sriov_iommu_get_unsafe_interrupts(iommu), SRIOV_MODULE_SWITCH_NOT_LOADED);
	ck_assert_int_eq(sriov_iommu_get_iommufd_unsafe_interrupts(iommu),
			 SRIOV_MODULE_SWITCH_NOT_LOADED);
	ck_assert_int_eq(sriov_iommu_get_no_iommu_mode(iommu), SRIOV_MODULE_SWITCH_NOT_LOADED);
	sriov_iommu_unref(iommu);
	fake_write(fake, "Y\n", "sys/module/vfio_iommu_type1/parameters/allow_unsafe_interrupts");
	fake_write(fake, "N\n", "sys/module/iommufd/parameters/allow_unsafe_interrupts");
	fake_make_directory(fake, "sys/module/vfio/holders");
	look();
	ck_assert_int_eq(sriov_iommu_get_unsafe_interrupts(iommu), SRIOV_MODULE_SWITCH_ON);
	ck_assert_int_eq(sriov_iommu_get_iommufd_unsafe_interrupts(iommu), SRIOV_MODULE_SWITCH_OFF);
	ck_assert_int_eq(sriov_iommu_get_no_iommu_mode(iommu), SRIOV_MODULE_SWITCH_ABSENT);
	expect_evidence("allow_unsafe_interrupts of the module vfio_iommu_type1 is \"Y\"");
	sriov_iommu_unref(iommu);
	fake_remove(fake, "sys/module/vfio");
	/* Built in and without parameters it is no module to be seen. */
	fake_make_directory(fake, "sys/class/vfio");
	look();
	ck_assert_int_eq(sriov_iommu_get_no_iommu_mode(iommu), SRIOV_MODULE_SWITCH_ABSENT);
	sriov_iommu_unref(iommu);
	fake_write(fake, "?\n", "sys/module/vfio/parameters/enable_unsafe_noiommu_mode");
	look();
	ck_assert_int_eq(sriov_iommu_get_no_iommu_mode(iommu), SRIOV_MODULE_SWITCH_UNKNOWN);
	sriov_iommu_unref(iommu);
	fake_remove(fake, "sys/module");
	look();
	ck_assert_int_eq(sriov_iommu_get_unsafe_interrupts(iommu), SRIOV_MODULE_SWITCH_UNKNOWN);
	end();
}
END_TEST

UNIT_SUITE("iommu_safety", most_groups_tell_the_default_type, else_the_command_line_tells_it,
	   off_has_no_default_type, lockdown, switches_of_modules)
