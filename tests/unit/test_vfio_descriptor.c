/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Opening devices through VFIO, as far as it goes wrong: the files of a made-up host are no
 * devices. That it works is shown on a real kernel.
 */
#include "unit.h"

#include <fcntl.h>
#include <unistd.h>

#include "object/vfio/vfio_descriptor.h"

#define VF    "0000:01:10.0" /* in group 11 */
#define TOKEN "83f6f8a4-0c5b-4b7e-9c1d-2D3F4A5B6C7D"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_error *error;
static int fd;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, "0000:01:00.0", "em1", 1);
	fake_set_driver(fake, VF, "vfio-pci");
	fake_make_directory(fake, "dev/vfio");
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, VF, &device, &error), error);
	fd = 12345;
}

static void end(void)
{
	ck_assert_int_eq(fd, -1);
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

START_TEST(nothing_is_loaded)
{
	expect_failure(sriov_vfio_open_container(context, &fd, &error), SRIOV_CODE_NO_DRIVER, error,
		       "modprobe vfio-pci");
	expect_failure(sriov_vfio_open_iommufd(context, &fd, &error), SRIOV_CODE_UNSUPPORTED, error,
		       "no iommufd");
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_NOT_FOUND, error,
		       VF ": the file of its IOMMU group is not there");
	expect_failure(sriov_vfio_open_character_device(device, &fd, &error),
		       SRIOV_CODE_UNSUPPORTED, error, VF ": this kernel makes no files");
	fake_write(fake, "511:3\n", "sys/bus/pci/devices/" VF "/vfio-dev/vfio3/dev");
	expect_failure(sriov_vfio_open_character_device(device, &fd, &error), SRIOV_CODE_NOT_FOUND,
		       error, "dev/vfio/devices/vfio3");
}
END_TEST

START_TEST(it_is_somebody_elses)
{
	UNIT_NEEDS(!geteuid(), "root");
	fake_write(fake, "", "dev/vfio/vfio");
	fake_write(fake, "", "dev/vfio/11");
	ck_assert_int_eq(seteuid(1234), 0);
	expect_failure(sriov_vfio_open_container(context, &fd, &error), SRIOV_CODE_FORBIDDEN, error,
		       "that takes root");
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_FORBIDDEN, error,
		       VF ": the file of its IOMMU group is not this caller's to open");
	ck_assert_int_eq(seteuid(0), 0);
}
END_TEST

START_TEST(it_is_not_bound)
{
	fake_set_driver(fake, VF, "igbvf");
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_NO_DRIVER, error,
		       VF " is not bound to VFIO but on igbvf");
	expect_failure(sriov_vfio_open_character_device(device, &fd, &error), SRIOV_CODE_NO_DRIVER,
		       error, VF);
	fake_set_driver(fake, VF, "vfio-pci");
	fake_set_group(fake, VF, -1);
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "no IOMMU group");
	fake_remove_device(fake, VF);
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_GONE, error, VF);
}
END_TEST

/* The kernel takes none of these requests from an ordinary file. */
START_TEST(a_descriptor_of_something_else)
{
	struct sriov_string_list *addresses;
	struct sriov_vfio_info *info;
	uint32_t number = 7;
	int file = open("/dev/null", O_RDWR | O_CLOEXEC);

	fake_write(fake, "", "dev/vfio/vfio");
	fake_write(fake, "", "dev/vfio/11");
	expect_failure(sriov_vfio_open_container(context, &fd, &error), SRIOV_CODE_INVALID, error,
		       "VFIO_GET_API_VERSION");
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_INVALID, error,
		       "VFIO_GROUP_GET_STATUS");
	fake_write(fake, "", "dev/vfio/noiommu-11");
	expect_failure(sriov_vfio_open_group(device, -1, &fd, &error), SRIOV_CODE_INVALID, error,
		       VF);
	expect_failure(sriov_vfio_open_device(device, file, TOKEN, &fd, &error), SRIOV_CODE_INVALID,
		       error, VF);
	expect_failure(sriov_vfio_allocate_ioas(file, &number, &error), SRIOV_CODE_INVALID, error,
		       "IOMMU_IOAS_ALLOC");
	ck_assert_uint_eq(number, 0);
	number = 7;
	expect_failure(sriov_vfio_bind_iommufd(device, file, file, NULL, &number, &error),
		       SRIOV_CODE_INVALID, error, VF);
	ck_assert_uint_eq(number, 0);
	expect_failure(sriov_vfio_attach_ioas(device, file, 1, &error), SRIOV_CODE_INVALID, error,
		       VF);
	expect_failure(sriov_vfio_read_info(device, file, &info, &error), SRIOV_CODE_INVALID, error,
		       "VFIO_DEVICE_GET_INFO");
	ck_assert_ptr_null(info);
	expect_failure(sriov_vfio_reset(device, file, &error), SRIOV_CODE_INVALID, error, VF);
	expect_failure(sriov_vfio_list_reset_devices(device, file, &addresses, &error),
		       SRIOV_CODE_INVALID, error, VF);
	expect_failure(sriov_vfio_set_vf_token(device, -1, TOKEN, &error), SRIOV_CODE_INVALID,
		       error, VF);
	close(file);
}
END_TEST

START_TEST(tokens)
{
	static const uint8_t expected[] = {0x83, 0xf6, 0xf8, 0xa4, 0x0c, 0x5b, 0x4b, 0x7e,
					   0x9c, 0x1d, 0x2d, 0x3f, 0x4a, 0x5b, 0x6c, 0x7d};
	static const char *const others[] = {
		"",
		"83f6f8a4",
		"83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7",
		"83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7d0",
		"83f6f8a4-0c5b-4b7e-9c1d-2d3f4a5b6c7g",
		"83f6f8a40-c5b-4b7e-9c1d-2d3f4a5b6c7d",
		"83f6f8a4 0c5b-4b7e-9c1d-2d3f4a5b6c7d",
	};
	uint8_t bytes[16];

	expect_success(vfio_parse_token(TOKEN, bytes, &error), error);
	ck_assert_mem_eq(bytes, expected, sizeof(expected));
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++) {
		expect_failure(sriov_vfio_open_device(device, -1, others[i], &fd, &error),
			       SRIOV_CODE_INVALID, error, "is no VF token");
		expect_failure(sriov_vfio_set_vf_token(device, -1, others[i], &error),
			       SRIOV_CODE_INVALID, error, "is no VF token");
		expect_failure(sriov_vfio_bind_iommufd(device, -1, -1, others[i], NULL, &error),
			       SRIOV_CODE_INVALID, error, "is no VF token");
	}
}
END_TEST

START_TEST(what_is_no_question)
{
	struct sriov_vfio_info *info;
	struct sriov_string_list *addresses;

	expect_failure(sriov_vfio_open_container(NULL, &fd, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_vfio_open_container(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "fd is NULL");
	expect_failure(sriov_vfio_open_group(NULL, -1, &fd, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_vfio_open_device(NULL, 0, NULL, &fd, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_vfio_open_character_device(NULL, &fd, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_vfio_open_iommufd(NULL, &fd, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_vfio_allocate_ioas(-1, NULL, &error), SRIOV_CODE_INVALID, error,
		       "ioas is NULL");
	expect_failure(sriov_vfio_read_info(NULL, -1, &info, &error), SRIOV_CODE_INVALID, error,
		       "device is NULL");
	expect_failure(sriov_vfio_read_info(device, -1, NULL, &error), SRIOV_CODE_INVALID, error,
		       "info is NULL");
	expect_failure(sriov_vfio_list_reset_devices(NULL, -1, &addresses, &error),
		       SRIOV_CODE_INVALID, error, "device is NULL");
	expect_failure(sriov_vfio_set_vf_token(device, -1, NULL, &error), SRIOV_CODE_INVALID, error,
		       "token is NULL");
	ck_assert(!sriov_vfio_info_has_reset(NULL) && !sriov_vfio_info_is_pci(NULL));
	ck_assert_ptr_null(sriov_vfio_info_get_regions(NULL));
	ck_assert_ptr_null(sriov_vfio_info_get_irqs(NULL));
	ck_assert_ptr_null(sriov_vfio_region_get_name(NULL));
	ck_assert_uint_eq(sriov_vfio_region_get_area_size_bytes(NULL, 0), 0);
	ck_assert_ptr_null(sriov_vfio_irq_get_name(NULL));
	ck_assert_uint_eq(sriov_vfio_irq_get_count(NULL), 0);
}
END_TEST

UNIT_SUITE_WITH("vfio_descriptor", begin, end, nothing_is_loaded, it_is_somebody_elses,
		it_is_not_bound, a_descriptor_of_something_else, tokens, what_is_no_question)
