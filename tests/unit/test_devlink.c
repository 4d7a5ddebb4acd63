/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * devlink: messages taken apart, names of ports, and a made-up card whose driver has no devlink.
 * What real ports look like is tested on the test host.
 */
#include "unit.h"

#include <linux/devlink.h>
#include <netlink/attr.h>
#include <netlink/genl/genl.h>
#include <netlink/msg.h>

#include "base/common.h"
#include "kernel/devlink_message.h"
#include "object/netdev/port_name.h"

#define PF "0000:01:00.0"

static const struct devlink_handle handle = {"pci", PF};

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 2);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void tear_down(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

/* --- Messages --------------------------------------------------------------------------------- */

static struct nl_msg *make(void)
{
	struct nl_msg *message = devlink_message_make(20, DEVLINK_CMD_PORT_NEW, &handle);

	ck_assert_ptr_nonnull(message);
	return message;
}

START_TEST(eswitch_message)
{
	struct nl_msg *message = make();
	struct devlink_eswitch facts;

	expect_success(devlink_message_read_eswitch(nlmsg_hdr(message), &facts, &error), error);
	ck_assert_int_eq(facts.mode, -1);
	ck_assert_int_eq(facts.inline_mode, -1);
	ck_assert_int_eq(facts.encapsulation, -1);
	nla_put_u16(message, DEVLINK_ATTR_ESWITCH_MODE, 1);
	nla_put_u8(message, DEVLINK_ATTR_ESWITCH_INLINE_MODE, 3);
	nla_put_u8(message, DEVLINK_ATTR_ESWITCH_ENCAP_MODE, 0);
	expect_success(devlink_message_read_eswitch(nlmsg_hdr(message), &facts, &error), error);
	ck_assert_int_eq(facts.mode, 1);
	ck_assert_int_eq(facts.inline_mode, 3);
	ck_assert_int_eq(facts.encapsulation, 0);
	nlmsg_free(message);
}
END_TEST

START_TEST(port_message)
{
	struct nl_msg *message = make();
	struct devlink_port port;
	bool belongs;

	expect_failure(devlink_message_read_port(nlmsg_hdr(message), &handle, &port, &belongs,
						 &error),
		       SRIOV_CODE_MALFORMED, error, "without an index");
	nla_put_u32(message, DEVLINK_ATTR_PORT_INDEX, 0x8003);
	nla_put_u16(message, DEVLINK_ATTR_PORT_TYPE, DEVLINK_PORT_TYPE_ETH);
	nla_put_u16(message, DEVLINK_ATTR_PORT_FLAVOUR, DEVLINK_PORT_FLAVOUR_PCI_VF);
	nla_put_u32(message, DEVLINK_ATTR_PORT_CONTROLLER_NUMBER, 1);
	nla_put_u16(message, DEVLINK_ATTR_PORT_PCI_PF_NUMBER, 0);
	nla_put_u16(message, DEVLINK_ATTR_PORT_PCI_VF_NUMBER, 3);
	nla_put_u8(message, DEVLINK_ATTR_PORT_EXTERNAL, 1);
	nla_put_u32(message, DEVLINK_ATTR_PORT_NETDEV_IFINDEX, 42);
	nla_put_string(message, DEVLINK_ATTR_PORT_NETDEV_NAME, "em1_3");
	nla_put_string(message, DEVLINK_ATTR_PORT_IBDEV_NAME, "mlx5_3");
	expect_success(devlink_message_read_port(nlmsg_hdr(message), &handle, &port, &belongs,
						 &error),
		       error);
	ck_assert(belongs);
	ck_assert_uint_eq(port.index, 0x8003);
	ck_assert_int_eq(port.type, SRIOV_DEVLINK_PORT_TYPE_ETHERNET);
	ck_assert_int_eq(port.flavour, SRIOV_DEVLINK_PORT_FLAVOUR_VF);
	ck_assert_int_eq(port.controller, 1);
	ck_assert_int_eq(port.pf, 0);
	ck_assert_int_eq(port.vf, 3);
	ck_assert_int_eq(port.sf, -1);
	ck_assert_int_eq(port.number, -1);
	ck_assert(port.external);
	ck_assert_int_eq(port.netdev_index, 42);
	ck_assert_str_eq(port.netdev_name, "em1_3");
	ck_assert_str_eq(port.ibdev_name, "mlx5_3");
	nlmsg_free(message);
}
END_TEST

/* Older kernels list all of the host. */
START_TEST(port_of_another)
{
	const struct devlink_handle other = {"pci", "0000:02:00.0"};
	struct nl_msg *message = make();
	struct devlink_port port;
	bool belongs = true;

	nla_put_u32(message, DEVLINK_ATTR_PORT_INDEX, 0);
	expect_success(devlink_message_read_port(nlmsg_hdr(message), &other, &port, &belongs,
						 &error),
		       error);
	ck_assert(!belongs);
	nlmsg_free(message);
}
END_TEST

static void add_version(struct nl_msg *message, int type, const char *name, const char *value)
{
	struct nlattr *nest = nla_nest_start(message, type);

	if (name)
		nla_put_string(message, DEVLINK_ATTR_INFO_VERSION_NAME, name);
	nla_put_string(message, DEVLINK_ATTR_INFO_VERSION_VALUE, value);
	nla_nest_end(message, nest);
}

START_TEST(info_message)
{
	struct nl_msg *message = make();
	struct devlink_info info;

	nla_put_string(message, DEVLINK_ATTR_INFO_DRIVER_NAME, "mlx5_core");
	nla_put_string(message, DEVLINK_ATTR_INFO_SERIAL_NUMBER, "MT1234X56789");
	add_version(message, DEVLINK_ATTR_INFO_VERSION_FIXED, "board.id", "MT_1");
	add_version(message, DEVLINK_ATTR_INFO_VERSION_RUNNING, "fw", "16.35");
	add_version(message, DEVLINK_ATTR_INFO_VERSION_RUNNING, NULL, "of nothing");
	add_version(message, DEVLINK_ATTR_INFO_VERSION_STORED, "fw", "16.36");
	expect_success(devlink_message_read_info(nlmsg_hdr(message), &info, &error), error);
	ck_assert_str_eq(info.driver, "mlx5_core");
	ck_assert_str_eq(info.serial_number, "MT1234X56789");
	ck_assert_ptr_null(info.board_serial_number);
	ck_assert_uint_eq(info.version_count, 3);
	ck_assert_int_eq(info.versions[0].kind, DEVLINK_VERSION_FIXED);
	ck_assert_str_eq(info.versions[0].name, "board.id");
	ck_assert_int_eq(info.versions[2].kind, DEVLINK_VERSION_STORED);
	ck_assert_str_eq(info.versions[2].value, "16.36");
	devlink_info_clear(&info);
	nlmsg_free(message);
}
END_TEST

/* Shorter than its own header. */
START_TEST(no_message)
{
	struct nl_msg *message = make();
	struct devlink_eswitch facts;
	struct devlink_info info;

	nlmsg_hdr(message)->nlmsg_len = NLMSG_HDRLEN;
	expect_failure(devlink_message_read_eswitch(nlmsg_hdr(message), &facts, &error),
		       SRIOV_CODE_MALFORMED, error, "not understood");
	expect_failure(devlink_message_read_info(nlmsg_hdr(message), &info, &error),
		       SRIOV_CODE_MALFORMED, error, "not understood");
	devlink_info_clear(&info);
	nlmsg_free(message);
}
END_TEST

/* --- Names of ports --------------------------------------------------------------------------- */

START_TEST(port_names)
{
	static const struct {
		const char *text;
		struct port_name name;
	} names[] = {
		{"pf0vf3", {-1, 0, 3}}, {"c1pf0vf3", {1, 0, 3}}, {"pf12vfr345", {-1, 12, 345}},
		{"vf3", {-1, -1, 3}},	{"3", {-1, -1, 3}},
	};
	static const char *const others[] = {
		"",	   "p0",   "pf0",   "c1pf0",   "pf0sf8",    "pf0vf", "vf",    "3x",
		"pf0vf3s", "vf-1", "c1vf3", "cpf0vf3", "vf1234567", "p0s1",  "pfvf3", "vfrvf3",
	};
	struct port_name name;

	for (size_t i = 0; i < ARRAY_SIZE(names); i++) {
		ck_assert_msg(port_name_parse(names[i].text, &name), "%s", names[i].text);
		ck_assert_int_eq(name.controller, names[i].name.controller);
		ck_assert_int_eq(name.pf, names[i].name.pf);
		ck_assert_int_eq(name.vf, names[i].name.vf);
	}
	for (size_t i = 0; i < ARRAY_SIZE(others); i++)
		ck_assert_msg(!port_name_parse(others[i], &name), "%s", others[i]);
}
END_TEST

/* --- Without devlink -------------------------------------------------------------------------- */

static void expect_refusals(struct sriov_pf *of, enum sriov_code code, const char *words)
{
	struct sriov_device *device = sriov_pf_get_device(of);
	struct sriov_representor_list *representors = (void *)&error;
	struct sriov_devlink_port_list *ports = (void *)&error;
	struct sriov_devlink_info *info = (void *)&error;
	struct sriov_eswitch *eswitch = (void *)&error;

	expect_failure(sriov_pf_read_eswitch(of, &eswitch, &error), code, error, words);
	ck_assert_ptr_null(eswitch);
	expect_failure(sriov_pf_set_eswitch_mode(of, SRIOV_ESWITCH_MODE_SWITCHDEV, &error), code,
		       error, words);
	expect_failure(sriov_device_list_devlink_ports(device, &ports, &error), code, error, words);
	ck_assert_ptr_null(ports);
	expect_failure(sriov_device_read_devlink_info(device, &info, &error), code, error, words);
	ck_assert_ptr_null(info);
	expect_failure(sriov_pf_list_representors(of, &representors, &error), code, error, words);
	ck_assert_ptr_null(representors);
	ck_assert_int_eq(sriov_pf_list_representors(of, &representors, NULL), code);
}

START_TEST(no_devlink)
{
	struct sriov_netdev *netdev = (void *)&error;
	struct sriov_vf *vf;

	expect_refusals(pf, SRIOV_CODE_UNSUPPORTED, "devlink");
	expect_success(sriov_pf_open_vf(pf, 1, &vf, &error), error);
	expect_failure(sriov_vf_read_representor(vf, &netdev, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "em1 (" PF ", igb): its VFs have no representors");
	ck_assert_ptr_null(netdev);
	sriov_vf_unref(vf);
}
END_TEST

START_TEST(wrong_modes)
{
	static const int modes[] = {-1, 3, 1000, -2147483647};

	for (size_t i = 0; i < ARRAY_SIZE(modes); i++)
		expect_failure(sriov_pf_set_eswitch_mode(pf, (enum sriov_eswitch_mode)modes[i],
							 &error),
			       SRIOV_CODE_INVALID, error, "is no mode");
}
END_TEST

START_TEST(null_arguments)
{
	struct sriov_representor_list *representors;
	struct sriov_devlink_port_list *ports;
	struct sriov_devlink_info *info;
	struct sriov_eswitch *eswitch;
	struct sriov_netdev *netdev;

	expect_failure(sriov_pf_read_eswitch(NULL, &eswitch, &error), SRIOV_CODE_INVALID, error,
		       "pf is NULL");
	expect_failure(sriov_pf_read_eswitch(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "eswitch is NULL");
	expect_failure(sriov_pf_set_eswitch_mode(NULL, SRIOV_ESWITCH_MODE_LEGACY, &error),
		       SRIOV_CODE_INVALID, error, "pf is NULL");
	expect_failure(sriov_device_list_devlink_ports(NULL, &ports, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_device_list_devlink_ports(sriov_pf_get_device(pf), NULL, &error),
		       SRIOV_CODE_INVALID, error, "list is NULL");
	expect_failure(sriov_device_read_devlink_info(NULL, &info, &error), SRIOV_CODE_INVALID,
		       error, "device is NULL");
	expect_failure(sriov_device_read_devlink_info(sriov_pf_get_device(pf), NULL, &error),
		       SRIOV_CODE_INVALID, error, "info is NULL");
	expect_failure(sriov_pf_list_representors(NULL, &representors, &error), SRIOV_CODE_INVALID,
		       error, "pf is NULL");
	expect_failure(sriov_pf_list_representors(pf, NULL, &error), SRIOV_CODE_INVALID, error,
		       "list is NULL");
	expect_failure(sriov_vf_read_representor(NULL, &netdev, &error), SRIOV_CODE_INVALID, error,
		       "vf is NULL");
}
END_TEST

START_TEST(getters_of_nothing)
{
	ck_assert_int_eq(sriov_eswitch_get_mode(NULL), SRIOV_ESWITCH_MODE_UNKNOWN);
	ck_assert_int_eq(sriov_eswitch_get_inline_mode(NULL), SRIOV_ESWITCH_INLINE_MODE_UNKNOWN);
	ck_assert_int_eq(sriov_eswitch_get_encapsulation(NULL), SRIOV_SWITCH_UNKNOWN);
	ck_assert_int_eq(sriov_devlink_port_get_type(NULL), SRIOV_DEVLINK_PORT_TYPE_UNKNOWN);
	ck_assert_int_eq(sriov_devlink_port_get_flavour(NULL), SRIOV_DEVLINK_PORT_FLAVOUR_UNKNOWN);
	ck_assert_int_eq(sriov_devlink_port_get_vf_index(NULL), -1);
	ck_assert_ptr_null(sriov_devlink_port_get_netdev_name(NULL));
	ck_assert_uint_eq(sriov_devlink_info_get_version_count(NULL), 0);
	ck_assert_ptr_null(sriov_devlink_info_get_version_name(NULL, 0));
	ck_assert_int_eq(sriov_devlink_info_get_version_kind(NULL, 0),
			 SRIOV_DEVLINK_VERSION_KIND_UNKNOWN);
	ck_assert_ptr_null(sriov_representor_get_netdev(NULL));
	ck_assert_ptr_null(sriov_representor_get_error(NULL));
	ck_assert_uint_eq(sriov_representor_list_get_count(NULL), 0);
	sriov_eswitch_unref(NULL);
	sriov_devlink_info_unref(NULL);
	sriov_representor_list_unref(NULL);
}
END_TEST

UNIT_SUITE_WITH("devlink", set_up, tear_down, eswitch_message, port_message, port_of_another,
		info_message, no_message, port_names, no_devlink, wrong_modes, null_arguments,
		getters_of_nothing)
