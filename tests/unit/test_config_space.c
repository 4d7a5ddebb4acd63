/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The lists of capabilities, in real bytes and in bytes that no device should have. */
#include "unit.h"

#include "kernel/config_facts.h"
#include "kernel/config_space.h"

static uint8_t bytes[CONFIG_SPACE_SIZE];
static struct config_space space;
static struct config_capability seen[64];
static size_t seen_count;
static struct sriov_error *error;

static void set_up(void)
{
	memcpy(bytes, fake_82576_config, sizeof(bytes));
	space = (struct config_space) {
		.address = "0000:01:00.0",
		.fd = -1,
		.bytes = bytes,
		.length = sizeof(bytes),
	};
}

static bool see(void *data, const struct config_capability *one)
{
	(void)data;
	ck_assert_uint_lt(seen_count, 64);
	seen[seen_count++] = *one;
	return true;
}

static bool see_first(void *data, const struct config_capability *one)
{
	see(data, one);
	return false;
}

static void expect_capability(size_t position, bool extended, unsigned int id, unsigned int offset)
{
	ck_assert_uint_lt(position, seen_count);
	ck_assert_int_eq(seen[position].extended, extended);
	ck_assert_uint_eq(seen[position].id, id);
	ck_assert_uint_eq(seen[position].offset, offset);
}

/* The same list as lspci gives for this card. */
START_TEST(walks_an_82576)
{
	expect_success(config_space_walk(&space, see, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 7);
	expect_capability(0, false, 0x01, 0x40);
	expect_capability(1, false, 0x05, 0x50);
	expect_capability(2, false, 0x11, 0x70);
	expect_capability(3, false, 0x10, 0xa0);
	expect_capability(4, true, 0x01, 0x100);
	expect_capability(5, true, 0x0e, 0x150);
	expect_capability(6, true, 0x10, 0x160);
	ck_assert_uint_eq(seen[6].version, 1);
}
END_TEST

START_TEST(decodes_an_82576)
{
	struct config_iov iov;

	expect_success(config_space_read_iov(&space, 0x160, &iov, &error), error);
	ck_assert_uint_eq(iov.initial_vfs, 8);
	ck_assert_uint_eq(iov.total_vfs, 8);
	ck_assert_uint_eq(iov.vf_count, 0);
	ck_assert_uint_eq(iov.vf_offset, 128);
	ck_assert_uint_eq(iov.vf_stride, 2);
	ck_assert_uint_eq(iov.vf_device_id, 0x10ca);
	ck_assert_uint_eq(iov.dependency_link, 0);
	ck_assert_uint_eq(iov.supported_page_sizes, 0x553);
	ck_assert_uint_eq(iov.system_page_size, 1);
	ck_assert_uint_eq(iov.control, 0x10);
	ck_assert_uint_eq(iov.vf_bars[0], 0x4000000c);
	ck_assert_uint_eq(iov.vf_bars[1], 0xc0);
	ck_assert_uint_eq(iov.vf_bars[3], 0x4002000c);
	ck_assert_uint_eq(iov.vf_bars[5], 0);
}
END_TEST

START_TEST(stops_when_told)
{
	expect_success(config_space_walk(&space, see_first, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 1);
}
END_TEST

/* Without the right to more the kernel gives 64 bytes: that is not the end of the list. */
START_TEST(tells_the_unprivileged)
{
	struct config_iov iov;

	space.length = 64;
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_FORBIDDEN, error,
		       "CAP_SYS_ADMIN");
	expect_failure(config_space_read_iov(&space, 0x160, &iov, &error), SRIOV_CODE_FORBIDDEN,
		       error, "0x160");
	space.length = 0;
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_FORBIDDEN, error,
		       "0000:01:00.0");
}
END_TEST

START_TEST(ends_with_conventional_pci)
{
	space.length = 256;
	expect_success(config_space_walk(&space, see, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 4);
}
END_TEST

START_TEST(no_list_at_all)
{
	bytes[0x06] = 0;
	memset(bytes + 0x100, 0, 4);
	expect_success(config_space_walk(&space, see, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 0);
	memset(bytes + 0x100, 0xff, 4);
	expect_success(config_space_walk(&space, see, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 0);
}
END_TEST

START_TEST(a_device_that_is_gone_answers_ones)
{
	memset(bytes, 0xff, sizeof(bytes));
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_GONE, error,
		       "0000:01:00.0");
}
END_TEST

/* It goes when the first capability was found. */
static bool see_it_go(void *data, const struct config_capability *one)
{
	memset(bytes, 0xff, sizeof(bytes));
	return see(data, one);
}

START_TEST(a_device_that_goes_meanwhile)
{
	expect_failure(config_space_walk(&space, see_it_go, NULL, &error), SRIOV_CODE_GONE, error,
		       "0000:01:00.0");
	ck_assert_uint_eq(seen_count, 1);
}
END_TEST

/* It goes when the last one was found, so that only registers are left to be read. */
static bool see_it_go_last(void *data, const struct config_capability *one)
{
	if (one->extended && one->id == CONFIG_ID_SRIOV)
		memset(bytes, 0xff, sizeof(bytes));
	return see(data, one);
}

START_TEST(a_device_that_goes_at_last)
{
	struct config_facts facts;

	expect_failure(config_facts_read(&space, &facts, see_it_go_last, NULL, &error),
		       SRIOV_CODE_GONE, error, "0000:01:00.0");
	ck_assert_uint_eq(seen_count, 7);
}
END_TEST

/* Whatever the bytes are, there is an answer: the seed is fixed, so that a failure comes again. */
START_TEST(any_bytes_have_an_answer)
{
	unsigned int random = 1;
	struct config_facts facts;
	size_t answers[2] = {0};

	for (int round = 0; round < 4000; round++) {
		set_up();
		for (int change = 0; change < 12; change++) {
			random = random * 1103515245 + 12345;
			bytes[(random >> 16) % (round % 2 ? 0x1c0 : CONFIG_SPACE_SIZE)] =
				(uint8_t)(random >> 8);
		}
		space.length = round % 3 ? CONFIG_SPACE_SIZE : 256 + random % 256;
		answers[!config_facts_read(&space, &facts, NULL, NULL, &error)]++;
		ck_assert_int_eq(sriov_error_get_code(error) != SRIOV_CODE_GONE, true);
		sriov_error_unref(error);
		error = NULL;
	}
	ck_assert_uint_gt(answers[0], 0);
	ck_assert_uint_gt(answers[1], 0);
}
END_TEST

static bool count(void *data, const struct config_capability *one)
{
	(void)one;
	++*(size_t *)data;
	return true;
}

START_TEST(finds_circles)
{
	size_t number = 0;

	/* The last capability says that the next one is the first. */
	bytes[0xa1] = 0x40;
	expect_failure(config_space_walk(&space, count, &number, &error), SRIOV_CODE_MALFORMED,
		       error, "0000:01:00.0");
	/* It gave up in time: there is room for this many at most. */
	ck_assert_uint_le(number, 256 / 4);
}
END_TEST

START_TEST(finds_circles_in_the_extended_list)
{
	size_t number = 0;

	/* The SR-IOV capability says that the next one is itself. */
	bytes[0x162] = 0x01;
	bytes[0x163] = 0x16;
	expect_failure(config_space_walk(&space, count, &number, &error), SRIOV_CODE_MALFORMED,
		       error, "0x160");
	ck_assert_uint_le(number, CONFIG_SPACE_SIZE / 4);
}
END_TEST

START_TEST(finds_pointers_that_lead_out)
{
	bytes[0x34] = 0x20;
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_MALFORMED, error,
		       "0x20");
	set_up();
	bytes[0x162] = 0x01;
	bytes[0x163] = 0x08;
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_MALFORMED, error,
		       "0x80");
	set_up();
	bytes[0x40] = 0xff;
	expect_failure(config_space_walk(&space, see, NULL, &error), SRIOV_CODE_MALFORMED, error,
		       "0x40");
}
END_TEST

/* The low two bits of a pointer are reserved and must not count. */
START_TEST(masks_pointers)
{
	bytes[0x34] |= 3;
	bytes[0x41] |= 3;
	expect_success(config_space_walk(&space, see, NULL, &error), error);
	ck_assert_uint_eq(seen_count, 7);
}
END_TEST

/* A capability that begins within the space and ends outside of it. */
START_TEST(iov_at_the_very_end)
{
	struct config_iov iov;

	ck_assert_int_ne(config_space_read_iov(&space, CONFIG_SPACE_SIZE - 4, &iov, &error),
			 SRIOV_CODE_OK);
	sriov_error_unref(error);
}
END_TEST

UNIT_SUITE_WITH("config_space", set_up, NULL, walks_an_82576, decodes_an_82576, stops_when_told,
		tells_the_unprivileged, ends_with_conventional_pci, no_list_at_all,
		a_device_that_is_gone_answers_ones, a_device_that_goes_meanwhile,
		a_device_that_goes_at_last, any_bytes_have_an_answer, finds_circles,
		finds_circles_in_the_extended_list, finds_pointers_that_lead_out, masks_pointers,
		iov_at_the_very_end)
