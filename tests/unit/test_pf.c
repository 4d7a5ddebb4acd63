/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PFs: reading, counting, listing, and what is no PF. */
#include "unit.h"

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_error *error;

static void begin(unsigned int vfs)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", vfs);
	context = fake_open_context(fake);
}

static void end(void)
{
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_card(const struct sriov_pf *pf, unsigned int vfs)
{
	ck_assert_str_eq(sriov_device_get_address(sriov_pf_get_device(pf)), PF);
	ck_assert_str_eq(sriov_pf_get_interface(pf), "em1");
	ck_assert_uint_eq(sriov_pf_get_total_vfs(pf), 7);
	ck_assert_uint_eq(sriov_pf_get_vf_count(pf), vfs);
	ck_assert_uint_eq(sriov_pf_get_vf_offset(pf), fake_82576_sriov.offset);
	ck_assert_uint_eq(sriov_pf_get_vf_stride(pf), fake_82576_sriov.stride);
	ck_assert_uint_eq(sriov_pf_get_vf_device_id(pf), 0x10ca);
}

START_TEST(opens_by_address_and_interface)
{
	const char *const names[] = {PF, "01:00.0", "em1"};
	struct sriov_pf *pf;

	begin(3);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		expect_success(sriov_pf_open(context, names[i], &pf, &error), error);
		expect_card(pf, 3);
		sriov_pf_unref(pf);
	}
	end();
}
END_TEST

START_TEST(finds_its_address)
{
	const char *const names[] = {PF, "01:00.0", "em1"};
	char vf[FAKE_ADDRESS_SIZE], *address;

	begin(3);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		expect_success(sriov_pf_find(context, names[i], &address, &error), error);
		ck_assert_str_eq(address, PF);
		free(address);
	}
	fake_vf_address(fake, PF, 1, vf);
	fake_add_interface(fake, vf, "enp1s16", 30);
	address = vf;
	expect_failure(sriov_pf_find(context, "enp1s16", &address, &error), SRIOV_CODE_NOT_PF,
		       error, "it is a VF of " PF);
	ck_assert_ptr_null(address);
	fake_add_virtual_interface(fake, "br0", 31);
	expect_failure(sriov_pf_find(context, "br0", &address, &error), SRIOV_CODE_NOT_FOUND, error,
		       "virtual");
	expect_failure(sriov_pf_find(context, "em9", &address, &error), SRIOV_CODE_NOT_FOUND, error,
		       "em9");
	expect_failure(sriov_pf_find(context, "09:00.0", &address, &error), SRIOV_CODE_NOT_FOUND,
		       error, "0000:09:00.0");
	expect_failure(sriov_pf_find(context, "../em1", &address, &error), SRIOV_CODE_INVALID,
		       error, "../em1");
	expect_failure(sriov_pf_find(NULL, "em1", &address, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_pf_find(context, NULL, &address, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	expect_failure(sriov_pf_find(context, "em1", NULL, &error), SRIOV_CODE_INVALID, error,
		       "address is NULL");
	end();
}
END_TEST

/* sriov_numvfs blocks while a removal waits: it may say what it likes, the links count. */
START_TEST(counts_links_not_numvfs)
{
	struct sriov_pf *pf;

	begin(5);
	fake_remove(fake, "sys/bus/pci/devices/" PF "/sriov_numvfs");
	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	ck_assert_uint_eq(sriov_pf_get_vf_count(pf), 5);
	sriov_pf_unref(pf);
	end();
}
END_TEST

START_TEST(old_kernels_tell_less)
{
	struct sriov_pf *pf;

	begin(0);
	fake_remove(fake, "sys/bus/pci/devices/" PF "/sriov_offset");
	fake_remove(fake, "sys/bus/pci/devices/" PF "/sriov_stride");
	fake_remove(fake, "sys/bus/pci/devices/" PF "/sriov_vf_device");
	expect_success(sriov_pf_open(context, "em1", &pf, &error), error);
	ck_assert_uint_eq(sriov_pf_get_vf_offset(pf), 0);
	ck_assert_uint_eq(sriov_pf_get_vf_stride(pf), 0);
	ck_assert_uint_eq(sriov_pf_get_vf_device_id(pf), 0);
	sriov_pf_unref(pf);
	end();
}
END_TEST

START_TEST(says_what_is_no_pf)
{
	struct sriov_pf *pf = (struct sriov_pf *)&error;
	char vf[FAKE_ADDRESS_SIZE];

	begin(1);
	fake_add_device(fake, "0000:00:05.0", &fake_virtio_net);
	fake_add_virtual_interface(fake, "br0", 7);
	fake_vf_address(fake, PF, 0, vf);
	expect_failure(sriov_pf_open(context, "0000:00:05.0", &pf, &error), SRIOV_CODE_NOT_PF,
		       error, "no SR-IOV");
	ck_assert_ptr_null(pf);
	expect_failure(sriov_pf_open(context, vf, &pf, &error), SRIOV_CODE_NOT_PF, error,
		       "a VF of " PF);
	expect_failure(sriov_pf_open(context, "br0", &pf, &error), SRIOV_CODE_NOT_FOUND, error,
		       "br0 is on no PCI device");
	expect_failure(sriov_pf_open(context, "em9", &pf, &error), SRIOV_CODE_NOT_FOUND, error,
		       "em9");
	expect_failure(sriov_pf_open(context, "0000:09:00.0", &pf, &error), SRIOV_CODE_NOT_FOUND,
		       error, "0000:09:00.0");
	end();
}
END_TEST

START_TEST(refuses_bad_names)
{
	const char *const names[] = {
		"",	  "0000:01:00", "0000:01:00.8", "0000:01:20.0", "01:0.0", "0000:01:00.0 ",
		"../em1", "a/b",	"0x00:01:00.0", "a:name",	".."};
	struct sriov_pf *pf;

	begin(0);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		expect_failure(sriov_pf_open(context, names[i], &pf, &error), SRIOV_CODE_INVALID,
			       error, names[i]);
	expect_failure(sriov_pf_open(context, NULL, &pf, &error), SRIOV_CODE_INVALID, error,
		       "name is NULL");
	expect_failure(sriov_pf_open(NULL, "em1", &pf, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_pf_open(context, "em1", NULL, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	ck_assert_int_eq(sriov_pf_open(context, NULL, &pf, NULL), SRIOV_CODE_INVALID);
	end();
}
END_TEST

START_TEST(lists_in_order_and_keeps_the_broken)
{
	struct sriov_pf_list *list;
	const struct sriov_pf *broken;

	begin(2);
	fake_add_82576(fake, "0000:02:00.0", "em2", 0);
	fake_add_device(fake, "0000:00:05.0", &fake_virtio_net);
	fake_set(fake, "0000:02:00.0", "sriov_totalvfs", "many\n");
	expect_success(sriov_pf_list(context, &list, &error), error);
	ck_assert_uint_eq(sriov_pf_list_get_count(list), 2);
	expect_card(sriov_pf_list_get(list, 0), 2);
	ck_assert_ptr_null(sriov_pf_get_error(sriov_pf_list_get(list, 0)));
	broken = sriov_pf_list_get(list, 1);
	ck_assert_str_eq(sriov_device_get_address(sriov_pf_get_device(broken)), "0000:02:00.0");
	ck_assert_int_eq(sriov_error_get_code(sriov_pf_get_error(broken)), SRIOV_CODE_MALFORMED);
	ck_assert_ptr_null(sriov_pf_list_get(list, 2));
	sriov_pf_list_unref(list);
	end();
}
END_TEST

START_TEST(has_no_interface)
{
	struct sriov_pf *pf;

	begin(0);
	fake_add_device(fake, "0000:03:00.0", &fake_nvme);
	fake_make_pf(fake, "0000:03:00.0", &fake_nvme_sriov);
	fake_add_vfs(fake, "0000:03:00.0", 32);
	expect_success(sriov_pf_open(context, "0000:03:00.0", &pf, &error), error);
	ck_assert_ptr_null(sriov_pf_get_interface(pf));
	ck_assert_uint_eq(sriov_pf_get_vf_count(pf), 32);
	sriov_pf_unref(pf);
	end();
}
END_TEST

START_TEST(getters_take_null)
{
	ck_assert_ptr_null(sriov_pf_get_device(NULL));
	ck_assert_ptr_null(sriov_pf_get_interface(NULL));
	ck_assert_uint_eq(sriov_pf_get_total_vfs(NULL), 0);
	ck_assert_uint_eq(sriov_pf_get_vf_count(NULL), 0);
	ck_assert_ptr_null(sriov_pf_list_get(NULL, 0));
	sriov_pf_unref(NULL);
}
END_TEST

UNIT_SUITE("pf", opens_by_address_and_interface, finds_its_address, counts_links_not_numvfs,
	   old_kernels_tell_less, says_what_is_no_pf, refuses_bad_names,
	   lists_in_order_and_keeps_the_broken, has_no_interface, getters_take_null)
