/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Why devices share a group: ports, bridges and functions with and without ACS. */
#include "unit.h"

#include "object/iommu/sharing.h"

/* Types of PCI Express functions, as their register has them. */
enum {
	ENDPOINT = 0,
	ROOT = 4,
	UPSTREAM = 5,
	DOWNSTREAM = 6,
	TO_PCI = 7,
	CONVENTIONAL = -1
};

#define NO_ACS 0x10000

#define ROOT_PORT "0000:00:1c.0"
#define UP	  "0000:04:00.0"
#define DOWN	  "0000:05:01.0"
#define CARD	  "0000:06:00.0"
#define TWIN	  "0000:06:00.1"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_iommu_group *group;
static struct sriov_sharing_reason_list *list;
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	context = fake_open_context(fake);
}

static void tear_down(void)
{
	sriov_sharing_reason_list_unref(list);
	sriov_iommu_group_unref(group);
	sriov_context_unref(context);
	fake_free(fake);
}

/* What a function says of itself; of its ACS all services are there and these are on. */
static void describe(const char *address, int type, unsigned int acs, bool multifunction)
{
	uint8_t bytes[FAKE_CONFIG_SIZE] = {
		[0x06] = type == CONVENTIONAL ? 0 : 0x10,
		[0x0e] = multifunction ? 0x80 : 0,
		[0x34] = 0x40,
		[0x40] = 0x10,
		[0x42] = (uint8_t)(type == CONVENTIONAL ? 0 : type << 4 | 2),
	};

	if (acs != NO_ACS) {
		bytes[0x100] = 0x0d;
		bytes[0x102] = 0x01;
		bytes[0x104] = 0x1f;
		bytes[0x106] = (uint8_t)acs;
	}
	fake_set_config(fake, address, bytes, type == CONVENTIONAL ? 256 : sizeof(bytes));
	fake_set_group(fake, address, 1);
}

static void add(const char *address, const char *above, int type, unsigned int acs,
		bool multifunction)
{
	const struct fake_model *model = type == ENDPOINT ? &fake_82576 : &fake_root_port;

	if (above)
		fake_add_device_behind(fake, address, above, model);
	else
		fake_add_device(fake, address, model);
	describe(address, type, acs, multifunction);
}

static void look(size_t count)
{
	expect_success(sriov_iommu_group_open(context, 1, &group, &error), error);
	expect_success(sriov_iommu_group_list_sharing_reasons(group, &list, &error), error);
	ck_assert_uint_eq(sriov_sharing_reason_list_get_count(list), count);
}

/* The devices in one text. */
static void expect_reason(size_t position, enum sriov_sharing_cause cause, const char *culprit,
			  const char *devices, const char *words)
{
	const struct sriov_sharing_reason *reason = sriov_sharing_reason_list_get(list, position);
	const struct sriov_string_list *members = sriov_sharing_reason_get_devices(reason);
	char text[256] = "";

	for (size_t i = 0; i < sriov_string_list_get_count(members); i++) {
		strcat(text, i ? " " : "");
		strcat(text, sriov_string_list_get(members, i));
	}
	ck_assert_int_eq(sriov_sharing_reason_get_cause(reason), cause);
	if (culprit)
		ck_assert_str_eq(sriov_sharing_reason_get_device(reason), culprit);
	else
		ck_assert_ptr_null(sriov_sharing_reason_get_device(reason));
	ck_assert_str_eq(text, devices);
	ck_assert_msg(strstr(sriov_sharing_reason_get_message(reason), words),
		      "no \"%s\" in \"%s\"", words, sriov_sharing_reason_get_message(reason));
}

START_TEST(alone)
{
	add(ROOT_PORT, NULL, ROOT, NO_ACS, false);
	look(0);
}
END_TEST

START_TEST(a_port_without_acs)
{
	add(ROOT_PORT, NULL, ROOT, NO_ACS, false);
	add(CARD, ROOT_PORT, ENDPOINT, NO_ACS, false);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS, ROOT_PORT, ROOT_PORT " " CARD,
		      "the port " ROOT_PORT " has no ACS");
}
END_TEST

START_TEST(a_port_whose_acs_is_off)
{
	add(ROOT_PORT, NULL, ROOT, 0x0d, false);
	add(CARD, ROOT_PORT, ENDPOINT, NO_ACS, false);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS, ROOT_PORT, ROOT_PORT " " CARD,
		      "are off: Upstream Forwarding;");
}
END_TEST

/* Each port that does not isolate is named: it does not help to change one of them only. */
START_TEST(a_switch)
{
	add(ROOT_PORT, NULL, ROOT, NO_ACS, false);
	add(UP, ROOT_PORT, UPSTREAM, NO_ACS, false);
	add("0000:05:00.0", UP, DOWNSTREAM, 0x1d, false);
	add(DOWN, UP, DOWNSTREAM, NO_ACS, false);
	add(CARD, DOWN, ENDPOINT, NO_ACS, false);
	look(2);
	expect_reason(0, SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS, ROOT_PORT,
		      ROOT_PORT " " UP " 0000:05:00.0 " DOWN " " CARD, ROOT_PORT);
	expect_reason(1, SRIOV_SHARING_CAUSE_PORT_WITHOUT_ACS, DOWN, DOWN " " CARD, DOWN);
}
END_TEST

START_TEST(functions)
{
	add(ROOT_PORT, NULL, ROOT, 0x1d, false);
	fake_set_group(fake, ROOT_PORT, 2);
	add(CARD, ROOT_PORT, ENDPOINT, NO_ACS, true);
	add(TWIN, ROOT_PORT, ENDPOINT, NO_ACS, true);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_FUNCTIONS_WITHOUT_ACS, CARD, CARD " " TWIN,
		      CARD ", " TWIN " are functions of one device");
}
END_TEST

/* Of two in one group, one has ACS: then it is not what makes them share. */
START_TEST(functions_of_which_one_isolates)
{
	add(CARD, NULL, ENDPOINT, 0x1d, true);
	add(TWIN, NULL, ENDPOINT, NO_ACS, true);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_UNKNOWN, NULL, CARD " " TWIN, "configuration spaces");
}
END_TEST

START_TEST(a_bridge_to_conventional_pci)
{
	add(ROOT_PORT, NULL, ROOT, 0x1d, false);
	fake_set_group(fake, ROOT_PORT, 2);
	add(UP, ROOT_PORT, TO_PCI, NO_ACS, false);
	add("0000:05:01.0", UP, CONVENTIONAL, NO_ACS, false);
	add("0000:05:02.0", UP, CONVENTIONAL, NO_ACS, false);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_CONVENTIONAL_BRIDGE, UP,
		      UP " 0000:05:01.0 0000:05:02.0", UP " is a bridge to conventional PCI");
}
END_TEST

START_TEST(a_conventional_bridge)
{
	add("0000:00:1e.0", NULL, CONVENTIONAL, NO_ACS, false);
	add("0000:05:01.0", "0000:00:1e.0", CONVENTIONAL, NO_ACS, false);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_CONVENTIONAL_BRIDGE, "0000:00:1e.0",
		      "0000:00:1e.0 0000:05:01.0", "0000:00:1e.0");
}
END_TEST

/* The kernel knows some ports to isolate although they do not say so: they are in no such group. */
START_TEST(a_port_that_is_no_member)
{
	add(ROOT_PORT, NULL, ROOT, NO_ACS, false);
	fake_set_group(fake, ROOT_PORT, 2);
	add(CARD, ROOT_PORT, ENDPOINT, NO_ACS, true);
	add(TWIN, ROOT_PORT, ENDPOINT, NO_ACS, true);
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_FUNCTIONS_WITHOUT_ACS, CARD, CARD " " TWIN, CARD);
}
END_TEST

START_TEST(a_member_of_another_bus)
{
	add(CARD, NULL, ENDPOINT, NO_ACS, false);
	fake_make_directory(fake, "sys/devices/platform/arm-dma.0");
	fake_link(fake, "../../../../devices/platform/arm-dma.0",
		  "sys/kernel/iommu_groups/1/devices/arm-dma.0");
	look(1);
	expect_reason(0, SRIOV_SHARING_CAUSE_UNKNOWN, NULL, CARD " arm-dma.0", "arm-dma.0");
}
END_TEST

static void expect_refusal(enum sriov_code code, const char *words)
{
	list = (struct sriov_sharing_reason_list *)group;
	expect_failure(sriov_iommu_group_list_sharing_reasons(group, &list, &error), code, error,
		       words);
	ck_assert_ptr_null(list);
}

START_TEST(what_cannot_be_read_is_said)
{
	add(ROOT_PORT, NULL, ROOT, NO_ACS, false);
	add(CARD, ROOT_PORT, ENDPOINT, NO_ACS, false);
	expect_success(sriov_iommu_group_open(context, 1, &group, &error), error);
	fake_set_config(fake, CARD, fake_82576_config, 64);
	expect_refusal(SRIOV_CODE_FORBIDDEN, CARD);
	fake_remove(fake, "sys/bus/pci/devices/" CARD "/config");
	expect_refusal(SRIOV_CODE_GONE, CARD " was removed");
	fake_remove_device(fake, CARD);
	expect_refusal(SRIOV_CODE_GONE, CARD " was removed");
	expect_failure(sriov_iommu_group_list_sharing_reasons(NULL, &list, &error),
		       SRIOV_CODE_INVALID, error, "group is NULL");
	expect_failure(sriov_iommu_group_list_sharing_reasons(group, NULL, &error),
		       SRIOV_CODE_INVALID, error, "list is NULL");
	ck_assert_int_eq(sriov_sharing_reason_get_cause(NULL), SRIOV_SHARING_CAUSE_UNKNOWN);
	ck_assert_ptr_null(sriov_sharing_reason_get_device(NULL));
	ck_assert_ptr_null(sriov_sharing_reason_get_devices(NULL));
	ck_assert_ptr_null(sriov_sharing_reason_get_message(NULL));
}
END_TEST

START_TEST(places)
{
	static const struct {
		const char *target, *above[3];
	} cases[] = {
		{"../../../devices/pci0000:00/0000:00:02.0", {NULL}},
		{"../../../devices/pci0000:00/0000:00:1c.0/0000:04:00.0", {"0000:00:1c.0"}},
		{"../../../devices/pci0000:00/0000:00:1c.0/0000:04:00.0/0000:05:00.0/0000:06:00.0",
		 {"0000:00:1c.0", "0000:04:00.0", "0000:05:00.0"}},
		/* Behind Intel's VMD, and behind the host bridge of a platform device. */
		{"../../../devices/pci0000:00/0000:00:0e.0/pci10000:e0/10000:e0:06.0/10000:e1:00.0",
		 {"10000:e0:06.0"}},
		{"../../../devices/platform/40000000.pcie/pci0000:00/0000:00:00.0/0000:01:00.0",
		 {"0000:00:00.0"}},
		{"nonsense", {NULL}},
	};
	struct sriov_string_list *above;

	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
		size_t count = 0;

		above = string_list_new();
		ck_assert(sharing_parse_place(cases[i].target, above));
		while (count < 3 && cases[i].above[count]) {
			ck_assert_str_eq(sriov_string_list_get(above, count),
					 cases[i].above[count]);
			count++;
		}
		ck_assert_uint_eq(sriov_string_list_get_count(above), count);
		sriov_string_list_unref(above);
	}
}
END_TEST

UNIT_SUITE_WITH("sharing", set_up, tear_down, alone, a_port_without_acs, a_port_whose_acs_is_off,
		a_switch, functions, functions_of_which_one_isolates, a_bridge_to_conventional_pci,
		a_conventional_bridge, a_port_that_is_no_member, a_member_of_another_bus,
		what_cannot_be_read_is_said, places)
