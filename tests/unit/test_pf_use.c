/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The default route through made-up cards, whose interfaces the kernel has too where it can. */
#include "unit.h"

#include "object/use/device_path.h"
#include "object/use/interface_graph.h"
#include "real_link.h"

#define PF	"0000:01:00.0"
#define SECOND	"0000:02:00.0"
#define MAC	"52:54:00:00:00:77"
#define MAIN	254
#define INDEX	77
#define VF_NAME "enp1s16f2"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf, *second;
static struct sriov_pf_use *use;
static struct sriov_error *error;

static void begin(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 2);
	fake_add_82576(fake, SECOND, "em2", 0);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	expect_success(sriov_pf_open(context, SECOND, &second, &error), error);
}

static void end(void)
{
	real_link_clean();
	sriov_pf_use_unref(use);
	sriov_pf_unref(second);
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

/* The kernel gets interfaces of the same names and indexes. */
static bool make_real(void)
{
	fake_write(fake, "77\n", "sys/class/net/em1/ifindex");
	fake_write(fake, "78\n", "sys/class/net/em2/ifindex");
	return real_link_make_member("em1", INDEX, MAC) && real_link_make_member("em2", 78, MAC);
}

static const struct sriov_pf_use_reason *read_one(const struct sriov_pf *of)
{
	sriov_pf_use_unref(use);
	expect_success(sriov_pf_read_use(of, &use, &error), error);
	ck_assert(sriov_pf_use_is_complete(use));
	ck_assert_uint_le(sriov_pf_use_reason_list_get_count(sriov_pf_use_get_reasons(use)), 1);
	return sriov_pf_use_reason_list_get(sriov_pf_use_get_reasons(use), 0);
}

START_TEST(a_card)
{
	const struct sriov_pf_use_reason *reason;

	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	ck_assert_ptr_null(read_one(pf));
	ck_assert(!sriov_pf_use_is_vital(use));
	ck_assert_ptr_eq(sriov_pf_use_get_pf(use), pf);
	real_link_lead_out(INDEX, MAIN);
	reason = read_one(pf);
	ck_assert(sriov_pf_use_is_vital(use));
	ck_assert_int_eq(sriov_pf_use_reason_get_kind(reason), SRIOV_PF_USE_KIND_DEFAULT_ROUTE);
	ck_assert_str_eq(sriov_pf_use_reason_get_message(reason),
			 "the default route goes through em1");
	ck_assert_str_eq(sriov_pf_use_get_description(use),
			 "em1 (" PF ", igb) is vital: the default route goes through em1");
	ck_assert_str_eq(sriov_string_list_get(sriov_pf_use_reason_get_chain(reason), 0), "em1");
	ck_assert_ptr_null(sriov_pf_use_reason_get_gateway(reason));
	ck_assert_ptr_null(sriov_pf_use_reason_get_mount_point(reason));
	ck_assert_int_eq(sriov_pf_use_reason_get_vf_index(reason), -1);
	ck_assert_ptr_null(read_one(second));
}
END_TEST

START_TEST(of_another_table)
{
	UNIT_NEEDS(make_real(), UNIT_NAMESPACE);
	real_link_lead_out(INDEX, 1000);
	ck_assert_str_eq(sriov_pf_use_reason_get_message(read_one(pf)),
			 "the default route of table 1000 goes through em1");
}
END_TEST

START_TEST(a_bridge_over_two)
{
	UNIT_NEEDS(make_real() && real_link_make("br7", 707, MAC) &&
			   real_link_set_master(INDEX, 707) && real_link_set_master(78, 707),
		   UNIT_NAMESPACE);
	real_link_lead_out(707, MAIN);
	ck_assert_str_eq(sriov_pf_use_reason_get_message(read_one(pf)),
			 "the default route goes through br7, over em1");
	ck_assert_str_eq(sriov_pf_use_reason_get_message(read_one(second)),
			 "the default route goes through br7, over em2");
}
END_TEST

/* Not told by netlink, but by sysfs. */
START_TEST(what_only_sysfs_tells)
{
	UNIT_NEEDS(make_real() && real_link_make("odd7", 707, MAC), UNIT_NAMESPACE);
	real_link_lead_out(707, MAIN);
	ck_assert_ptr_null(read_one(pf));
	fake_add_virtual_interface(fake, "odd7", 707);
	fake_link(fake, "../em1", "sys/class/net/odd7/lower_em1");
	ck_assert_str_eq(sriov_pf_use_reason_get_message(read_one(pf)),
			 "the default route goes through odd7, over em1");
}
END_TEST

START_TEST(through_a_vf)
{
	const struct sriov_pf_use_reason *reason;

	fake_add_interface(fake, "0000:01:10.2", VF_NAME, 79);
	UNIT_NEEDS(make_real() && real_link_make(VF_NAME, 79, MAC), UNIT_NAMESPACE);
	real_link_lead_out(79, MAIN);
	reason = read_one(pf);
	ck_assert_str_eq(sriov_pf_use_reason_get_message(reason),
			 "the default route goes through " VF_NAME ", which is VF 1");
	ck_assert_int_eq(sriov_pf_use_reason_get_vf_index(reason), 1);
	ck_assert_ptr_null(read_one(second));
}
END_TEST

/* The kernel has an interface of that name, but it is another one. */
START_TEST(elsewhere)
{
	const struct sriov_pf_use_reason *reason;

	expect_success(sriov_pf_read_use(pf, &use, &error), error);
	ck_assert(!sriov_pf_use_is_vital(use) && !sriov_pf_use_is_complete(use));
	ck_assert_ptr_nonnull(strstr(sriov_pf_use_get_description(use),
				     "as far as can be seen: em1 is not in the network namespace "
				     "of this process"));
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1");
	reason = read_one(pf);
	ck_assert_int_eq(sriov_pf_use_reason_get_kind(reason), SRIOV_PF_USE_KIND_OTHER_NAMESPACE);
	ck_assert_uint_eq(sriov_string_list_get_count(sriov_pf_use_reason_get_chain(reason)), 0);
	ck_assert_ptr_nonnull(strstr(sriov_pf_use_get_description(use),
				     "its interface is in another network namespace"));
	UNIT_NEEDS(real_link_make("em2", 78, MAC), UNIT_NAMESPACE);
	real_link_lead_out(78, MAIN);
	sriov_pf_use_unref(use);
	expect_success(sriov_pf_read_use(second, &use, &error), error);
	ck_assert(!sriov_pf_use_is_vital(use) && !sriov_pf_use_is_complete(use));
}
END_TEST

START_TEST(what_is_no_question)
{
	expect_failure(sriov_pf_read_use(NULL, &use, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_use(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "use is NULL");
	fake_remove_device(fake, PF);
	expect_failure(sriov_pf_read_use(pf, &use, &error), SRIOV_CODE_GONE, error, PF);
	ck_assert_ptr_null(use);
	ck_assert(!sriov_pf_use_is_vital(NULL) && !sriov_pf_use_is_complete(NULL));
	ck_assert_ptr_null(sriov_pf_use_get_pf(NULL));
	ck_assert_ptr_null(sriov_pf_use_get_description(NULL));
	ck_assert_uint_eq(sriov_pf_use_reason_list_get_count(sriov_pf_use_get_reasons(NULL)), 0);
	ck_assert_int_eq(sriov_pf_use_reason_get_kind(NULL), SRIOV_PF_USE_KIND_UNKNOWN);
	ck_assert_int_eq(sriov_pf_use_reason_get_vf_index(NULL), -1);
	ck_assert_ptr_null(sriov_pf_use_reason_get_chain(NULL));
	ck_assert_ptr_null(sriov_pf_use_reason_get_gateway(NULL));
	ck_assert_ptr_null(sriov_pf_use_reason_get_mount_point(NULL));
	ck_assert_ptr_null(sriov_pf_use_reason_get_message(NULL));
}
END_TEST

/* --- The ways down, of interfaces that no kernel needs to have -------------------------------- */

static const struct link_facts links[] = {
	{.index = 1, .name = "lo"},
	{.index = 2, .name = "em1", .master = 4},
	{.index = 3, .name = "em2", .master = 9, .master_kind = "openvswitch"},
	{.index = 4, .name = "bond0", .master = 5, .kind = "bond"},
	{.index = 5, .name = "br0", .kind = "bridge"},
	{.index = 6, .name = "br0.5", .lower = 5, .kind = "vlan"},
	{.index = 7, .name = "loop1", .lower = 8},
	{.index = 8, .name = "loop2", .lower = 7},
	{.index = 9, .name = "ovs-system", .kind = "openvswitch"},
	{.index = 10, .name = "br-ex", .kind = "openvswitch"},
};
#define COUNT (sizeof(links) / sizeof(links[0]))

/* The way from an interface down to the last that is reached, as words. */
static void expect_way(int index, const char *way)
{
	size_t order[COUNT], above[COUNT];
	bool is_reached[COUNT];
	struct link_facts copy[COUNT];
	struct interface_graph graph = {context, copy, COUNT, order, above, is_reached, 0};
	struct sriov_string_list *names;
	char text[128] = "";

	memcpy(copy, links, sizeof(links));
	expect_success(interface_graph_walk(&graph, index, &error), error);
	names = graph.reached ? interface_graph_chain(&graph, order[graph.reached - 1]) : NULL;
	for (size_t i = 0; i < sriov_string_list_get_count(names); i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%s", i ? " " : "",
			 sriov_string_list_get(names, i));
	ck_assert_str_eq(text, way);
	sriov_string_list_unref(names);
}

START_TEST(ways_down)
{
	expect_way(2, "em1");
	expect_way(6, "br0.5 br0 bond0 em1");
	expect_way(7, "loop1 loop2");
	expect_way(10, "br-ex em2");
	expect_way(99, "");
}
END_TEST

START_TEST(devices_of_paths)
{
	static const char *const paths[][2] = {
		{"../../devices/pci0000:00/0000:00:19.0/0000:03:00.0/nvme/nvme0/nvme0n1",
		 "0000:03:00.0"},
		{"../../devices/pci0000:00/0000:00:02.0/virtio1/net/eth0", "0000:00:02.0"},
		{"../../devices/pci0000:00/0000:00:0e.0/pci10000:e0/10000:e1:00.0/nvme",
		 "10000:e1:00.0"},
		{"../../devices/virtual/net/br0", ""},
		{"../../devices/platform/01:00.0/net/eth0", ""},
		{"", ""},
	};
	char address[ADDRESS_SIZE];

	for (size_t i = 0; i < sizeof(paths) / sizeof(paths[0]); i++) {
		device_path_take_address(paths[i][0], address);
		ck_assert_str_eq(address, paths[i][1]);
	}
}
END_TEST

UNIT_SUITE_WITH("pf_use", begin, end, a_card, of_another_table, a_bridge_over_two,
		what_only_sysfs_tells, through_a_vf, elsewhere, what_is_no_question, ways_down,
		devices_of_paths)
