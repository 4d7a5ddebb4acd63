/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What VFs are used for, each state on a made-up host. */
#include "unit.h"

#define PF "0000:01:00.0"
#define VF "0000:01:10.0" /* in group 11 */

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_vf *vf;
static struct sriov_vf_use *use;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	fake_add_process(fake, 1, "init");
	context = fake_open_context(fake);
	expect_success(sriov_vf_open(context, VF, &vf, &error), error);
}

static void end(void)
{
	sriov_vf_use_unref(use);
	sriov_vf_unref(vf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect(enum sriov_vf_use_state state, bool in_use, const char *words)
{
	const char *sentence;

	sriov_vf_use_unref(use);
	expect_success(sriov_vf_read_use(vf, &use, &error), error);
	sentence = sriov_vf_use_get_description(use);
	ck_assert_int_eq(sriov_vf_use_get_state(use), state);
	ck_assert(sriov_vf_use_is_in_use(use) == in_use);
	ck_assert_msg(strstr(sentence, words), "\"%s\" not in: %s", words, sentence);
	ck_assert_msg(!strncmp(sentence, "VF 0 of em1 (" PF ", igb) ", 20), "%s", sentence);
	ck_assert_ptr_eq(sriov_vf_use_get_vf(use), vf);
	ck_assert_ptr_null(sriov_vf_use_get_error(use));
}

START_TEST(nothing)
{
	expect(SRIOV_VF_USE_STATE_FREE, false, "is free");
	ck_assert_ptr_null(sriov_vf_use_get_driver(use));
	fake_set_driver(fake, VF, "pci-stub");
	expect(SRIOV_VF_USE_STATE_FREE, false, "is free");
	ck_assert_str_eq(sriov_vf_use_get_driver(use), "pci-stub");
	ck_assert_ptr_null(sriov_vf_use_get_holders(use));
}
END_TEST

static void add_interface(const char *name, unsigned int index, const char *flags)
{
	fake_add_interface(fake, VF, name, index);
	fake_write(fake, flags, "sys/class/net/%s/flags", name);
}

START_TEST(an_interface)
{
	fake_set_driver(fake, VF, "igbvf");
	add_interface("enp1s16", 1000100, "0x1002\n");
	expect(SRIOV_VF_USE_STATE_INTERFACE_DOWN, false, "interface enp1s16, which is down");
	ck_assert_str_eq(sriov_vf_use_get_interface(use), "enp1s16");
	ck_assert_ptr_null(sriov_vf_use_get_upper(use));
	fake_write(fake, "0x1003\n", "sys/class/net/enp1s16/flags");
	expect(SRIOV_VF_USE_STATE_INTERFACE_UP, true, "interface enp1s16, which is up");
	ck_assert_str_eq(sriov_vf_use_get_driver(use), "igbvf");
}
END_TEST

START_TEST(an_interface_below_another)
{
	fake_set_driver(fake, VF, "igbvf");
	add_interface("enp1s16", 1000100, "0x1002\n");
	fake_link(fake, "../vlan5", "sys/class/net/enp1s16/upper_vlan5");
	expect(SRIOV_VF_USE_STATE_INTERFACE_UPPER, true, "enp1s16, which is below vlan5");
	fake_link(fake, "../bond0", "sys/class/net/enp1s16/upper_bond0");
	fake_link(fake, "../bond0", "sys/class/net/enp1s16/master");
	expect(SRIOV_VF_USE_STATE_INTERFACE_UPPER, true, "enp1s16, which is below bond0");
	ck_assert_str_eq(sriov_vf_use_get_upper(use), "bond0");
}
END_TEST

START_TEST(of_many_interfaces_the_one_that_matters)
{
	fake_set_driver(fake, VF, "mlx4_core");
	add_interface("a", 1000100, "0x1002\n");
	add_interface("b", 1000101, "0x1003\n");
	expect(SRIOV_VF_USE_STATE_INTERFACE_UP, true, "interface b");
	add_interface("c", 1000102, "0x1002\n");
	fake_link(fake, "../br0", "sys/class/net/c/master");
	expect(SRIOV_VF_USE_STATE_INTERFACE_UPPER, true, "interface c, which is below br0");
}
END_TEST

START_TEST(an_interface_elsewhere)
{
	fake_set_driver(fake, VF, "igbvf");
	expect(SRIOV_VF_USE_STATE_DRIVER, true, "is on igbvf, which may use it");
	fake_make_directory(fake, "sys/bus/pci/devices/" VF "/net");
	expect(SRIOV_VF_USE_STATE_OTHER_NAMESPACE, true, "another network namespace");
	ck_assert_ptr_null(sriov_vf_use_get_interface(use));
}
END_TEST

START_TEST(held_by_a_machine)
{
	fake_set_driver(fake, VF, "vfio-pci");
	expect(SRIOV_VF_USE_STATE_VFIO_UNHELD, false, "is on vfio-pci, and nobody holds it");
	ck_assert_uint_eq(sriov_holder_list_get_count(sriov_vf_use_get_holders(use)), 0);
	fake_add_process(fake, 812, "qemu");
	fake_open_file(fake, 812, 9, "/dev/vfio/11");
	expect(SRIOV_VF_USE_STATE_VFIO_HELD, true,
	       "is held by qemu (process 812) through /dev/vfio/11");
	fake_set(fake, VF, "enable", "1\n");
	expect(SRIOV_VF_USE_STATE_VFIO_HELD, true, "is held by qemu (process 812)");
	ck_assert_uint_eq(sriov_holder_list_get_count(sriov_vf_use_get_holders(use)), 1);
}
END_TEST

/* The processes are not shown: that the device is enabled tells all the same. */
START_TEST(held_by_somebody_hidden)
{
	fake_set_driver(fake, VF, "vfio-pci");
	fake_set(fake, VF, "enable", "1\n");
	fake_forbid(fake, "proc/1/fd");
	expect(SRIOV_VF_USE_STATE_VFIO_HELD, true, "cannot be seen");
}
END_TEST

START_TEST(held_by_nobody_hidden)
{
	fake_set_driver(fake, VF, "vfio-pci");
	fake_set(fake, VF, "enable", "0\n");
	fake_forbid(fake, "proc/1/fd");
	expect(SRIOV_VF_USE_STATE_VFIO_UNHELD, false, "nobody holds it");
}
END_TEST

/* While it is being taken from VFIO it has no driver any more. */
START_TEST(held_without_driver)
{
	fake_add_process(fake, 812, "qemu");
	fake_set(fake, VF, "enable", "1\n");
	expect(SRIOV_VF_USE_STATE_FREE, false, "is free");
	fake_open_file(fake, 812, 9, "/dev/vfio/11");
	expect(SRIOV_VF_USE_STATE_VFIO_HELD, true, "is held by qemu (process 812)");
}
END_TEST

START_TEST(nothing_is_to_be_seen)
{
	fake_set_driver(fake, VF, "vfio-pci");
	fake_remove(fake, "sys/bus/pci/devices/" VF "/enable");
	fake_forbid(fake, "proc/1/fd");
	expect_failure(sriov_vf_read_use(vf, &use, &error), SRIOV_CODE_FORBIDDEN, error, VF);
}
END_TEST

START_TEST(all_of_a_pf)
{
	struct sriov_vf_use_list *list;
	struct sriov_pf *pf;
	struct sriov_vf_use *last;

	fake_set_driver(fake, VF, "igbvf");
	fake_set_driver(fake, "0000:01:10.2", "vfio-pci");
	fake_set(fake, "0000:01:10.2", "enable", "1\n");
	fake_set(fake, "0000:01:10.4", "modalias", "nonsense\n");
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_list_vf_uses(pf, &list, &error), error);
	ck_assert_uint_eq(sriov_vf_use_list_get_count(list), 3);
	ck_assert_int_eq(sriov_vf_use_get_state(sriov_vf_use_list_get(list, 0)),
			 SRIOV_VF_USE_STATE_DRIVER);
	ck_assert_int_eq(sriov_vf_use_get_state(sriov_vf_use_list_get(list, 1)),
			 SRIOV_VF_USE_STATE_VFIO_HELD);
	last = sriov_vf_use_list_get(list, 2);
	ck_assert_int_eq(sriov_vf_use_get_state(last), SRIOV_VF_USE_STATE_UNKNOWN);
	ck_assert(sriov_vf_use_is_in_use(last));
	ck_assert_int_eq(sriov_error_get_code(sriov_vf_use_get_error(last)), SRIOV_CODE_MALFORMED);
	ck_assert_ptr_nonnull(strstr(sriov_vf_use_get_description(last), "nonsense"));
	expect_failure(sriov_vf_read_use(sriov_vf_use_get_vf(last), &use, &error),
		       SRIOV_CODE_INVALID, error, "could not be read");
	sriov_vf_use_list_unref(list);
	sriov_pf_unref(pf);
}
END_TEST

START_TEST(what_is_no_question)
{
	struct sriov_vf_use_list *list;

	expect_failure(sriov_vf_read_use(NULL, &use, &error), SRIOV_CODE_INVALID, error,
		       "vf is NULL");
	expect_failure(sriov_vf_read_use(vf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "use is NULL");
	expect_failure(sriov_pf_list_vf_uses(NULL, &list, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	fake_remove_vfs(fake, PF);
	expect_failure(sriov_vf_read_use(vf, &use, &error), SRIOV_CODE_GONE, error, VF);
	ck_assert_ptr_null(use);
	ck_assert_int_eq(sriov_vf_use_get_state(NULL), SRIOV_VF_USE_STATE_UNKNOWN);
	ck_assert(!sriov_vf_use_is_in_use(NULL));
	ck_assert_ptr_null(sriov_vf_use_get_description(NULL));
	ck_assert_ptr_null(sriov_vf_use_get_holders(NULL));
}
END_TEST

UNIT_SUITE_WITH("vf_use", begin, end, nothing, an_interface, an_interface_below_another,
		of_many_interfaces_the_one_that_matters, an_interface_elsewhere, held_by_a_machine,
		held_by_somebody_hidden, held_by_nobody_hidden, held_without_driver,
		nothing_is_to_be_seen, all_of_a_pf, what_is_no_question)
