/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is read of a device when it is asked for: each attribute, its absence and its nonsense. */
#include "unit.h"

#include "object/device/pcie_link.h"

#define CARD "0000:01:00.0"
#define NONE "0000:00:1f.2"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_device *device;
static struct sriov_device *bare; /* has none of these files */
static struct sriov_error *error;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	fake_add_attributes(fake, CARD);
	fake_add_device(fake, NONE, &fake_virtio_net);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	expect_success(sriov_device_open(context, NONE, &bare, &error), error);
}

static void tear_down(void)
{
	sriov_device_unref(device);
	sriov_device_unref(bare);
	sriov_context_unref(context);
	fake_free(fake);
}

/* Both NULL arguments of a reader are refused by name, and its result is cleared. */
#define EXPECT_NULL_REFUSED(function, result, name)                                                \
	do {                                                                                       \
		expect_failure(function(NULL, &(result), &error), SRIOV_CODE_INVALID, error,       \
			       "device is NULL");                                                  \
		expect_failure(function(device, NULL, &error), SRIOV_CODE_INVALID, error,          \
			       name " is NULL");                                                   \
	} while (0)

/* Three answers that are no value: not understood, not there, device gone. */
#define EXPECT_FAILURES(function, result, attribute, words)                                        \
	do {                                                                                       \
		fake_set(fake, CARD, attribute, "nonsense!\n");                                    \
		expect_failure(function(device, &(result), &error), SRIOV_CODE_MALFORMED, error,   \
			       "nonsense!");                                                       \
		expect_failure(function(bare, &(result), &error), SRIOV_CODE_UNSUPPORTED, error,   \
			       words);                                                             \
		fake_remove_device(fake, CARD);                                                    \
		expect_failure(function(device, &(result), &error), SRIOV_CODE_GONE, error, CARD); \
	} while (0)

START_TEST(revision)
{
	unsigned int value = 99;

	fake_set(fake, CARD, "revision", "0xa1\n");
	expect_success(sriov_device_read_revision(device, &value, &error), error);
	ck_assert_uint_eq(value, 0xa1);
	fake_set(fake, CARD, "revision", "0x100\n");
	expect_failure(sriov_device_read_revision(device, &value, &error), SRIOV_CODE_MALFORMED,
		       error, "0x100");
	ck_assert_uint_eq(value, 0);
	fake_remove(fake, "sys/bus/pci/devices/%s/revision", NONE);
	EXPECT_NULL_REFUSED(sriov_device_read_revision, value, "revision");
	EXPECT_FAILURES(sriov_device_read_revision, value, "revision", "4.10");
}
END_TEST

START_TEST(local_cpus)
{
	char *cpus;

	expect_success(sriov_device_read_local_cpus(device, &cpus, &error), error);
	ck_assert_str_eq(cpus, "0-1");
	free(cpus);
	fake_set(fake, CARD, "local_cpulist", "0-7,16-23,400\n");
	expect_success(sriov_device_read_local_cpus(device, &cpus, &error), error);
	ck_assert_str_eq(cpus, "0-7,16-23,400");
	free(cpus);
	fake_set(fake, CARD, "local_cpulist", "\n");
	expect_success(sriov_device_read_local_cpus(device, &cpus, &error), error);
	ck_assert_str_eq(cpus, "");
	free(cpus);
	EXPECT_NULL_REFUSED(sriov_device_read_local_cpus, cpus, "cpus");
	EXPECT_FAILURES(sriov_device_read_local_cpus, cpus, "local_cpulist", "does not tell");
	ck_assert_ptr_null(cpus);
}
END_TEST

/* A list of the greatest length that the kernel writes, and one that no kernel writes. */
START_TEST(local_cpus_of_a_page)
{
	char line[8192], *cpus;

	memset(line, '1', sizeof(line));
	line[4096] = '\0';
	fake_set(fake, CARD, "local_cpulist", line);
	expect_success(sriov_device_read_local_cpus(device, &cpus, &error), error);
	ck_assert_uint_eq(strlen(cpus), 4096);
	free(cpus);
	line[4096] = '1';
	line[sizeof(line) - 1] = '\0';
	fake_set(fake, CARD, "local_cpulist", line);
	expect_failure(sriov_device_read_local_cpus(device, &cpus, &error), SRIOV_CODE_MALFORMED,
		       error, "11111");
}
END_TEST

static const struct {
	const char *text;
	enum sriov_power_state state;
} states[] = {
	{"D0\n", SRIOV_POWER_STATE_D0},		  {"D1\n", SRIOV_POWER_STATE_D1},
	{"D2\n", SRIOV_POWER_STATE_D2},		  {"D3hot\n", SRIOV_POWER_STATE_D3HOT},
	{"D3cold\n", SRIOV_POWER_STATE_D3COLD},	  {"error\n", SRIOV_POWER_STATE_ERROR},
	{"unknown\n", SRIOV_POWER_STATE_UNKNOWN}, {"D4\n", SRIOV_POWER_STATE_UNKNOWN},
	{"\n", SRIOV_POWER_STATE_UNKNOWN},
};

START_TEST(power_state)
{
	enum sriov_power_state state;

	for (size_t i = 0; i < sizeof(states) / sizeof(states[0]); i++) {
		fake_set(fake, CARD, "power_state", states[i].text);
		expect_success(sriov_device_read_power_state(device, &state, &error), error);
		ck_assert_int_eq(state, states[i].state);
	}
	EXPECT_NULL_REFUSED(sriov_device_read_power_state, state, "state");
	expect_failure(sriov_device_read_power_state(bare, &state, &error), SRIOV_CODE_UNSUPPORTED,
		       error, "5.11");
	ck_assert_int_eq(state, SRIOV_POWER_STATE_UNKNOWN);
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_read_power_state(device, &state, &error), SRIOV_CODE_GONE,
		       error, CARD);
}
END_TEST

START_TEST(d3cold)
{
	bool allowed;

	expect_success(sriov_device_read_d3cold_allowed(device, &allowed, &error), error);
	ck_assert(allowed);
	fake_set(fake, CARD, "d3cold_allowed", "0\n");
	expect_success(sriov_device_read_d3cold_allowed(device, &allowed, &error), error);
	ck_assert(!allowed);
	EXPECT_NULL_REFUSED(sriov_device_read_d3cold_allowed, allowed, "allowed");
	EXPECT_FAILURES(sriov_device_read_d3cold_allowed, allowed, "d3cold_allowed", "ACPI");
}
END_TEST

START_TEST(enable_count)
{
	unsigned int count;

	fake_set(fake, CARD, "enable", "2\n");
	expect_success(sriov_device_read_enable_count(device, &count, &error), error);
	ck_assert_uint_eq(count, 2);
	fake_remove(fake, "sys/bus/pci/devices/%s/enable", NONE);
	EXPECT_NULL_REFUSED(sriov_device_read_enable_count, count, "count");
	EXPECT_FAILURES(sriov_device_read_enable_count, count, "enable", "does not tell");
	ck_assert_uint_eq(count, 0);
}
END_TEST

START_TEST(driver_override)
{
	char *driver;

	expect_success(sriov_device_read_driver_override(device, &driver, &error), error);
	ck_assert_ptr_null(driver);
	fake_set(fake, CARD, "driver_override", "vfio-pci\n");
	expect_success(sriov_device_read_driver_override(device, &driver, &error), error);
	ck_assert_str_eq(driver, "vfio-pci");
	free(driver);
	fake_set(fake, CARD, "driver_override", "\n");
	expect_success(sriov_device_read_driver_override(device, &driver, &error), error);
	ck_assert_ptr_null(driver);
	EXPECT_NULL_REFUSED(sriov_device_read_driver_override, driver, "driver");
	fake_remove(fake, "sys/bus/pci/devices/%s/driver_override", NONE);
	expect_failure(sriov_device_read_driver_override(bare, &driver, &error),
		       SRIOV_CODE_UNSUPPORTED, error, "3.16");
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_read_driver_override(device, &driver, &error), SRIOV_CODE_GONE,
		       error, CARD);
}
END_TEST

static void expect_msix(const struct sriov_device *one, unsigned int wanted)
{
	unsigned int count = 99;

	expect_success(sriov_device_read_msix_in_use(one, &count, &error), error);
	ck_assert_uint_eq(count, wanted);
}

START_TEST(msix_in_use)
{
	unsigned int count;

	expect_msix(device, 3);
	expect_msix(bare, 0);
	for (int i = 38; i <= 40; i++)
		fake_write(fake, "msi\n", "sys/bus/pci/devices/%s/msi_irqs/%d", CARD, i);
	expect_msix(device, 0);
	fake_remove(fake, "sys/bus/pci/devices/%s/msi_irqs", CARD);
	fake_make_directory(fake, "sys/bus/pci/devices/%s/msi_irqs", CARD);
	expect_msix(device, 0);
	EXPECT_NULL_REFUSED(sriov_device_read_msix_in_use, count, "count");
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_read_msix_in_use(device, &count, &error), SRIOV_CODE_GONE,
		       error, CARD);
}
END_TEST

/* Those that vanish while they are looked at leave the rest to tell. */
START_TEST(msix_that_vanishes)
{
	fake_link(fake, "nowhere", "sys/bus/pci/devices/%s/msi_irqs/37", CARD);
	expect_msix(device, 4);
}
END_TEST

START_TEST(msix_is_forbidden)
{
	unsigned int count;

	fake_forbid(fake, "sys/bus/pci/devices/%s/msi_irqs", CARD);
	expect_failure(sriov_device_read_msix_in_use(device, &count, &error), SRIOV_CODE_FORBIDDEN,
		       error, CARD);
}
END_TEST

/* --- Resets ----------------------------------------------------------------------------------- */

static void expect_resets(const struct sriov_device *one, size_t wanted, bool supported)
{
	struct sriov_string_list *methods;
	bool told = !supported;

	expect_success(sriov_device_list_reset_methods(one, &methods, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(methods), wanted);
	sriov_string_list_unref(methods);
	expect_success(sriov_device_read_reset_support(one, &told, &error), error);
	ck_assert_int_eq(told, supported);
}

START_TEST(reset_methods)
{
	struct sriov_string_list *methods;

	expect_success(sriov_device_list_reset_methods(device, &methods, &error), error);
	ck_assert_uint_eq(sriov_string_list_get_count(methods), 3);
	ck_assert_str_eq(sriov_string_list_get(methods, 0), "flr");
	ck_assert_str_eq(sriov_string_list_get(methods, 1), "pm");
	ck_assert_str_eq(sriov_string_list_get(methods, 2), "bus");
	sriov_string_list_unref(methods);
	expect_resets(device, 3, true);
	fake_set(fake, CARD, "reset_method", "device_specific\n");
	expect_resets(device, 1, true);
	EXPECT_NULL_REFUSED(sriov_device_list_reset_methods, methods, "methods");
}
END_TEST

START_TEST(no_reset_method)
{
	expect_resets(bare, 0, false);
	/* switched off by root */
	fake_set(fake, CARD, "reset_method", "");
	expect_resets(device, 0, false);
}
END_TEST

START_TEST(reset_of_older_kernels)
{
	struct sriov_string_list *methods;
	bool supported = false;

	fake_remove(fake, "sys/bus/pci/devices/%s/reset_method", CARD);
	expect_failure(sriov_device_list_reset_methods(device, &methods, &error),
		       SRIOV_CODE_UNSUPPORTED, error, "5.15");
	ck_assert_ptr_null(methods);
	expect_success(sriov_device_read_reset_support(device, &supported, &error), error);
	ck_assert(supported);
}
END_TEST

START_TEST(reset_of_nothing)
{
	struct sriov_string_list *methods;
	bool supported = true;

	fake_set(fake, CARD, "reset_method", "flr ../x\n");
	expect_failure(sriov_device_list_reset_methods(device, &methods, &error),
		       SRIOV_CODE_MALFORMED, error, "../x");
	expect_failure(sriov_device_read_reset_support(device, &supported, &error),
		       SRIOV_CODE_MALFORMED, error, "../x");
	ck_assert(!supported);
	fake_remove_device(fake, CARD);
	expect_failure(sriov_device_list_reset_methods(device, &methods, &error), SRIOV_CODE_GONE,
		       error, CARD);
	expect_failure(sriov_device_read_reset_support(device, &supported, &error), SRIOV_CODE_GONE,
		       error, CARD);
	EXPECT_NULL_REFUSED(sriov_device_read_reset_support, supported, "supported");
}
END_TEST

/* --- The link --------------------------------------------------------------------------------- */

START_TEST(link_speeds)
{
	static const struct {
		const char *text;
		int speed;
	} good[] = {
		{"2.5 GT/s PCIe", 2500}, {"5.0 GT/s PCIe", 5000},   {"8.0 GT/s PCIe", 8000},
		{"16.0 GT/s", 16000},	 {"32.0 GT/s PCIe", 32000}, {"64.0 GT/s PCIe", 64000},
		{"5 GT/s", 5000},	 {"128 GT/s PCIe", 128000}, {"Unknown", -1},
		{"Unknown speed", -1},
	};
	static const char *const bad[] = {
		"",	  "2.5",       "2.5 GT/s PCIe 2",  "2. GT/s",	  ".5 GT/s", "-5 GT/s",
		"0 GT/s", "1000 GT/s", "99999999999 GT/s", "66 MHz PCIX", "unknown", "2.55 GT/s",
	};
	int speed;

	for (size_t i = 0; i < sizeof(good) / sizeof(good[0]); i++) {
		ck_assert_msg(pcie_link_parse_speed(good[i].text, &speed), "%s", good[i].text);
		ck_assert_int_eq(speed, good[i].speed);
	}
	for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
		ck_assert_msg(!pcie_link_parse_speed(bad[i], &speed), "%s", bad[i]);
}
END_TEST

static void expect_link(int current_speed, int current_width, int maximum_speed, int maximum_width)
{
	struct sriov_pcie_link *link;

	expect_success(sriov_device_read_pcie_link(device, &link, &error), error);
	ck_assert_int_eq(sriov_pcie_link_get_current_speed_mts(link), current_speed);
	ck_assert_int_eq(sriov_pcie_link_get_current_width(link), current_width);
	ck_assert_int_eq(sriov_pcie_link_get_maximum_speed_mts(link), maximum_speed);
	ck_assert_int_eq(sriov_pcie_link_get_maximum_width(link), maximum_width);
	sriov_pcie_link_unref(link);
}

START_TEST(link_now_and_at_most)
{
	expect_link(2500, 1, 5000, 4);
	/* no link of its own */
	fake_set(fake, CARD, "current_link_speed", "Unknown\n");
	fake_set(fake, CARD, "current_link_width", "0\n");
	expect_link(0, 0, 5000, 4);
	/* all ones: nothing answers */
	fake_set(fake, CARD, "current_link_width", "63\n");
	fake_set(fake, CARD, "max_link_speed", "Unknown\n");
	fake_set(fake, CARD, "max_link_width", "255\n");
	expect_link(-1, -1, -1, -1);
	/* a speed that is newer than the kernel */
	fake_set(fake, CARD, "current_link_width", "16\n");
	expect_link(-1, 16, -1, -1);
}
END_TEST

START_TEST(link_of_nothing)
{
	struct sriov_pcie_link *link;

	fake_set(fake, CARD, "max_link_width", "256\n");
	expect_failure(sriov_device_read_pcie_link(device, &link, &error), SRIOV_CODE_MALFORMED,
		       error, "256");
	EXPECT_NULL_REFUSED(sriov_device_read_pcie_link, link, "link");
	EXPECT_FAILURES(sriov_device_read_pcie_link, link, "current_link_speed",
			"no PCI Express device");
	ck_assert_ptr_null(link);
	ck_assert_int_eq(sriov_pcie_link_get_current_speed_mts(NULL), 0);
	ck_assert_int_eq(sriov_pcie_link_get_maximum_speed_mts(NULL), 0);
	ck_assert_int_eq(sriov_pcie_link_get_current_width(NULL), 0);
	ck_assert_int_eq(sriov_pcie_link_get_maximum_width(NULL), 0);
	ck_assert_ptr_null(sriov_pcie_link_ref(NULL));
	sriov_pcie_link_unref(NULL);
}
END_TEST

/* --- Interfaces ------------------------------------------------------------------------------- */

static void expect_one(enum sriov_interface_kind kind, const char *name)
{
	struct sriov_string_list *interfaces;

	expect_success(sriov_device_list_interfaces_of_kind(device, kind, &interfaces, &error),
		       error);
	ck_assert_uint_eq(sriov_string_list_get_count(interfaces), name ? 1 : 0);
	if (name)
		ck_assert_str_eq(sriov_string_list_get(interfaces, 0), name);
	sriov_string_list_unref(interfaces);
}

START_TEST(interfaces_of_each_kind)
{
	struct sriov_string_list *interfaces;

	expect_one(SRIOV_INTERFACE_KIND_NET, "em1");
	expect_one(SRIOV_INTERFACE_KIND_INFINIBAND, NULL);
	fake_make_directory(fake, "sys/bus/pci/devices/%s/infiniband/mlx5_0", CARD);
	fake_make_directory(fake, "sys/bus/pci/devices/%s/nvme/nvme3", CARD);
	fake_make_directory(fake, "sys/bus/pci/devices/%s/vfio-dev/vfio7", CARD);
	expect_one(SRIOV_INTERFACE_KIND_INFINIBAND, "mlx5_0");
	expect_one(SRIOV_INTERFACE_KIND_NVME, "nvme3");
	expect_one(SRIOV_INTERFACE_KIND_VFIO, "vfio7");
	for (int kind = -1; kind <= 4; kind += 5)
		expect_failure(sriov_device_list_interfaces_of_kind(device,
								    (enum sriov_interface_kind)kind,
								    &interfaces, &error),
			       SRIOV_CODE_INVALID, error, "no kind of interface");
	ck_assert_ptr_null(interfaces);
	fake_remove_device(fake, CARD);
	for (int kind = 0; kind <= 3; kind++)
		expect_failure(sriov_device_list_interfaces_of_kind(device,
								    (enum sriov_interface_kind)kind,
								    &interfaces, &error),
			       SRIOV_CODE_GONE, error, CARD);
}
END_TEST

UNIT_SUITE_WITH("device_attributes", set_up, tear_down, revision, local_cpus, local_cpus_of_a_page,
		power_state, d3cold, enable_count, driver_override, msix_in_use, msix_that_vanishes,
		msix_is_forbidden, reset_methods, no_reset_method, reset_of_older_kernels,
		reset_of_nothing, link_speeds, link_now_and_at_most, link_of_nothing,
		interfaces_of_each_kind)
