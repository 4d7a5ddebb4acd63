/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which modules hand a device to user space, the best first: an index that depmod makes. */
#include "unit.h"

#include <stdio.h>
#include <unistd.h>

#include "fake_module.h"

#define CARD "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_string_list *modules;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	fake_add_module(fake, &(struct fake_module) {.name = "made-up", .alias = "pci:v*"});
}

static void add(const char *name, const char *alias)
{
	fake_add_module(fake, &(struct fake_module) {.name = name, .alias = alias});
}

static void look(void)
{
	fake_index_modules(fake);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_success(sriov_device_list_vfio_modules(device, &modules, &error), error);
}

static void tear_down(void)
{
	sriov_string_list_unref(modules);
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

static void expect_modules(const char *const *names, size_t count)
{
	ck_assert_uint_eq(sriov_string_list_get_count(modules), count);
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(sriov_string_list_get(modules, i), names[i]);
}

#define EXPECT_MODULES(...)                                                                        \
	expect_modules((const char *const[]) {__VA_ARGS__},                                        \
		       sizeof((const char *const[]) {__VA_ARGS__}) / sizeof(const char *))

/* By their order in the index, and by their names, these come in other orders. */
START_TEST(the_best_first)
{
	add("vfio-pci", "vfio_pci:v*d*sv*sd*bc*sc*i*");
	add("b-vfio-pci", "vfio_pci:v00008086d*sv*sd*bc*sc*i*");
	add("a-vfio-pci", "vfio_pci:v*d*sv*sd*bc02sc00i*");
	add("d-vfio-pci", "vfio_pci:v00008086d000010C9sv*sd*bc*sc*i*");
	add("c-vfio-pci", "vfio_pci:v00008086d000010C9sv00001AF4sd*bc*sc*i*");
	add("e-vfio-pci", "vfio_pci:v000015B3d*sv*sd*bc*sc*i*");
	look();
	EXPECT_MODULES("c_vfio_pci", "d_vfio_pci", "b_vfio_pci", "a_vfio_pci", "vfio_pci");
	sriov_string_list_unref(modules);
	expect_success(sriov_device_list_modules(device, &modules, &error), error);
	EXPECT_MODULES("made_up");
}
END_TEST

START_TEST(one_variant)
{
	add("mlx5-vfio-pci", "vfio_pci:v00008086d*sv*sd*bc*sc*i*");
	add("vfio-pci", "vfio_pci:v*d*sv*sd*bc*sc*i*");
	look();
	EXPECT_MODULES("mlx5_vfio_pci", "vfio_pci");
}
END_TEST

/* The vfio-pci of older kernels has no alias. */
START_TEST(only_the_common_one)
{
	add("vfio-pci", NULL);
	add("e-vfio-pci", "vfio_pci:v000015B3d*sv*sd*bc*sc*i*");
	look();
	EXPECT_MODULES("vfio_pci");
}
END_TEST

START_TEST(none)
{
	look();
	ck_assert_uint_eq(sriov_string_list_get_count(modules), 0);
}
END_TEST

/* A module whose file is gone cannot say how well it fits, and is not left out. */
START_TEST(of_a_file_that_is_gone)
{
	add("vfio-pci", "vfio_pci:v*d*sv*sd*bc*sc*i*");
	add("a-vfio-pci", "vfio_pci:v00008086d000010C9sv*sd*bc*sc*i*");
	add("b-vfio-pci", "vfio_pci:v00008086d*sv*sd*bc*sc*i*");
	fake_index_modules(fake);
	fake_remove(fake, "modules/kernel/drivers/a-vfio-pci.ko");
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_success(sriov_device_list_vfio_modules(device, &modules, &error), error);
	EXPECT_MODULES("b_vfio_pci", "a_vfio_pci", "vfio_pci");
}
END_TEST

START_TEST(refusals)
{
	struct sriov_string_list *nothing;

	look();
	expect_failure(sriov_device_list_vfio_modules(NULL, &nothing, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	ck_assert_ptr_null(nothing);
	expect_failure(sriov_device_list_vfio_modules(device, NULL, &error), SRIOV_CODE_INVALID,
		       error, "modules is NULL");
}
END_TEST

START_TEST(without_an_index)
{
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_failure(sriov_device_list_vfio_modules(device, &modules, &error), SRIOV_CODE_FAILED,
		       error, "depmod");
	ck_assert_ptr_null(modules);
}
END_TEST

Suite *make_suite(void)
{
	const TTest *const tests[] = {
		the_best_first,		one_variant, only_the_common_one, none,
		of_a_file_that_is_gone, refusals,    without_an_index,
	};

	if (!fake_has_depmod()) {
		printf("1..0 # SKIP there is no depmod, it is in the package kmod\n");
		rmdir(getenv("TMPDIR"));
		exit(EXIT_SUCCESS);
	}
	return unit_suite_with("vfio_modules", set_up, tear_down, tests,
			       sizeof(tests) / sizeof(tests[0]));
}
