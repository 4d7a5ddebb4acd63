/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What waits for whoever holds a VF: it is told who that is. */
#include "stuck_host.h"

#include <unistd.h>

#define NUMVFS "sys/bus/pci/devices/" PF "/sriov_numvfs"
#define UNBIND "sys/bus/pci/drivers/vfio-pci/unbind"

static void allow(struct sriov_vf_count_options **options)
{
	expect_success(sriov_vf_count_options_new(options, &error), error);
	sriov_vf_count_options_set_allow_destroy(*options, true);
}

START_TEST(holders_of_a_removal)
{
	struct sriov_vf_count_options *options;
	char address[FAKE_ADDRESS_SIZE];
	const struct sriov_error *cause;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	allow(&options);
	fake_vf_address(fake, PF, 3, address);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set_group(fake, address, 114);
	fake_open_file(fake, 812, 9, "/dev/vfio/114");
	fd = full_pipe_make(fake, NUMVFS);
	pf = open_pf();
	ck_assert_int_eq(sriov_pf_set_vf_count(pf, 0, options, &error), SRIOV_CODE_TIMEOUT);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error),
				     "em1 (" PF ", igb): removing its VFs is not over: VF 3 ("));
	ck_assert_ptr_nonnull(
		strstr(sriov_error_get_message(error),
		       ") is held by qemu-system-x86 (process 812) through /dev/vfio/114"));
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 1);
	cause = sriov_error_get_cause(error, 0);
	ck_assert_int_eq(sriov_error_get_vf_index(cause), 3);
	ck_assert_str_eq(sriov_error_get_device(cause), address);
	sriov_error_unref(error);
	error = NULL;
	/* Also when all links are gone meanwhile. */
	for (unsigned int i = 0; i < 7; i++)
		fake_remove(fake, "sys/bus/pci/devices/" PF "/virtfn%u", i);
	expect_failure(sriov_pf_set_vf_count(pf, 0, options, &error), SRIOV_CODE_BUSY, error,
		       "em1 (" PF ", igb): an earlier change of its VFs is not over");
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_BUSY, error,
		       "an earlier change");
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

START_TEST(nobody_holds)
{
	struct sriov_vf_count_options *options;
	struct sriov_pf *pf;
	int fd;

	begin(DEADLINE);
	allow(&options);
	fd = full_pipe_make(fake, NUMVFS);
	pf = open_pf();
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_TIMEOUT, error,
		       "nobody can be seen who holds one");
	full_pipe_drain(fd);
	sriov_unfinished_list_unref(wait_for_end());
	close(fd);
	fake_remove(fake, NUMVFS);
	fake_write(fake, "7\n", NUMVFS);
	fake_remove_vfs(fake, PF);
	fd = full_pipe_make(fake, NUMVFS);
	expect_failure(sriov_pf_set_vf_count(pf, 3, options, &error), SRIOV_CODE_TIMEOUT, error,
		       "making 3 VFs is not over");
	sriov_vf_count_options_unref(options);
	sriov_pf_unref(pf);
	end();
	close(fd);
}
END_TEST

/* Nothing is taken back that may yet happen. */
START_TEST(unbinding)
{
	struct sriov_device *device, *other_device;
	char address[FAKE_ADDRESS_SIZE], other[FAKE_ADDRESS_SIZE], *text;
	struct sriov_vfio *vfio;
	int fd;

	begin(DEADLINE);
	fake_vf_address(fake, PF, 3, address);
	fake_vf_address(fake, PF, 4, other);
	fake_set_driver(fake, address, "vfio-pci");
	fake_set_driver(fake, other, "vfio-pci");
	fake_set(fake, address, "driver_override", "vfio-pci\n");
	fake_set(fake, other, "driver_override", "vfio-pci\n");
	fd = full_pipe_make(fake, UNBIND);
	expect_success(sriov_device_open(context, address, &device, &error), error);
	expect_success(sriov_device_open(context, other, &other_device, &error), error);
	expect_success(sriov_vfio_open(device, &vfio, &error), error);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_TIMEOUT, error,
		       "will be without a driver when it is let go");
	text = fake_read(fake, "sys/bus/pci/devices/%s/driver_override", address);
	ck_assert_int_eq(text[0], '\n');
	free(text);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_BUSY, error, "under way");
	sriov_vfio_unref(vfio);
	/* The driver's file is there for other devices, too. */
	expect_success(sriov_vfio_open(other_device, &vfio, &error), error);
	expect_failure(sriov_vfio_unbind(vfio, &error), SRIOV_CODE_TIMEOUT, error, other);
	sriov_vfio_unref(vfio);
	sriov_unfinished_list_unref(list_unfinished(2));
	sriov_device_unref(device);
	sriov_device_unref(other_device);
	end();
	close(fd);
}
END_TEST

UNIT_SUITE("deadline_holder", holders_of_a_removal, nobody_holds, unbinding)
