/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The state of the IOMMU, from what different hosts show of it, and what to do when it is off. */
#include "iommu_host.h"

static struct sriov_error *error;

static void add_processor(const char *vendor, const char *flags)
{
	char text[256];

	snprintf(text, sizeof(text),
		 "processor\t: 0\nvendor_id\t: %s\nflags\t\t: fpu vmx %s sse2\n", vendor, flags);
	fake_write(fake, text, "proc/cpuinfo");
}

static void expect_advice(const char *words)
{
	ck_assert(!sriov_iommu_is_enabled(iommu));
	ck_assert_msg(strstr(sriov_iommu_get_advice(iommu), words), "no \"%s\" in \"%s\"", words,
		      sriov_iommu_get_advice(iommu));
}

START_TEST(intel_on)
{
	begin();
	fake_add_iommu_unit(fake, "dmar1");
	fake_add_iommu_unit(fake, "dmar0");
	fake_write(fake, "", TABLES "/DMAR");
	add_groups(11);
	boot_with("root=/dev/sda1 intel_iommu=on iommu=pt quiet\n");
	fake_write(fake,
		   "           CPU0       CPU1\n"
		   "  0:         44          0  IR-IO-APIC    2-edge      timer\n"
		   " 24:          0          0  DMAR-MSI    0-edge      dmar0\n"
		   " 26:          0       1170  IR-PCI-MSIX-0000:01:00.0    0-edge      em1\n",
		   "proc/interrupts");
	look();
	ck_assert(sriov_iommu_is_enabled(iommu));
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_INTEL);
	ck_assert_uint_eq(sriov_iommu_get_group_count(iommu), 11);
	ck_assert_int_eq(sriov_iommu_get_interrupt_remapping(iommu), SRIOV_SWITCH_ON);
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_iommu_get_units(iommu)), 2);
	ck_assert_str_eq(sriov_string_list_get(sriov_iommu_get_units(iommu), 0), "dmar0");
	ck_assert_str_eq(sriov_iommu_get_parameters(iommu), "intel_iommu=on iommu=pt");
	ck_assert_ptr_null(sriov_iommu_get_advice(iommu));
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_evidence("11 IOMMU groups (");
	expect_evidence("sys/kernel/iommu_groups)");
	expect_evidence("dmar0, dmar1 (");
	expect_evidence("sys/class/iommu)");
	expect_evidence(TABLES "/DMAR)");
	expect_evidence("started with intel_iommu=on iommu=pt (");
	expect_evidence("interrupts are remapped (");
	end();
}
END_TEST

static void expect_unit(const char *unit, enum sriov_iommu_vendor vendor)
{
	begin();
	fake_add_iommu_unit(fake, unit);
	add_groups(1);
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), vendor);
	end();
}

START_TEST(units_tell_the_vendor)
{
	expect_unit("dmar0", SRIOV_IOMMU_VENDOR_INTEL);
	expect_unit("ivhd0", SRIOV_IOMMU_VENDOR_AMD);
	expect_unit("smmu3.0x0000000009050000", SRIOV_IOMMU_VENDOR_ARM_SMMU);
	expect_unit("smmu.0x00000000d0000000", SRIOV_IOMMU_VENDOR_ARM_SMMU);
	expect_unit("mtk-iommu.0x10205000", SRIOV_IOMMU_VENDOR_UNKNOWN);
	expect_unit("dmarvel", SRIOV_IOMMU_VENDOR_UNKNOWN);
}
END_TEST

/* Its unit has the name of the PCI device; the driver of that tells. */
START_TEST(virtio_is_told_by_its_driver)
{
	begin();
	fake_add_iommu_unit(fake, "0000:00:05.0");
	fake_link(fake, "../../../pci0000:00/0000:00:05.0/virtio1",
		  "sys/devices/virtual/iommu/0000:00:05.0/device");
	fake_make_directory(fake, "sys/bus/virtio/drivers/virtio_iommu");
	fake_link(fake, "../../../../bus/virtio/drivers/virtio_iommu",
		  "sys/devices/pci0000:00/0000:00:05.0/virtio1/driver");
	add_groups(3);
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_VIRTIO);
	end();
}
END_TEST

START_TEST(intel_off_by_default)
{
	begin();
	fake_write(fake, "", TABLES "/DMAR");
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_INTEL);
	ck_assert_uint_eq(sriov_iommu_get_group_count(iommu), 0);
	ck_assert_str_eq(sriov_iommu_get_parameters(iommu), "");
	ck_assert_str_eq(sriov_iommu_get_wanted_parameters(iommu), "intel_iommu=on");
	expect_advice("add \"intel_iommu=on\" to the kernel's command line, and boot again");
	expect_evidence("no IOMMU unit runs");
	expect_evidence("without a word on the IOMMU (");
	ck_assert_int_eq(sriov_iommu_get_interrupt_remapping(iommu), SRIOV_SWITCH_OFF);
	expect_evidence("interrupts are not remapped (");
	end();
}
END_TEST

START_TEST(intel_off_by_hand)
{
	begin();
	fake_write(fake, "", TABLES "/DMAR");
	boot_with("quiet intel_iommu=on,sm_on intel_iommu=off\n");
	look();
	ck_assert_str_eq(sriov_iommu_get_wanted_parameters(iommu), "intel_iommu=on");
	expect_advice("remove \"intel_iommu=off\" from the kernel's command line and add "
		      "\"intel_iommu=on\" to it, and boot again");
	end();
}
END_TEST

START_TEST(all_off_by_hand)
{
	begin();
	fake_write(fake, "", TABLES "/DMAR");
	boot_with("iommu=off intel_iommu=on\n");
	look();
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_advice("remove \"iommu=off\" from the kernel's command line, and boot again");
	end();
}
END_TEST

START_TEST(intel_asked_for_and_not_running)
{
	begin();
	fake_write(fake, "", TABLES "/DMAR");
	boot_with("intel_iommu=igfx_off,on\n");
	look();
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_advice("see the kernel's log");
	end();
}
END_TEST

START_TEST(amd_off_by_hand)
{
	begin();
	fake_write(fake, "", TABLES "/IVRS");
	boot_with("amd_iommu=off amd-iommu-dump=1 amd_iommux=1\n");
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_AMD);
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_advice("remove \"amd_iommu=off\" from the kernel's command line, and boot again");
	end();
}
END_TEST

START_TEST(amd_needs_no_parameter)
{
	begin();
	fake_write(fake, "", TABLES "/IVRS");
	look();
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_advice("AMD-Vi needs no parameter");
	end();
}
END_TEST

START_TEST(intel_off_in_the_firmware)
{
	begin();
	add_processor("GenuineIntel", "");
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_NONE);
	ck_assert_str_eq(sriov_iommu_get_wanted_parameters(iommu), "intel_iommu=on");
	expect_advice("enable VT-d in the firmware's setup, and add \"intel_iommu=on\"");
	expect_evidence("the firmware has no table for an IOMMU (");
	end();
}
END_TEST

START_TEST(amd_off_in_the_firmware)
{
	begin();
	add_processor("AuthenticAMD", "");
	look();
	ck_assert_ptr_null(sriov_iommu_get_wanted_parameters(iommu));
	expect_advice("enable the IOMMU (AMD-Vi) in the firmware's setup");
	end();
}
END_TEST

START_TEST(off_by_hand_and_in_the_firmware)
{
	begin();
	add_processor("AuthenticAMD", "");
	boot_with("iommu=off\n");
	look();
	expect_advice("remove \"iommu=off\" from the kernel's command line, and enable the IOMMU "
		      "(AMD-Vi)");
	end();
}
END_TEST

START_TEST(a_virtual_machine_without_one)
{
	begin();
	add_processor("GenuineIntel", "hypervisor");
	look();
	expect_advice("this virtual machine has no IOMMU: give it one on its host");
	expect_evidence("this is a virtual machine (");
	end();
}
END_TEST

START_TEST(arm_without_one)
{
	begin();
	fake_write(fake, "", TABLES "/IORT");
	fake_write(fake, "processor\t: 0\nCPU implementer\t: 0x41\n", "proc/cpuinfo");
	look();
	/* The table is there with and without an SMMU. */
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_UNKNOWN);
	expect_advice("enable the SMMU in the firmware's setup");
	end();
}
END_TEST

START_TEST(remapping_is_unknown_without_an_io_apic)
{
	begin();
	fake_write(fake, " 13:    170   ITS-MSI 524288 Edge      em1\n", "proc/interrupts");
	look();
	ck_assert_int_eq(sriov_iommu_get_interrupt_remapping(iommu), SRIOV_SWITCH_UNKNOWN);
	end();
}
END_TEST

/* Nothing of it may be there, as in a container; that is said, and no error. */
START_TEST(a_host_that_shows_nothing)
{
	begin();
	fake_remove(fake, "sys/firmware");
	fake_remove(fake, "sys/class/iommu");
	fake_remove(fake, "sys/kernel/iommu_groups");
	fake_remove(fake, "proc");
	look();
	ck_assert_int_eq(sriov_iommu_get_vendor(iommu), SRIOV_IOMMU_VENDOR_UNKNOWN);
	ck_assert_int_eq(sriov_iommu_get_interrupt_remapping(iommu), SRIOV_SWITCH_UNKNOWN);
	ck_assert_str_eq(sriov_iommu_get_parameters(iommu), "");
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_iommu_get_units(iommu)), 0);
	expect_advice("enable the IOMMU in the firmware's setup (VT-d, AMD-Vi or SMMU)");
	expect_evidence("there is no ");
	expect_evidence("a container may hide them");
	expect_evidence("cannot open ");
	end();
}
END_TEST

START_TEST(what_may_not_be_read_is_evidence)
{
	begin();
	add_groups(2);
	fake_forbid(fake, "proc/cmdline");
	look();
	ck_assert(sriov_iommu_is_enabled(iommu));
	expect_evidence("proc/cmdline: Permission denied");
	end();
}
END_TEST

START_TEST(groups_that_may_not_be_listed_are_an_error)
{
	begin();
	fake_forbid(fake, "sys/kernel/iommu_groups");
	expect_failure(sriov_iommu_open(context, &iommu, &error), SRIOV_CODE_FORBIDDEN, error,
		       "sys/kernel/iommu_groups");
	ck_assert_ptr_null(iommu);
	end();
}
END_TEST

/* VFIO's mode without an IOMMU makes groups; they are no sign of an IOMMU. */
START_TEST(groups_without_an_iommu_do_not_count)
{
	begin();
	add_groups(2);
	fake_write(fake, "vfio-noiommu\n", "sys/kernel/iommu_groups/0/name");
	fake_write(fake, "vfio-noiommu\n", "sys/kernel/iommu_groups/1/name");
	look();
	ck_assert(!sriov_iommu_is_enabled(iommu));
	ck_assert_uint_eq(sriov_iommu_get_group_count(iommu), 0);
	expect_evidence("2 more groups are of VFIO's mode without an IOMMU");
	end();
}
END_TEST

START_TEST(groups_with_other_names_count)
{
	begin();
	add_groups(2);
	fake_write(fake, "pci0001:00\n", "sys/kernel/iommu_groups/0/name");
	look();
	ck_assert_uint_eq(sriov_iommu_get_group_count(iommu), 2);
	end();
}
END_TEST

START_TEST(words_of_the_command_line)
{
	begin();
	boot_with("iommu.passthrough=1 xiommu=1 iommufd.x=1 arm-smmu.disable_bypass=0 "
		  "intremap=off vfio_iommu_type1.allow_unsafe_interrupts=1 iommu.strict=0");
	look();
	ck_assert_str_eq(sriov_iommu_get_parameters(iommu),
			 "iommu.passthrough=1 arm-smmu.disable_bypass=0 intremap=off "
			 "vfio_iommu_type1.allow_unsafe_interrupts=1 iommu.strict=0");
	end();
}
END_TEST

START_TEST(wrong_arguments)
{
	begin();
	expect_failure(sriov_iommu_open(NULL, &iommu, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	ck_assert_ptr_null(iommu);
	expect_failure(sriov_iommu_open(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "iommu is NULL");
	ck_assert(!sriov_iommu_is_enabled(NULL));
	ck_assert_int_eq(sriov_iommu_get_vendor(NULL), SRIOV_IOMMU_VENDOR_UNKNOWN);
	ck_assert_int_eq(sriov_iommu_get_interrupt_remapping(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert_str_eq(sriov_iommu_get_parameters(NULL), "");
	ck_assert_ptr_null(sriov_iommu_get_advice(NULL));
	ck_assert_ptr_null(sriov_iommu_get_evidence(NULL));
	ck_assert_int_eq(sriov_iommu_get_default_domain_type(NULL),
			 SRIOV_IOMMU_DOMAIN_TYPE_UNKNOWN);
	ck_assert_int_eq(sriov_iommu_get_lockdown(NULL), SRIOV_LOCKDOWN_UNKNOWN);
	ck_assert_int_eq(sriov_iommu_get_no_iommu_mode(NULL), SRIOV_MODULE_SWITCH_UNKNOWN);
	end();
}
END_TEST

UNIT_SUITE("iommu", intel_on, units_tell_the_vendor, virtio_is_told_by_its_driver,
	   intel_off_by_default, intel_off_by_hand, all_off_by_hand,
	   intel_asked_for_and_not_running, amd_off_by_hand, amd_needs_no_parameter,
	   intel_off_in_the_firmware, amd_off_in_the_firmware, off_by_hand_and_in_the_firmware,
	   a_virtual_machine_without_one, arm_without_one, remapping_is_unknown_without_an_io_apic,
	   a_host_that_shows_nothing, what_may_not_be_read_is_evidence,
	   groups_that_may_not_be_listed_are_an_error, groups_without_an_iommu_do_not_count,
	   groups_with_other_names_count, words_of_the_command_line, wrong_arguments)
