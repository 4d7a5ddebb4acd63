/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The tables of mounts and swaps, in the kernel's words. */
#include "unit.h"

#include "kernel/mount.h"

static struct sriov_error *error;
static struct mount_table table;

static void parse(const char *lines)
{
	mount_table_clear(&table);
	table = (struct mount_table) {0};
	expect_success(mount_parse(strdup(lines), &table, &error), error);
}

static void end(void)
{
	mount_table_clear(&table);
}

static void expect(size_t position, unsigned int major, unsigned int minor, const char *point,
		   const char *source)
{
	ck_assert_uint_lt(position, table.count);
	ck_assert_uint_eq(table.items[position].major, major);
	ck_assert_uint_eq(table.items[position].minor, minor);
	ck_assert_str_eq(table.items[position].point, point);
	ck_assert_str_eq(table.items[position].source, source);
}

START_TEST(lines)
{
	parse("36 35 259:3 / / rw,noatime shared:1 master:2 - ext4 /dev/nvme0n1p3 rw\n"
	      "37 36 0:33 /@home /home rw - btrfs /dev/mapper/vg-home rw,subvol=/@home\n"
	      "38 36 0:5 / /proc rw - proc proc rw\n");
	ck_assert_uint_eq(table.count, 3);
	expect(0, 259, 3, "/", "/dev/nvme0n1p3");
	expect(1, 0, 33, "/home", "/dev/mapper/vg-home");
	ck_assert_str_eq(table.items[1].type, "btrfs");
}
END_TEST

START_TEST(escapes)
{
	parse("36 35 259:3 / /a\\040b\\011c\\134d rw - ext4 /dev/disk/by-label/a\\040b rw\n"
	      "36 35 259:3 / /end\\04 rw - ext4 x rw\n");
	expect(0, 259, 3, "/a b\tc\\d", "/dev/disk/by-label/a b");
	expect(1, 259, 3, "/end\\04", "x");
}
END_TEST

START_TEST(what_is_no_line)
{
	parse("");
	ck_assert_uint_eq(table.count, 0);
	parse("\n - \n36 35 259 / / rw - ext4 a rw\n36 35 259:3 / / rw\n36 35 259:3 / / rw - ext4\n"
	      "36 35 -1:3 / / rw - ext4 a rw\n36 35 - ext4 a\n36 35 8:1 / /last rw - ext4 a");
	ck_assert_uint_eq(table.count, 1);
	expect(0, 8, 1, "/last", "a");
}
END_TEST

/* Each container has a table of its own; that of process 1 is the host's. */
START_TEST(of_process_1)
{
	struct fake *fake = fake_new();
	char *root = fake_path(fake, "proc");
	struct tree procfs;

	fake_write(fake, "36 35 8:1 / /own rw - ext4 a rw\n", "proc/self/mountinfo");
	expect_success(tree_open(&procfs, root, NULL, &error), error);
	expect_success(mount_read(&procfs, &table, &error), error);
	expect(0, 8, 1, "/own", "a");
	ck_assert(!table.of_host);
	mount_table_clear(&table);
	fake_set_mounts(fake, "36 35 8:1 / /host rw - ext4 a rw\n");
	expect_success(mount_read(&procfs, &table, &error), error);
	expect(0, 8, 1, "/host", "a");
	ck_assert(!table.of_host);
	mount_table_clear(&table);
	fake_add_process(fake, 1, "init");
	expect_success(mount_read(&procfs, &table, &error), error);
	ck_assert(table.of_host);
	tree_close(&procfs);
	free(root);
	fake_free(fake);
}
END_TEST

START_TEST(swaps)
{
	struct fake *fake = fake_new();
	struct sriov_string_list *files;
	char *root = fake_path(fake, "proc");
	struct tree procfs;

	expect_success(tree_open(&procfs, root, NULL, &error), error);
	expect_success(mount_read_swaps(&procfs, &files, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(files), 0);
	sriov_string_list_unref(files);
	fake_write(fake,
		   "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"
		   "/dev/dm-1                               partition\t2097148\t0\t-2\n"
		   "/dev/nvme0n1p2\\040(deleted)            partition\t2097148\t0\t-3\n"
		   "/swap\\040file\tfile\t2097148\t0\t-4\n",
		   "proc/swaps");
	expect_success(mount_read_swaps(&procfs, &files, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(files), 3);
	ck_assert_str_eq(sriov_string_list_get(files, 0), "/dev/dm-1");
	ck_assert_str_eq(sriov_string_list_get(files, 1), "/dev/nvme0n1p2");
	ck_assert_str_eq(sriov_string_list_get(files, 2), "/swap file");
	sriov_string_list_unref(files);
	tree_close(&procfs);
	free(root);
	fake_free(fake);
}
END_TEST

UNIT_SUITE_WITH("mount", NULL, end, lines, escapes, what_is_no_line, of_process_1, swaps)
