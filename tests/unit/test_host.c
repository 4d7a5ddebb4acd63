/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The whole host at once: what belongs together, what is broken, what is found by name. */
#include "unit.h"

#define PF  "0000:01:00.0"
#define VF0 "0000:01:10.0"
#define VF1 "0000:01:10.2"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_host *host;
static struct sriov_error *error;

/* Seven devices: a port, a card with two VFs in groups 10 to 12, one without, and a disk. */
static void set_up(void)
{
	fake = fake_new();
	fake_add_device(fake, "0000:00:1c.0", &fake_root_port);
	fake_add_82576(fake, PF, "em1", 2);
	fake_add_82576(fake, "0000:02:00.0", "em2", 0);
	fake_add_device(fake, "10000:e1:00.0", &fake_nvme);
	fake_set_driver(fake, VF0, "igbvf");
	fake_add_interface(fake, VF0, "enp1s16", 30);
	fake_set_driver(fake, VF1, "vfio-pci");
	fake_set_group(fake, "10000:e1:00.0", 11);
	fake_set_driver(fake, "10000:e1:00.0", "nvme");
	context = fake_open_context(fake);
}

static void tear_down(void)
{
	sriov_host_unref(host);
	sriov_context_unref(context);
	fake_free(fake);
}

static void read_host(void)
{
	sriov_host_unref(host);
	expect_success(sriov_host_read(context, &host, &error), error);
}

static void expect_addresses(const struct sriov_device_list *list, const char *const *addresses)
{
	size_t count = 0;

	for (; addresses[count]; count++)
		ck_assert_pstr_eq(sriov_device_get_address(sriov_device_list_get(list, count)),
				  addresses[count]);
	ck_assert_uint_eq(sriov_device_list_get_count(list), count);
}

/* Every device that is in there anywhere is the one in the list of devices. */
static void expect_same(const struct sriov_device *device)
{
	const char *address = sriov_device_get_address(device);

	ck_assert_ptr_nonnull(device);
	ck_assert_ptr_eq(sriov_host_get_device(host, address), device);
}

static void expect_consistent(void)
{
	const struct sriov_pf_list *pfs = sriov_host_get_pfs(host);
	const struct sriov_iommu_group_list *groups = sriov_host_get_groups(host);
	const struct sriov_device_list *members;
	const struct sriov_vf_list *vfs;
	struct sriov_pf *pf;

	for (size_t i = 0; i < sriov_pf_list_get_count(pfs); i++) {
		pf = sriov_pf_list_get(pfs, i);
		expect_same(sriov_pf_get_device(pf));
		vfs = sriov_host_get_vfs(host, pf);
		ck_assert_uint_eq(sriov_vf_list_get_count(vfs), sriov_pf_get_vf_count(pf));
		for (size_t k = 0; k < sriov_vf_list_get_count(vfs); k++) {
			expect_same(sriov_vf_get_device(sriov_vf_list_get(vfs, k)));
			ck_assert_ptr_eq(sriov_vf_get_pf(sriov_vf_list_get(vfs, k)), pf);
		}
	}
	for (size_t i = 0; i < sriov_iommu_group_list_get_count(groups); i++) {
		members = sriov_iommu_group_get_devices(sriov_iommu_group_list_get(groups, i));
		for (size_t k = 0; k < sriov_device_list_get_count(members); k++)
			expect_same(sriov_device_list_get(members, k));
	}
}

START_TEST(holds_everything)
{
	const int numbers[] = {10, 11, 12, 20};
	const struct sriov_iommu_group_list *groups;
	const struct sriov_vf_list *vfs;
	struct sriov_vf *vf;

	read_host();
	expect_consistent();
	expect_addresses(sriov_host_get_devices(host),
			 (const char *const[]) {"0000:00:1c.0", PF, VF0, VF1, "0000:02:00.0",
						"10000:e1:00.0", NULL});
	ck_assert_uint_eq(sriov_pf_list_get_count(sriov_host_get_pfs(host)), 2);
	vfs = sriov_host_get_vfs(host, sriov_pf_list_get(sriov_host_get_pfs(host), 0));
	ck_assert_uint_eq(sriov_vf_list_get_count(vfs), 2);
	vf = sriov_vf_list_get(vfs, 0);
	ck_assert_uint_eq(sriov_vf_get_index(vf), 0);
	ck_assert_str_eq(sriov_vf_get_interface(vf), "enp1s16");
	ck_assert_str_eq(sriov_device_get_driver(sriov_vf_get_device(vf)), "igbvf");
	ck_assert_ptr_null(sriov_vf_get_interface(sriov_vf_list_get(vfs, 1)));
	vfs = sriov_host_get_vfs(host, sriov_pf_list_get(sriov_host_get_pfs(host), 1));
	ck_assert_ptr_nonnull(vfs);
	ck_assert_uint_eq(sriov_vf_list_get_count(vfs), 0);
	groups = sriov_host_get_groups(host);
	ck_assert_uint_eq(sriov_iommu_group_list_get_count(groups), 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_int_eq(
			sriov_iommu_group_get_number(sriov_iommu_group_list_get(groups, i)),
			numbers[i]);
}
END_TEST

START_TEST(finds_by_name)
{
	struct sriov_pf *pf, *again;
	struct sriov_vf *vf;

	read_host();
	pf = sriov_host_get_pf(host, "em1");
	ck_assert_str_eq(sriov_device_get_address(sriov_pf_get_device(pf)), PF);
	ck_assert_ptr_eq(sriov_host_get_pf(host, "01:00.0"), pf);
	ck_assert_ptr_null(sriov_host_get_pf(host, VF0));
	ck_assert_ptr_null(sriov_host_get_pf(host, "em9"));
	vf = sriov_host_get_vf(host, "enp1s16");
	ck_assert_ptr_eq(sriov_host_get_vf(host, VF0), vf);
	ck_assert_ptr_eq(sriov_vf_get_pf(vf), pf);
	ck_assert_ptr_null(sriov_host_get_vf(host, PF));
	ck_assert_ptr_null(sriov_host_get_vf(host, "em1"));
	ck_assert_str_eq(sriov_device_get_address(sriov_host_get_device(host, "01:10.2")), VF1);
	ck_assert_ptr_null(sriov_host_get_device(host, "0000:09:00.0"));
	ck_assert_ptr_null(sriov_host_get_device(host, "em1"));
	ck_assert_int_eq(sriov_iommu_group_get_number(sriov_host_get_group(host, 12)), 12);
	ck_assert_ptr_null(sriov_host_get_group(host, 13));
	ck_assert_ptr_null(sriov_host_get_group(host, -1));
	expect_success(sriov_pf_open(context, "em1", &again, &error), error);
	ck_assert_ptr_eq(sriov_host_get_vfs(host, again), sriov_host_get_vfs(host, pf));
	sriov_pf_unref(again);
}
END_TEST

START_TEST(groups_have_their_members)
{
	struct sriov_iommu_group *group;

	fake_write(fake, "DMA-FQ\n", "sys/kernel/iommu_groups/11/type");
	fake_make_directory(fake, "sys/kernel/iommu_groups/12/devices/platform.0");
	fake_link(fake, "../../../bus/platform/drivers/other",
		  "sys/kernel/iommu_groups/12/devices/platform.0/driver");
	fake_remove(fake, "sys/kernel/iommu_groups/20");
	read_host();
	group = sriov_host_get_group(host, 11);
	expect_addresses(sriov_iommu_group_get_devices(group),
			 (const char *const[]) {VF0, "10000:e1:00.0", NULL});
	ck_assert_str_eq(sriov_iommu_group_get_type(group), "DMA-FQ");
	ck_assert(!sriov_iommu_group_is_viable(group));
	ck_assert_ptr_nonnull(
		strstr(sriov_iommu_group_get_obstacle(group), "10000:e1:00.0 is on nvme"));
	group = sriov_host_get_group(host, 12);
	expect_addresses(sriov_iommu_group_get_devices(group), (const char *const[]) {VF1, NULL});
	ck_assert(!sriov_iommu_group_is_viable(group));
	ck_assert_ptr_nonnull(strstr(sriov_iommu_group_get_obstacle(group), "platform.0 is on"));
	group = sriov_host_get_group(host, 20);
	expect_addresses(sriov_iommu_group_get_devices(group),
			 (const char *const[]) {"0000:02:00.0", NULL});
	ck_assert_ptr_nonnull(strstr(sriov_iommu_group_get_obstacle(group), "cannot be told"));
	fake_remove(fake, "sys/kernel/iommu_groups/12/devices/platform.0");
	read_host();
	ck_assert(sriov_iommu_group_is_viable(sriov_host_get_group(host, 12)));
}
END_TEST

/* One that came between the listing and its group counts, though it is not among the devices. */
START_TEST(a_member_that_came_later_counts)
{
	fake_make_directory(fake, "sys/kernel/iommu_groups/12/devices/0000:05:00.0");
	fake_link(fake, "../../../bus/pci/drivers/late",
		  "sys/kernel/iommu_groups/12/devices/0000:05:00.0/driver");
	read_host();
	ck_assert_ptr_null(sriov_host_get_device(host, "0000:05:00.0"));
	ck_assert_ptr_nonnull(strstr(sriov_iommu_group_get_obstacle(sriov_host_get_group(host, 12)),
				     "0000:05:00.0 is on late"));
}
END_TEST

START_TEST(keeps_what_is_broken)
{
	const struct sriov_vf_list *vfs;
	struct sriov_pf *pf;

	fake_set(fake, VF1, "modalias", "nonsense\n");
	fake_set(fake, "0000:02:00.0", "sriov_totalvfs", "many\n");
	fake_set(fake, "0000:00:1c.0", "modalias", "nonsense\n");
	read_host();
	expect_consistent();
	ck_assert_uint_eq(sriov_device_list_get_count(sriov_host_get_devices(host)), 6);
	vfs = sriov_host_get_vfs(host, sriov_host_get_pf(host, PF));
	ck_assert_uint_eq(sriov_vf_list_get_count(vfs), 2);
	ck_assert_ptr_null(sriov_vf_get_error(sriov_vf_list_get(vfs, 0)));
	ck_assert_int_eq(sriov_error_get_code(sriov_vf_get_error(sriov_vf_list_get(vfs, 1))),
			 SRIOV_CODE_MALFORMED);
	ck_assert_ptr_eq(sriov_host_get_vf(host, VF1), sriov_vf_list_get(vfs, 1));
	pf = sriov_host_get_pf(host, "02:00.0");
	ck_assert_int_eq(sriov_error_get_code(sriov_pf_get_error(pf)), SRIOV_CODE_MALFORMED);
	ck_assert_uint_eq(sriov_vf_list_get_count(sriov_host_get_vfs(host, pf)), 0);
	ck_assert_int_eq(sriov_error_get_code(
				 sriov_device_get_error(sriov_host_get_device(host, "00:1c.0"))),
			 SRIOV_CODE_MALFORMED);
}
END_TEST

/* A VF that the bus did not list is read, twice linked or not, and is in its place. */
START_TEST(vfs_that_came_later)
{
	const struct sriov_vf_list *vfs;

	fake_link(fake, "../0000:01:10.1", "sys/bus/pci/devices/" PF "/virtfn2");
	fake_link(fake, "../0000:01:10.1", "sys/bus/pci/devices/" PF "/virtfn3");
	fake_link(fake, "../nowhere", "sys/bus/pci/devices/" PF "/virtfn4");
	read_host();
	expect_addresses(sriov_host_get_devices(host),
			 (const char *const[]) {"0000:00:1c.0", PF, VF0, "0000:01:10.1", VF1,
						"0000:02:00.0", "10000:e1:00.0", NULL});
	vfs = sriov_host_get_vfs(host, sriov_host_get_pf(host, PF));
	ck_assert_uint_eq(sriov_vf_list_get_count(vfs), 5);
	ck_assert_uint_eq(sriov_pf_get_vf_count(sriov_host_get_pf(host, PF)), 5);
	expect_same(sriov_vf_get_device(sriov_vf_list_get(vfs, 2)));
	ck_assert_int_eq(sriov_error_get_code(sriov_vf_get_error(sriov_vf_list_get(vfs, 2))),
			 SRIOV_CODE_GONE);
	ck_assert_ptr_eq(sriov_vf_get_device(sriov_vf_list_get(vfs, 3)),
			 sriov_vf_get_device(sriov_vf_list_get(vfs, 2)));
	ck_assert_ptr_null(sriov_vf_get_device(sriov_vf_list_get(vfs, 4)));
	ck_assert_int_eq(sriov_error_get_code(sriov_vf_get_error(sriov_vf_list_get(vfs, 4))),
			 SRIOV_CODE_MALFORMED);
	ck_assert_int_eq(sriov_error_get_vf_index(sriov_vf_get_error(sriov_vf_list_get(vfs, 4))),
			 4);
}
END_TEST

/* The same devices as the list of them, which is asked anew. */
static void expect_as_listed(const struct sriov_device_filter *filter, size_t count)
{
	struct sriov_device_list *ours, *listed;

	expect_success(sriov_host_list_devices(host, filter, &ours, &error), error);
	expect_success(sriov_device_list(context, filter, &listed, &error), error);
	ck_assert_uint_eq(sriov_device_list_get_count(ours), count);
	ck_assert_uint_eq(sriov_device_list_get_count(listed), count);
	for (size_t i = 0; i < count; i++) {
		ck_assert_str_eq(sriov_device_get_address(sriov_device_list_get(ours, i)),
				 sriov_device_get_address(sriov_device_list_get(listed, i)));
		expect_same(sriov_device_list_get(ours, i));
	}
	sriov_device_list_unref(ours);
	sriov_device_list_unref(listed);
}

START_TEST(filters_as_the_list_does)
{
	const size_t counts[] = {6, 2, 2, 0};
	struct sriov_device_filter *filter;

	read_host();
	expect_as_listed(NULL, 6);
	expect_success(sriov_device_filter_new(&filter, &error), error);
	for (int function = 0; function < 4; function++) {
		expect_success(sriov_device_filter_set_function(
				       filter, (enum sriov_function)function, &error),
			       error);
		expect_as_listed(filter, counts[function]);
	}
	fake_set_driver(fake, VF0, NULL);
	read_host();
	expect_as_listed(filter, 1);
	sriov_device_filter_set_vendor_id(filter, 0x1b36, NULL);
	expect_as_listed(filter, 0);
	sriov_device_filter_unref(filter);
}
END_TEST

START_TEST(outlives_its_context_and_its_parts_outlive_it)
{
	struct sriov_vf *vf;

	read_host();
	sriov_context_unref(context);
	context = NULL;
	vf = sriov_vf_ref(sriov_host_get_vf(host, VF0));
	sriov_host_unref(sriov_host_ref(host));
	sriov_host_unref(host);
	host = NULL;
	ck_assert_str_eq(sriov_pf_get_interface(sriov_vf_get_pf(vf)), "em1");
	sriov_vf_unref(vf);
}
END_TEST

START_TEST(may_be_empty)
{
	sriov_context_unref(context);
	fake_free(fake);
	fake = fake_new();
	context = fake_open_context(fake);
	read_host();
	ck_assert_ptr_nonnull(sriov_host_get_devices(host));
	ck_assert_uint_eq(sriov_device_list_get_count(sriov_host_get_devices(host)), 0);
	ck_assert_uint_eq(sriov_pf_list_get_count(sriov_host_get_pfs(host)), 0);
	ck_assert_uint_eq(sriov_iommu_group_list_get_count(sriov_host_get_groups(host)), 0);
	ck_assert_ptr_null(sriov_host_get_device(host, PF));
}
END_TEST

START_TEST(no_bus_at_all)
{
	fake_remove(fake, "sys/bus/pci");
	expect_failure(sriov_host_read(context, &host, &error), SRIOV_CODE_NOT_FOUND, error,
		       "no PCI bus");
	ck_assert_ptr_null(host);
}
END_TEST

START_TEST(refuses_null)
{
	struct sriov_device_list *list = (struct sriov_device_list *)context;

	expect_failure(sriov_host_read(NULL, &host, &error), SRIOV_CODE_INVALID, error,
		       "context is NULL");
	expect_failure(sriov_host_read(context, NULL, &error), SRIOV_CODE_INVALID, error,
		       "host is NULL");
	expect_failure(sriov_host_list_devices(NULL, NULL, &list, &error), SRIOV_CODE_INVALID,
		       error, "host is NULL");
	ck_assert_ptr_null(list);
	read_host();
	expect_failure(sriov_host_list_devices(host, NULL, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	ck_assert_ptr_null(sriov_host_get_vfs(host, NULL));
	ck_assert_ptr_null(sriov_host_get_device(host, NULL));
	ck_assert_ptr_null(sriov_host_get_pf(host, NULL));
	ck_assert_ptr_null(sriov_host_get_vf(host, NULL));
	ck_assert_ptr_null(sriov_host_get_devices(NULL));
	ck_assert_ptr_null(sriov_host_get_pfs(NULL));
	ck_assert_ptr_null(sriov_host_get_vfs(NULL, sriov_host_get_pf(host, PF)));
	ck_assert_ptr_null(sriov_host_get_groups(NULL));
	ck_assert_ptr_null(sriov_host_get_device(NULL, PF));
	ck_assert_ptr_null(sriov_host_get_pf(NULL, PF));
	ck_assert_ptr_null(sriov_host_get_vf(NULL, VF0));
	ck_assert_ptr_null(sriov_host_get_group(NULL, 10));
	ck_assert_uint_eq(sriov_iommu_group_list_get_count(NULL), 0);
	ck_assert_ptr_null(sriov_iommu_group_list_get(NULL, 0));
}
END_TEST

UNIT_SUITE_WITH("host", set_up, tear_down, holds_everything, finds_by_name,
		groups_have_their_members, a_member_that_came_later_counts, keeps_what_is_broken,
		vfs_that_came_later, filters_as_the_list_does,
		outlives_its_context_and_its_parts_outlive_it, may_be_empty, no_bus_at_all,
		refuses_null)
