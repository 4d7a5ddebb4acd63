/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A walk through the interface in which every allocation fails in turn. Each time the call has to
 * say that memory ran out, or to have done without, and nothing may be left behind.
 */
#include <stdio.h>

#include "fake_module.h"
#include "fault.h"
#include "faults/faults.h"

static struct fake *fake;
static struct sriov_context_options *options;

/* A table for each file in faults/. */
#define TABLES(add)                                                                                \
	add(context) add(device) add(device_attribute) add(capabilities) add(module) add(pf)       \
		add(vf) add(vf_settings) add(vfio) add(bond) add(host) add(iommu) add(libvirt)     \
			add(monitor) add(netdev) add(devlink) add(lease) add(pf_use) add(systemd)  \
				add(state) add(plan)

#define DECLARE(object) extern const struct step_table faults_##object;
TABLES(DECLARE)

#define NAME(object) &faults_##object,
static const struct step_table *const tables[] = {TABLES(NAME)};

/* A card with one capability more, and a VF whose extended ones are out of reach. */
static void set_configs(void)
{
	uint8_t bytes[FAKE_CONFIG_SIZE];

	memcpy(bytes, fake_82576_config, sizeof(bytes));
	memcpy(bytes + 0x160 + 2, (const uint8_t[]) {0x01, 0x1a}, 2);
	memcpy(bytes + 0x1a0, (const uint8_t[]) {0x03, 0x00, 0x01, 0x00, 0x01}, 5);
	fake_set_config(fake, SECOND, bytes, sizeof(bytes));
	fake_set_config(fake, VF, bytes, 256);
}

/* The second card has a disk of three partitions. */
static void add_disks(void)
{
	fake_add_disk(fake, SECOND, "nvme/nvme0", "nvme0n1", "259:0");
	fake_add_disk(fake, SECOND, "nvme/nvme0/nvme0n1", "nvme0n1p1", "259:1");
	fake_add_disk(fake, SECOND, "nvme/nvme0/nvme0n1", "nvme0n1p2", "259:2");
	fake_add_disk(fake, SECOND, "nvme/nvme0/nvme0n1", "nvme0n1p3", "259:3");
	fake_add_disk(fake, NULL, "block", "dm-0", "253:0");
	fake_stack_disk(fake, "nvme0n1p2", "dm-0");
	fake_link(fake, "../../nvme0n1p3", "sys/fs/btrfs/1234/devices/nvme0n1p3");
	fake_write(fake, "Filename Type\n/dev/dm-0 partition\n", "proc/swaps");
	fake_set_mounts(fake, "36 35 259:1 / /home rw - ext4 /dev/nvme0n1p1 rw\n");
}

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 7);
	fake_add_attributes(fake, CARD);
	fake_add_82576(fake, SECOND, "em2", 0);
	set_configs();
	fake_set_driver(fake, VF, "igbvf");
	fake_add_interface(fake, VF, "enp1s16f2", 1000100);
	fake_add_bond(fake, "bond0", 1000200, "active-backup 1");
	fake_add_bond_member(fake, "bond0", "em1");
	fake_add_bond_member(fake, "bond0", "em2");
	fake_add_iommu_unit(fake, "dmar0");
	fake_set_group(fake, "0000:01:10.0", SHARED_GROUP);
	fake_set_group(fake, "0000:01:11.4", SHARED_GROUP);
	fake_write(fake, "0x0 0x1 msi\n", "sys/kernel/iommu_groups/77/reserved_regions");
	fake_add_driver(fake, "vfio-pci");
	fake_set_driver(fake, HELD, "vfio-pci");
	fake_make_directory(fake, "dev/vfio");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 812, "qemu");
	fake_open_file(fake, 812, 9, "/dev/vfio/13");
	fake_link(fake, "812", "proc/self");
	add_disks();
	options = fake_make_options(fake);
}

/* The same host with an index of modules, and a configuration that forbids each of them. */
static void set_up_with_modules(void)
{
	static const struct fake_module modules[] = {
		{.name = "made-up-base", .makes = "made_up_symbol"},
		{.name = "made-up", .alias = "pci:*", .needs = "made_up_symbol"},
		{.name = "made-up-too", .alias = "pci:v*"},
		{.name = "made-up-vfio-pci", .alias = "vfio_pci:v00008086*"},
		{.name = "other-vfio-pci", .alias = "vfio_pci:v*"},
		{.name = "gone"},
	};

	set_up();
	for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++)
		fake_add_module(fake, &modules[i]);
	fake_index_modules(fake);
	fake_remove(fake, "modules/kernel/drivers/gone.ko");
	fake_write(fake,
		   "blacklist made-up-too\ninstall made-up-base /bin/false\nthis is no command\n",
		   "modprobe/local.conf");
}

static void tear_down(void)
{
	sriov_context_options_unref(options);
	fake_free(fake);
}

static enum sriov_code run_on_device(const struct step *step, struct sriov_context *context,
				     struct sriov_error **error)
{
	struct sriov_device *device;
	enum sriov_code code = sriov_device_open(context, step->target, &device, error);

	if (!code)
		code = step->on_device(device, error);
	sriov_device_unref(device);
	return code;
}

static enum sriov_code run_on_pf(const struct step *step, struct sriov_context *context,
				 struct sriov_error **error)
{
	struct sriov_pf *pf;
	enum sriov_code code = sriov_pf_open(context, step->target, &pf, error);

	if (!code && strcmp(sriov_pf_get_interface(pf), step->target))
		code = HALF;
	if (!code)
		code = step->on_pf(pf, error);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code run_step(const struct step *step, struct sriov_context *context,
				struct sriov_error **error)
{
	if (step->on_device)
		return run_on_device(step, context, error);
	return step->on_pf ? run_on_pf(step, context, error) : step->run(context, error);
}

static enum sriov_code walk(const struct step *step, struct sriov_error **error)
{
	struct sriov_context *context;
	enum sriov_code code = sriov_context_new(options, &context, error);

	if (!code)
		code = run_step(step, context, error);
	sriov_context_unref(context);
	return code;
}

/* True when an allocation failed, so that there may be one more. */
static bool walk_with_fault(const struct step *step, unsigned long number)
{
	long before = fault_count_live(), after;
	struct sriov_error *error = NULL;
	enum sriov_code code, said;
	bool struck, told;

	fault_arm(number);
	code = walk(step, &error);
	struck = fault_disarm();
	told = error;
	said = sriov_error_get_code(error);
	sriov_error_unref(error);
	after = fault_count_live();
	ck_assert_msg(code == step->code || (struck && code == SRIOV_CODE_NO_MEMORY),
		      "%s: allocation %lu: %s instead of %s", step->name, number,
		      code == HALF ? "half a result" : sriov_code_get_name(code),
		      sriov_code_get_name(step->code));
	ck_assert_msg(told == (code != SRIOV_CODE_OK), "%s: allocation %lu: %s with%s an error",
		      step->name, number, sriov_code_get_name(code), told ? "" : "out");
	ck_assert_msg(said == code || said == SRIOV_CODE_NO_MEMORY,
		      "%s: allocation %lu: %s, but the error says %s", step->name, number,
		      sriov_code_get_name(code), sriov_code_get_name(said));
	ck_assert_msg(before == after, "%s: allocation %lu: %ld left behind", step->name, number,
		      after - before);
	return struck;
}

/* The number of the table in the upper half, that of the step in the lower one. */
static const struct step *find_step(int number)
{
	return &tables[number >> 16]->steps[number & 0xffff];
}

/* What a step lacks here; NULL for nothing. */
static const char *find_want(const struct step *step)
{
	if (step->where == FAULTS_IN_NETWORK && !unit_is_isolated())
		return "needs a network namespace";
	return step->where == FAULTS_WITH_MODULES && !fake_has_depmod() ? "needs depmod" : NULL;
}

START_TEST(survives)
{
	const struct step *step = find_step(_i);
	const char *want = find_want(step);
	unsigned long number = 1;

	if (want) {
		char function[64];

		snprintf(function, sizeof(function), "%s:%s", step->name, __func__);
		unit_skip(function, want);
		return;
	}
	/* Once without a fault, for what libraries and the C library keep for ever. */
	walk_with_fault(step, 0);
	while (walk_with_fault(step, number))
		number++;
	/* The fault has struck at all. */
	ck_assert_uint_gt(number, 1);
}
END_TEST

static void add_step(Suite *suite, int number)
{
	const struct step *step = find_step(number);
	TCase *one = tcase_create(step->name);

	tcase_add_checked_fixture(
		one, step->where == FAULTS_WITH_MODULES ? set_up_with_modules : set_up, tear_down);
	tcase_add_loop_test(one, survives, number, number + 1);
	suite_add_tcase(suite, one);
}

Suite *make_suite(void)
{
	Suite *suite = suite_create("faults");

	for (int i = 0; i < (int)(sizeof(tables) / sizeof(tables[0])); i++)
		for (int j = 0; j < (int)tables[i]->count; j++)
			add_step(suite, i << 16 | j);
	return suite;
}
