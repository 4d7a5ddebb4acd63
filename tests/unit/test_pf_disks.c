/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The disks of a made-up NVMe card, and what is mounted of them. */
#include "unit.h"

#define NVME  "0000:03:00.0"
#define OTHER "0000:04:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_pf_use *use;
static struct sriov_error *error;

static void add_card(const char *address, const char *controller, const char *disk,
		     const char *number)
{
	fake_add_device(fake, address, &fake_nvme);
	fake_set_driver(fake, address, "nvme");
	fake_make_pf(fake, address, &fake_nvme_sriov);
	fake_add_disk(fake, address, controller, disk, number);
}

static void begin(void)
{
	fake = fake_new();
	add_card(NVME, "nvme/nvme0", "nvme0n1", "259:0");
	fake_add_disk(fake, NVME, "nvme/nvme0/nvme0n1", "nvme0n1p1", "259:1");
	fake_add_disk(fake, NVME, "nvme/nvme0/nvme0n1", "nvme0n1p2", "259:2");
	add_card(OTHER, "nvme/nvme1", "nvme1n1", "259:9");
	fake_add_process(fake, 1, "init");
	fake_set_mounts(fake, "");
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, NVME, &pf, &error), error);
}

static void end(void)
{
	sriov_pf_use_unref(use);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static void read_use(void)
{
	sriov_pf_use_unref(use);
	expect_success(sriov_pf_read_use(pf, &use, &error), error);
	ck_assert(sriov_pf_use_is_complete(use));
}

static const struct sriov_pf_use_reason *reason(size_t position)
{
	return sriov_pf_use_reason_list_get(sriov_pf_use_get_reasons(use), position);
}

/* So many reasons, of which the first says this. */
static void expect(size_t count, const char *words)
{
	read_use();
	ck_assert_uint_eq(sriov_pf_use_reason_list_get_count(sriov_pf_use_get_reasons(use)), count);
	ck_assert(sriov_pf_use_is_vital(use));
	ck_assert_str_eq(sriov_pf_use_reason_get_message(reason(0)), words);
	ck_assert_ptr_nonnull(strstr(sriov_pf_use_get_description(use), words));
}

static void expect_none(void)
{
	read_use();
	ck_assert(!sriov_pf_use_is_vital(use));
	ck_assert_str_eq(sriov_pf_use_get_description(use),
			 NVME " (nvme) carries no default route and holds no disk that is in use");
}

START_TEST(a_partition)
{
	expect_none();
	fake_set_mounts(fake, "36 35 259:2 / /home rw - ext4 /dev/whatever rw\n"
			      "37 35 259:9 / /other rw - ext4 /dev/nvme1n1 rw\n");
	expect(1, "/home is mounted from nvme0n1p2");
	ck_assert_int_eq(sriov_pf_use_reason_get_kind(reason(0)), SRIOV_PF_USE_KIND_MOUNT);
	ck_assert_str_eq(sriov_pf_use_reason_get_mount_point(reason(0)), "/home");
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_pf_use_reason_get_chain(reason(0))), 1);
	ck_assert_int_eq(sriov_pf_use_reason_get_vf_index(reason(0)), -1);
	fake_set_mounts(fake, "37 35 259:9 / /other rw - ext4 /dev/nvme1n1 rw\n");
	expect_none();
}
END_TEST

START_TEST(at_many_places)
{
	fake_set_mounts(fake, "36 35 259:1 / / rw - ext4 a rw\n36 35 259:1 /x /x rw - ext4 a rw\n"
			      "36 35 259:1 /y /y rw - ext4 a rw\n36 35 259:2 / /b rw - xfs b rw\n");
	expect(2, "/ and 2 more places are mounted from nvme0n1p1");
	ck_assert_str_eq(sriov_pf_use_reason_get_message(reason(1)),
			 "/b is mounted from nvme0n1p2");
}
END_TEST

/* LVM on a RAID with a partition, of two cards. */
START_TEST(below_others)
{
	fake_add_disk(fake, NULL, "block", "md0", "9:0");
	fake_add_disk(fake, NULL, "block/md0", "md0p1", "259:7");
	fake_stack_disk(fake, "nvme0n1p1", "md0");
	fake_stack_disk(fake, "nvme1n1", "md0");
	fake_add_disk(fake, NULL, "block", "dm-0", "253:0");
	fake_write(fake, "vg-home\n", "sys/class/block/dm-0/dm/name");
	fake_stack_disk(fake, "md0p1", "dm-0");
	expect_none();
	fake_set_mounts(fake, "36 35 253:0 / /home rw - ext4 /dev/mapper/vg-home rw\n");
	expect(1, "/home is mounted from dm-0 (vg-home), over md0p1, over md0, over nvme0n1p1");
	sriov_pf_unref(pf);
	expect_success(sriov_pf_open(context, OTHER, &pf, &error), error);
	expect(1, "/home is mounted from dm-0 (vg-home), over md0p1, over md0, over nvme1n1");
}
END_TEST

START_TEST(by_its_own_multipathing)
{
	fake_add_disk(fake, OTHER, "nvme/nvme1", "nvme3c1n2", "259:11");
	fake_add_disk(fake, NULL, "nvme-subsystem/nvme-subsys3", "nvme3n2", "259:12");
	fake_add_disk(fake, NULL, "nvme-subsystem/nvme-subsys3/nvme3n2", "nvme3n2p1", "259:13");
	fake_set_mounts(fake, "36 35 259:13 / / rw - ext4 /dev/root rw\n");
	expect_none();
	sriov_pf_unref(pf);
	expect_success(sriov_pf_open(context, OTHER, &pf, &error), error);
	expect(1, "/ is mounted from nvme3n2p1, over nvme3n2, over nvme3c1n2");
}
END_TEST

/* These have no number of a device. */
START_TEST(by_its_source)
{
	static const char *const sources[] = {
		"/dev/nvme0n1p2",
		"/dev/disk/by-uuid/1234",
		"/dev/mapper/home",
	};
	static const char *const ways[] = {
		"/home is mounted from nvme0n1p2",
		"/home is mounted from nvme0n1p2",
		"/home is mounted from dm-0 (home), over nvme0n1p1",
	};
	char line[128];

	fake_link(fake, "../../nvme0n1p2", "dev/disk/by-uuid/1234");
	fake_link(fake, "nvme0n1p1", "outside");
	fake_add_disk(fake, NULL, "block", "dm-0", "253:0");
	fake_write(fake, "home\n", "sys/class/block/dm-0/dm/name");
	fake_stack_disk(fake, "nvme0n1p1", "dm-0");
	for (size_t i = 0; i < sizeof(sources) / sizeof(sources[0]); i++) {
		snprintf(line, sizeof(line), "36 35 0:40 /@ /home rw - btrfs %s rw\n", sources[i]);
		fake_set_mounts(fake, line);
		expect(1, ways[i]);
	}
	fake_set_mounts(fake, "36 35 0:41 / /a rw - tmpfs nvme0n1 rw\n"
			      "36 35 0:42 / /b rw - tmpfs /dev/../outside rw\n"
			      "36 35 0:43 / /c rw - overlay /dev/ rw\n");
	expect_none();
}
END_TEST

/* btrfs names one of its devices. */
START_TEST(on_several_devices)
{
	fake_link(fake, "../../../../nvme0n1p1", "sys/fs/btrfs/1234/devices/nvme0n1p1");
	fake_link(fake, "../../../../nvme1n1", "sys/fs/btrfs/1234/devices/nvme1n1");
	fake_make_directory(fake, "sys/fs/btrfs/features");
	fake_set_mounts(fake, "36 35 0:40 /@ /data rw - btrfs /dev/nvme1n1 rw\n");
	expect(1, "/data is mounted from nvme0n1p1");
	fake_set_mounts(fake, "36 35 0:40 /@ /data rw - btrfs /dev/nvme0n1p1 rw\n");
	expect(1, "/data is mounted from nvme0n1p1");
	fake_set_mounts(fake, "");
	expect(1, "a file system that is mounted where it cannot be seen is on nvme0n1p1");
	ck_assert_ptr_null(sriov_pf_use_reason_get_mount_point(reason(0)));
}
END_TEST

START_TEST(swap)
{
	fake_write(fake, "Filename Type\n/dev/nvme0n1p2 partition 1 0 -2\n/dev/nvme1n1 partition\n",
		   "proc/swaps");
	expect(1, "nvme0n1p2 is used as swap");
	ck_assert_int_eq(sriov_pf_use_reason_get_kind(reason(0)), SRIOV_PF_USE_KIND_SWAP);
	ck_assert_ptr_null(sriov_pf_use_reason_get_mount_point(reason(0)));
}
END_TEST

/* What is on a VF is the VF's. */
START_TEST(of_a_vf)
{
	char vf[FAKE_ADDRESS_SIZE];

	fake_add_vfs(fake, NVME, 1);
	fake_vf_address(fake, NVME, 0, vf);
	fake_add_disk(fake, vf, "nvme/nvme7", "nvme7n1", "259:17");
	fake_set_mounts(fake, "36 35 259:17 / / rw - ext4 /dev/nvme7n1 rw\n");
	expect_none();
}
END_TEST

START_TEST(in_a_container)
{
	fake_remove(fake, "proc/1");
	fake_write(fake, "36 35 259:2 / /home rw - ext4 /dev/nvme0n1p2 rw\n",
		   "proc/self/mountinfo");
	expect_success(sriov_pf_read_use(pf, &use, &error), error);
	ck_assert(sriov_pf_use_is_vital(use) && !sriov_pf_use_is_complete(use));
	ck_assert_ptr_nonnull(strstr(sriov_pf_use_get_description(use),
				     "/home is mounted from nvme0n1p2, as far as can be seen: what "
				     "the host's first process has mounted is not shown"));
	fake_remove(fake, "proc/self");
	sriov_pf_use_unref(use);
	expect_failure(sriov_pf_read_use(pf, &use, &error), SRIOV_CODE_NOT_FOUND, error,
		       "self/mountinfo");
	ck_assert_ptr_null(use);
}
END_TEST

UNIT_SUITE_WITH("pf_disks", begin, end, a_partition, at_many_places, below_others,
		by_its_own_multipathing, by_its_source, on_several_devices, swap, of_a_vf,
		in_a_container)
