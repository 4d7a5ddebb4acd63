/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What systemd is told, line by line, and what it cannot be told; and systemd's own word on it. */
#include "unit.h"

#include <unistd.h>

#define PF   "0000:01:00.0"
#define NVME "0000:03:00.0"

#define HEAD                                                                                       \
	"# The VFs of " PF ", as libsriov was told. systemd reads one file for each interface:\n"  \
	"# what is not about VFs is said as in 99-default.link.\n"                                 \
	"[Match]\n"                                                                                \
	"Path=pci-" PF " *-pci-" PF "\n"                                                           \
	"\n"                                                                                       \
	"[Link]\n"                                                                                 \
	"NamePolicy=keep kernel database onboard slot path\n"                                      \
	"AlternativeNamesPolicy=database onboard slot path mac\n"                                  \
	"MACAddressPolicy=persistent\n"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_state *state;
static struct sriov_error *error;
static struct sriov_string_list *unsaid;
static char *text;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 7);
	fake_add_attributes(fake, PF);
	fake_add_device(fake, NVME, &fake_nvme);
	fake_make_pf(fake, NVME, &fake_nvme_sriov);
	context = fake_open_context(fake);
	expect_success(sriov_state_new(&state, &error), error);
}

static void forget(void)
{
	free(text);
	text = NULL;
	sriov_string_list_unref(unsaid);
	unsaid = NULL;
}

static void tear_down(void)
{
	forget();
	sriov_state_unref(state);
	sriov_context_unref(context);
	fake_free(fake);
}

static const struct sriov_pf_state *say(const char *pf)
{
	const struct sriov_pf_state_list *list;
	char json[2048];

	snprintf(json, sizeof(json), "{\"version\": 1, \"pfs\": [{%s}]}", pf);
	expect_success(sriov_state_add_json(state, json, &error), error);
	list = sriov_state_get_pfs(state);
	return sriov_pf_state_list_get(list, sriov_pf_state_list_get_count(list) - 1);
}

static void format(const char *pf)
{
	forget();
	expect_success(sriov_systemd_format_link(say(pf), context, &text, &unsaid, &error), error);
}

static void expect_unsaid(const char *const *sentences, size_t count)
{
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(sriov_string_list_get(unsaid, i), sentences[i]);
	ck_assert_uint_eq(sriov_string_list_get_count(unsaid), count);
}

static const char all_that_can_be_said[] =
	"\"pf\": \"em1\", \"vf_count\": 3,"
	" \"defaults\": {\"spoof_check\": false, \"trust\": true},"
	" \"vfs\": [{\"index\": 0, \"mac\": \"52:54:00:00:00:01\","
	"            \"vlan\": {\"id\": 100, \"qos\": 3, \"protocol\": \"802.1ad\"},"
	"            \"link_state\": \"auto\", \"rss_query\": true},"
	"           {\"index\": 2, \"spoof_check\": true, \"vlan\": {\"id\": 5},"
	"            \"link_state\": \"disable\", \"trust\": false}]";

START_TEST(all_that_it_can_say)
{
	format(all_that_can_be_said);
	ck_assert_str_eq(text, HEAD "SR-IOVVirtualFunctions=3\n"
				    "\n"
				    "[SR-IOV]\n"
				    "VirtualFunction=0\n"
				    "MACAddress=52:54:00:00:00:01\n"
				    "VLANId=100\n"
				    "QualityOfService=3\n"
				    "VLANProtocol=802.1ad\n"
				    "MACSpoofCheck=no\n"
				    "QueryReceiveSideScaling=yes\n"
				    "Trust=yes\n"
				    "LinkState=auto\n"
				    "\n"
				    "[SR-IOV]\n"
				    "VirtualFunction=1\n"
				    "MACSpoofCheck=no\n"
				    "Trust=yes\n"
				    "\n"
				    "[SR-IOV]\n"
				    "VirtualFunction=2\n"
				    "VLANId=5\n"
				    "QualityOfService=0\n"
				    "VLANProtocol=802.1Q\n"
				    "MACSpoofCheck=yes\n"
				    "Trust=no\n"
				    "LinkState=no\n");
	expect_unsaid(NULL, 0);
}
END_TEST

START_TEST(what_it_cannot_say)
{
	static const char *const sentences[] = {
		"the PF: autoprobe false cannot be said in a .link file",
		"all VFs: driver vfio-pci cannot be said in a .link file",
		"VF 1: mac 00:00:00:00:00:00 cannot be said in a .link file",
		"VF 1: vlan 0 cannot be said in a .link file",
		"VF 1: min_rate_mbps 10 cannot be said in a .link file",
		"VF 1: max_rate_mbps 0 cannot be said in a .link file",
		"VF 1: node_guid 00:02:c9:03:00:21:6e:70 cannot be said in a .link file",
		"VF 1: port_guid 00:02:c9:03:00:21:6e:71 cannot be said in a .link file",
		"VF 1: msix_count 5 cannot be said in a .link file",
		"VF 2: driver native cannot be said in a .link file",
	};

	format("\"pf\": \"em1\", \"vf_count\": 4, \"autoprobe\": false,"
	       " \"defaults\": {\"driver\": \"vfio-pci\"},"
	       " \"vfs\": [{\"index\": 1, \"mac\": \"00:00:00:00:00:00\", \"vlan\": {\"id\": 0},"
	       "            \"min_rate_mbps\": 10, \"max_rate_mbps\": 0,"
	       "            \"node_guid\": \"00:02:c9:03:00:21:6e:70\","
	       "            \"port_guid\": \"00:02:c9:03:00:21:6e:71\", \"msix_count\": 5},"
	       "           {\"index\": 2, \"driver\": \"native\", \"link_state\": \"enable\"}]");
	ck_assert_str_eq(text, HEAD "SR-IOVVirtualFunctions=4\n"
				    "\n"
				    "[SR-IOV]\n"
				    "VirtualFunction=2\n"
				    "LinkState=yes\n");
	expect_unsaid(sentences, sizeof(sentences) / sizeof(sentences[0]));
}
END_TEST

START_TEST(without_a_number_of_vfs)
{
	static const char *const sentences[] = {
		"all VFs: their settings cannot be said in a .link file without vf_count",
		"the PF: that the number of its VFs stays as it is cannot be said in a .link file: "
		"systemd makes those that are in it",
	};

	format("\"pf\": \"em1\", \"defaults\": {\"trust\": true},"
	       " \"vfs\": [{\"index\": 6, \"spoof_check\": false}]");
	ck_assert_str_eq(text, HEAD "\n"
				    "[SR-IOV]\n"
				    "VirtualFunction=6\n"
				    "MACSpoofCheck=no\n"
				    "Trust=yes\n");
	expect_unsaid(sentences, 2);
}
END_TEST

START_TEST(no_vfs)
{
	format("\"pf\": \"0000:01:00.0\", \"vf_count\": 0");
	ck_assert_str_eq(text, HEAD "SR-IOVVirtualFunctions=0\n");
	expect_unsaid(NULL, 0);
}
END_TEST

/* By whatever it is named, its address is in the file. */
START_TEST(names)
{
	format("\"serial_number\": \"mu0123456789\", \"function\": 0");
	ck_assert_str_eq(text, HEAD);
	format("\"pf\": \"10000:e1:00.0\", \"vf_count\": 1");
	ck_assert_ptr_nonnull(strstr(text, "Path=pci-10000:e1:00.0 *-pci-10000:e1:00.0\n"));
	forget();
	expect_failure(sriov_systemd_format_link(say("\"pf\": \"em9\""), context, &text, NULL,
						 &error),
		       SRIOV_CODE_NOT_FOUND, error, "em9");
	ck_assert_ptr_null(text);
	expect_failure(sriov_systemd_format_link(
			       say("\"serial_number\": \"MU0123456789\", \"function\": 1"), context,
			       &text, NULL, &error),
		       SRIOV_CODE_NOT_FOUND, error, "MU0123456789");
	expect_failure(sriov_systemd_format_link(say("\"pf\": \"" NVME "\""), context, &text,
						 &unsaid, &error),
		       SRIOV_CODE_UNSUPPORTED, error, NVME);
	ck_assert_ptr_null(unsaid);
}
END_TEST

START_TEST(two_cards_with_one_serial_number)
{
	fake_add_82576(fake, "0000:02:00.0", "em2", 0);
	fake_add_attributes(fake, "0000:02:00.0");
	expect_failure(sriov_systemd_format_link(
			       say("\"serial_number\": \"MU0123456789\", \"function\": 0"), context,
			       &text, NULL, &error),
		       SRIOV_CODE_INVALID, error, "0000:02:00.0");
}
END_TEST

START_TEST(wrong_arguments)
{
	const struct sriov_pf_state *pf = say("\"pf\": \"em1\"");

	expect_failure(sriov_systemd_format_link(NULL, context, &text, &unsaid, &error),
		       SRIOV_CODE_INVALID, error, "pf");
	expect_failure(sriov_systemd_format_link(pf, NULL, &text, &unsaid, &error),
		       SRIOV_CODE_INVALID, error, "context");
	expect_failure(sriov_systemd_format_link(pf, context, NULL, &unsaid, &error),
		       SRIOV_CODE_INVALID, error, "link");
	expect_success(sriov_systemd_format_link(pf, context, &text, NULL, &error), error);
}
END_TEST

/* --- systemd ---------------------------------------------------------------------------------- */

/* What systemd-udevd's own parser complains of in 10-em1.link, which it reads on a bus of its own.
 */
static char *complaints(const char *link)
{
	static char said[2048];
	char folder[] = "/tmp/libsriov-XXXXXX", path[64], command[512];
	FILE *file;
	size_t length;

	ck_assert_ptr_nonnull(mkdtemp(folder));
	snprintf(path, sizeof(path), "%s/10-em1.link", folder);
	file = fopen(path, "w");
	ck_assert_ptr_nonnull(file);
	fputs(link, file);
	fclose(file);
	snprintf(command, sizeof(command),
		 "PATH=$PATH:/sbin:/usr/sbin SYSTEMD_LOG_LEVEL=info unshare -m sh -c '"
		 "mount --bind %s /run && mkdir -p /run/systemd/network && "
		 "cp /run/10-em1.link /run/systemd/network && "
		 "udevadm test-builtin net_setup_link /sys/class/net/lo' 2>&1 | grep 10-em1.link",
		 folder);
	file = popen(command, "r");
	ck_assert_ptr_nonnull(file);
	length = fread(said, 1, sizeof(said) - 1, file);
	said[length] = '\0';
	pclose(file);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	ck_assert_int_eq(system(command), 0);
	return said;
}

static bool has_systemd(void)
{
	return geteuid() == 0 &&
	       !system("PATH=$PATH:/sbin:/usr/sbin command -v udevadm >/dev/null 2>&1 && "
		       "unshare -m true 2>/dev/null && test -e /sys/class/net/lo");
}

START_TEST(systemd_understands_it)
{
	UNIT_NEEDS(has_systemd(), "root and udevadm");
	format(all_that_can_be_said);
	ck_assert_str_eq(complaints(text), "");
	/* Can it fail? */
	ck_assert_ptr_nonnull(strstr(complaints(HEAD "Nonsense=1\n"), "Nonsense"));
}
END_TEST

UNIT_SUITE_WITH("systemd", set_up, tear_down, all_that_it_can_say, what_it_cannot_say,
		without_a_number_of_vfs, no_vfs, names, two_cards_with_one_serial_number,
		wrong_arguments, systemd_understands_it)
