/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* VFs: their index, their PF, and the ends of their list. */
#include "unit.h"

#include <stdio.h>

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_error *error;

static void begin(unsigned int vfs)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", vfs);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void end(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_vf(const struct sriov_vf *vf, unsigned int index)
{
	char address[FAKE_ADDRESS_SIZE];

	fake_vf_address(fake, PF, index, address);
	ck_assert_uint_eq(sriov_vf_get_index(vf), index);
	ck_assert_str_eq(sriov_device_get_address(sriov_vf_get_device(vf)), address);
	ck_assert_str_eq(sriov_device_get_address(sriov_pf_get_device(sriov_vf_get_pf(vf))), PF);
	ck_assert_ptr_null(sriov_vf_get_error(vf));
}

START_TEST(lists_all_in_order)
{
	struct sriov_vf_list *list;

	begin(7);
	expect_success(sriov_pf_list_vfs(pf, &list, &error), error);
	ck_assert_uint_eq(sriov_vf_list_get_count(list), 7);
	for (unsigned int i = 0; i < 7; i++)
		expect_vf(sriov_vf_list_get(list, i), i);
	ck_assert_ptr_null(sriov_vf_list_get(list, 7));
	sriov_vf_list_unref(list);
	end();
}
END_TEST

/* A child holds its parent: the order of dropping is the user's. */
START_TEST(outlives_its_pf_and_context)
{
	struct sriov_vf *vf;

	begin(2);
	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	expect_vf(vf, 1);
	sriov_vf_unref(vf);
	fake_free(fake);
}
END_TEST

START_TEST(names_the_end_of_the_list)
{
	struct sriov_vf *vf;

	begin(7);
	expect_failure(sriov_pf_open_vf(pf, 7, &vf, &error), SRIOV_CODE_NOT_FOUND, error,
		       "em1 (" PF ", igb) has no VF 7: it has 7, numbered 0 to 6");
	ck_assert_ptr_null(vf);
	fake_remove_vfs(fake, PF);
	expect_failure(sriov_pf_open_vf(pf, 0, &vf, &error), SRIOV_CODE_NOT_FOUND, error,
		       "it has no VFs");
	fake_remove_device(fake, PF);
	expect_failure(sriov_pf_open_vf(pf, 0, &vf, &error), SRIOV_CODE_GONE, error,
		       PF " was removed");
	end();
}
END_TEST

START_TEST(opens_by_address_and_interface)
{
	char address[FAKE_ADDRESS_SIZE];
	struct sriov_vf *vf;

	begin(7);
	fake_vf_address(fake, PF, 4, address);
	fake_set_driver(fake, address, "igbvf");
	fake_add_interface(fake, address, "enp1s16f4", 30);
	expect_success(sriov_vf_open(context, address, &vf, &error), error);
	expect_vf(vf, 4);
	ck_assert_str_eq(sriov_vf_get_interface(vf), "enp1s16f4");
	ck_assert_str_eq(sriov_device_get_driver(sriov_vf_get_device(vf)), "igbvf");
	sriov_vf_unref(vf);
	expect_success(sriov_vf_open(context, "enp1s16f4", &vf, &error), error);
	expect_vf(vf, 4);
	sriov_vf_unref(vf);
	end();
}
END_TEST

static void expect_interfaces(const char *first, const char *second)
{
	struct sriov_vf_list *list;

	expect_success(sriov_pf_list_vfs(pf, &list, &error), error);
	ck_assert_uint_eq(sriov_vf_list_get_count(list), 3);
	ck_assert_pstr_eq(sriov_vf_get_interface(sriov_vf_list_get(list, 0)), first);
	ck_assert_pstr_eq(sriov_vf_get_interface(sriov_vf_list_get(list, 1)), NULL);
	ck_assert_pstr_eq(sriov_vf_get_interface(sriov_vf_list_get(list, 2)), second);
	sriov_vf_list_unref(list);
}

/* However many the host has: with few they are asked for all at once, with many of each VF. */
START_TEST(finds_interfaces)
{
	char address[FAKE_ADDRESS_SIZE], name[16];

	begin(3);
	fake_vf_address(fake, PF, 0, address);
	fake_add_interface(fake, address, "eth10", 30);
	fake_add_interface(fake, address, "eth9", 31);
	fake_vf_address(fake, PF, 2, address);
	fake_add_interface(fake, address, "eth2", 32);
	fake_write(fake, "\n", "sys/class/net/bonding_masters");
	expect_interfaces("eth9", "eth2");
	for (unsigned int i = 0; i < 20; i++) {
		snprintf(name, sizeof(name), "veth%u", i);
		fake_add_virtual_interface(fake, name, 40 + i);
	}
	expect_interfaces("eth9", "eth2");
	end();
}
END_TEST

/* An interface of the virtio device on a PCI device is not the PCI device's own. */
START_TEST(interfaces_further_down_are_not_its_own)
{
	char address[FAKE_ADDRESS_SIZE];

	begin(3);
	fake_vf_address(fake, PF, 0, address);
	fake_write(fake, "1\n", "sys/bus/pci/devices/%s/virtio0/net/eth0/ifindex", address);
	fake_link(fake, "../../devices/pci0000:00/0000:00:01.1/0000:01:10.0/virtio0/net/eth0",
		  "sys/class/net/eth0");
	fake_link(fake, "../../devices/pci0000:00/0000:00:01.1/0000:01:10.4/elsewhere/eth1",
		  "sys/class/net/eth1");
	expect_interfaces(NULL, NULL);
	end();
}
END_TEST

/* What is in class/net is not understood, or not there: each VF is asked. */
START_TEST(finds_interfaces_without_their_class)
{
	char address[FAKE_ADDRESS_SIZE];

	begin(3);
	fake_vf_address(fake, PF, 2, address);
	fake_add_interface(fake, address, "eth2", 32);
	fake_make_directory(fake, "sys/class/net/odd");
	expect_interfaces(NULL, "eth2");
	fake_remove(fake, "sys/class/net");
	expect_interfaces(NULL, "eth2");
	end();
}
END_TEST

START_TEST(says_what_is_no_vf)
{
	struct sriov_vf *vf;

	begin(1);
	expect_failure(sriov_vf_open(context, "em1", &vf, &error), SRIOV_CODE_NOT_VF, error, PF);
	expect_failure(sriov_vf_open(context, "0000:05:00.0", &vf, &error), SRIOV_CODE_NOT_FOUND,
		       error, "0000:05:00.0");
	expect_failure(sriov_vf_open(context, "", &vf, &error), SRIOV_CODE_INVALID, error,
		       "neither a PCI address");
	expect_failure(sriov_pf_open_vf(NULL, 0, &vf, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_open_vf(pf, 0, NULL, &error), SRIOV_CODE_INVALID, error,
		       "vf is NULL");
	end();
}
END_TEST

START_TEST(keeps_a_broken_vf_in_the_list)
{
	char address[FAKE_ADDRESS_SIZE];
	struct sriov_vf_list *list;
	const struct sriov_vf *broken;

	begin(3);
	fake_vf_address(fake, PF, 1, address);
	fake_set(fake, address, "modalias", "nonsense\n");
	expect_success(sriov_pf_list_vfs(pf, &list, &error), error);
	ck_assert_uint_eq(sriov_vf_list_get_count(list), 3);
	expect_vf(sriov_vf_list_get(list, 0), 0);
	expect_vf(sriov_vf_list_get(list, 2), 2);
	broken = sriov_vf_list_get(list, 1);
	ck_assert_ptr_null(sriov_vf_get_device(broken));
	ck_assert_int_eq(sriov_error_get_code(sriov_vf_get_error(broken)), SRIOV_CODE_MALFORMED);
	ck_assert_int_eq(sriov_error_get_vf_index(sriov_vf_get_error(broken)), 1);
	sriov_vf_list_unref(list);
	end();
}
END_TEST

UNIT_SUITE("vf", lists_all_in_order, outlives_its_pf_and_context, names_the_end_of_the_list,
	   opens_by_address_and_interface, finds_interfaces,
	   interfaces_further_down_are_not_its_own, finds_interfaces_without_their_class,
	   says_what_is_no_vf, keeps_a_broken_vf_in_the_list)
