/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What is wanted as JSON: what is said comes back, and what is wrong is told, all at once. */
#include "unit.h"

static struct sriov_error *error;
static struct sriov_state *state;

static void set_up(void)
{
	expect_success(sriov_state_new(&state, &error), error);
}

static void tear_down(void)
{
	sriov_state_unref(state);
}

static const char everything[] = "{\n"
				 "  \"version\": 1,\n"
				 "  \"pfs\": [\n"
				 "    {\n"
				 "      \"pf\": \"em1\",\n"
				 "      \"vf_count\": 7,\n"
				 "      \"autoprobe\": false,\n"
				 "      \"allow_in_use\": true,\n"
				 "      \"allow_vital\": true,\n"
				 "      \"defaults\": {\n"
				 "        \"spoof_check\": false,\n"
				 "        \"trust\": true,\n"
				 "        \"driver\": \"vfio-pci\"\n"
				 "      },\n"
				 "      \"vfs\": [\n"
				 "        {\n"
				 "          \"index\": 0,\n"
				 "          \"mac\": \"52:54:00:00:00:01\",\n"
				 "          \"vlan\": {\n"
				 "            \"id\": 100,\n"
				 "            \"qos\": 3,\n"
				 "            \"protocol\": \"802.1ad\"\n"
				 "          },\n"
				 "          \"min_rate_mbps\": 10,\n"
				 "          \"max_rate_mbps\": 4294967295,\n"
				 "          \"link_state\": \"disable\",\n"
				 "          \"rss_query\": true,\n"
				 "          \"node_guid\": \"00:02:c9:03:00:21:6e:70\",\n"
				 "          \"port_guid\": \"ff:02:c9:03:00:21:6e:71\",\n"
				 "          \"driver\": \"native\",\n"
				 "          \"msix_count\": 5\n"
				 "        },\n"
				 "        {\n"
				 "          \"index\": 5,\n"
				 "          \"vlan\": {\n"
				 "            \"id\": 0,\n"
				 "            \"qos\": 5\n"
				 "          }\n"
				 "        },\n"
				 "        {\n"
				 "          \"index\": 6,\n"
				 "          \"vlan\": {\n"
				 "            \"id\": 0\n"
				 "          }\n"
				 "        }\n"
				 "      ]\n"
				 "    },\n"
				 "    {\n"
				 "      \"serial_number\": \"A0-36-9F\",\n"
				 "      \"function\": 1,\n"
				 "      \"vf_count\": 0\n"
				 "    }\n"
				 "  ]\n"
				 "}\n";

START_TEST(what_is_said_comes_back)
{
	char *json;

	expect_success(sriov_state_add_json(state, everything, &error), error);
	expect_success(sriov_state_format_json(state, &json, &error), error);
	ck_assert_str_eq(json, everything);
	free(json);
}
END_TEST

START_TEST(it_says_what_the_calls_say)
{
	const struct sriov_pf_state *pf;
	const struct sriov_vf_state *vf;

	expect_success(sriov_state_add_json(state, everything, &error), error);
	pf = sriov_pf_state_list_get(sriov_state_get_pfs(state), 0);
	ck_assert_str_eq(sriov_pf_state_get_name(pf), "em1");
	ck_assert_uint_eq(sriov_pf_state_get_vf_count(pf), 7);
	ck_assert_int_eq(sriov_pf_state_get_autoprobe(pf), SRIOV_SWITCH_OFF);
	vf = sriov_vf_state_list_get(sriov_pf_state_get_vfs(pf), 0);
	ck_assert_uint_eq(sriov_vf_state_get_node_guid(vf), 0x0002c90300216e70);
	ck_assert_uint_eq(sriov_vf_state_get_msix_count(vf), 5);
	ck_assert_int_eq(sriov_vf_state_get_link_state(vf), SRIOV_LINK_STATE_DISABLE);
	vf = sriov_vf_state_list_get(sriov_pf_state_get_vfs(pf), 2);
	ck_assert_uint_eq(sriov_vf_state_get_vf_index(vf), 6);
	ck_assert(sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_VLAN));
	ck_assert(!sriov_vf_state_has_setting(vf, SRIOV_VF_SETTING_MAC));
}
END_TEST

START_TEST(no_json_is_told_by_line)
{
	expect_failure(sriov_state_add_json(state, "{\n\"version\": 1,\n,\n}", &error),
		       SRIOV_CODE_INVALID, error, "line 3");
	expect_failure(sriov_state_add_json(state, "{\"version\": 1,\n\"version\": 1}", &error),
		       SRIOV_CODE_INVALID, error, "line 2");
	expect_failure(sriov_state_add_json(state, "", &error), SRIOV_CODE_INVALID, error,
		       "no JSON");
	expect_failure(sriov_state_add_json(state, "7", &error), SRIOV_CODE_INVALID, error,
		       "no JSON");
	expect_failure(sriov_state_add_json(state, "[]", &error), SRIOV_CODE_INVALID, error,
		       "object");
}
END_TEST

/* Each with the place of its one mistake, and a word of what is wrong. */
static const struct mistake {
	const char *pf;
	const char *told;
} mistakes[] = {
	{"{}", "pfs[0]: it needs either"},
	{"{\"pf\": \"em1\", \"serial_number\": \"x\"}", "pfs[0]: it has a \"pf\" and a"},
	{"{\"pf\": \"em1\", \"function\": 1}", "pfs[0].function: "},
	{"{\"pf\": \"em/1\"}", "pfs[0]: \"em/1\""},
	{"{\"pf\": 1}", "pfs[0].pf: it has to be a text"},
	{"{\"pf\": \"em1\", \"vfs_count\": 1}", "pfs[0].vfs_count: there is no such field"},
	{"{\"pf\": \"em1\", \"vf_count\": -1}", "pfs[0].vf_count: "},
	{"{\"pf\": \"em1\", \"vf_count\": 1.5}", "pfs[0].vf_count: "},
	{"{\"pf\": \"em1\", \"vf_count\": 65536}", "pfs[0].vf_count: "},
	{"{\"pf\": \"em1\", \"autoprobe\": 1}", "pfs[0].autoprobe: it has to be true or false"},
	{"{\"pf\": \"em1\", \"autoprobe\": null}", "pfs[0].autoprobe: it has to be true or false"},
	{"{\"pf\": \"em1\", \"defaults\": []}", "pfs[0].defaults: it has to be an object"},
	{"{\"pf\": \"em1\", \"defaults\": {\"index\": 1}}", "pfs[0].defaults.index: there is no"},
	{"{\"pf\": \"em1\", \"defaults\": {\"mac\": \"52:54:00:00:00:01\"}}",
	 "pfs[0].defaults.mac: the same MAC"},
	{"{\"pf\": \"em1\", \"vfs\": {}}", "pfs[0].vfs: it has to be a list"},
	{"{\"pf\": \"em1\", \"vfs\": [{}]}", "pfs[0].vfs[0]: it needs an \"index\""},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 1}, {\"index\": 1}]}",
	 "pfs[0].vfs[1].index: VF 1 is there already"},
	{"{\"pf\": \"em1\", \"vf_count\": 1, \"vfs\": [{\"index\": 1}]}",
	 "pfs[0].vfs[0].index: with 1 VF there is no VF 1"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"mac\": \"52\"}]}",
	 "pfs[0].vfs[0].mac: \"52\" is no MAC"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"vlan\": 7}]}",
	 "pfs[0].vfs[0].vlan: it has to be an object"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"vlan\": {\"qos\": 7}}]}",
	 "pfs[0].vfs[0].vlan: it needs an \"id\""},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"vlan\": {\"id\": 4095}}]}",
	 "pfs[0].vfs[0].vlan: 4095 is no VLAN"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"vlan\": {\"id\": 1, \"protocol\": \"q\"}}]}",
	 "pfs[0].vfs[0].vlan.protocol: \"q\" is no protocol"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"min_rate_mbps\": 2, \"max_rate_mbps\": 1}]}",
	 "pfs[0].vfs[0].max_rate_mbps: "},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"link_state\": \"up\"}]}",
	 "pfs[0].vfs[0].link_state: \"up\" is no link state"},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"node_guid\": \"00:02:c9:03:00:21:6e\"}]}",
	 "pfs[0].vfs[0].node_guid: "},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"driver\": \"a/b\"}]}",
	 "pfs[0].vfs[0].driver: \"a/b\""},
	{"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0, \"msix_count\": 2049}]}",
	 "pfs[0].vfs[0].msix_count: 2049"},
	{"{\"pf\": \"em1\"}, {\"pf\": \"em1\"}", "pfs[1]: the PF em1 is there already"},
};

START_TEST(each_mistake_is_told_by_its_place)
{
	const struct mistake *mistake = &mistakes[_i];
	char text[512];

	snprintf(text, sizeof(text), "{\"version\": 1, \"pfs\": [%s]}", mistake->pf);
	expect_failure(sriov_state_add_json(state, text, &error), SRIOV_CODE_INVALID, error,
		       mistake->told);
	ck_assert_uint_eq(sriov_pf_state_list_get_count(sriov_state_get_pfs(state)), 0);
}
END_TEST

START_TEST(all_mistakes_are_told_at_once)
{
	static const char text[] = "{\"version\": 2, \"pfs\": [{\"pf\": \"em1\", \"vf_count\": 2,"
				   "\"vfs\": [{\"index\": 2, \"mac\": \"x\", \"trsut\": 1},"
				   "{\"index\": 1, \"trust\": 1}]}], \"more\": 1}";
	static const char *const told[] = {"more: ",
					   "version: ",
					   "pfs[0].vfs[0].index: ",
					   "pfs[0].vfs[0].mac: ",
					   "pfs[0].vfs[0].trsut: ",
					   "pfs[0].vfs[1].trust: "};

	ck_assert_int_eq(sriov_state_add_json(state, text, &error), SRIOV_CODE_INVALID);
	ck_assert_ptr_nonnull(strstr(sriov_error_get_message(error), "6 reasons"));
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 6);
	for (size_t i = 0; i < 6; i++)
		ck_assert_ptr_nonnull(
			strstr(sriov_error_get_message(sriov_error_get_cause(error, i)), told[i]));
	sriov_error_unref(error);
	error = NULL;
}
END_TEST

/* And not that they have one name, which they do not. */
START_TEST(each_without_a_name_is_told_once)
{
	static const char text[] =
		"{\"version\": 1, \"pfs\": [{\"vf_count\": 1}, {\"pf\": \"a/b\"},"
		"{\"pf\": \"em1\", \"serial_number\": \"1\", \"more\": 1}]}";
	static const char *const told[] = {
		"pfs[0]: it needs either a", "pfs[1]: \"a/b\" is neither", "pfs[2].more: ",
		"pfs[2]: it has a \"pf\" and a \"serial_number\", and needs one alone"};

	ck_assert_int_eq(sriov_state_add_json(state, text, &error), SRIOV_CODE_INVALID);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 4);
	for (size_t i = 0; i < 4; i++)
		ck_assert_ptr_nonnull(
			strstr(sriov_error_get_message(sriov_error_get_cause(error, i)), told[i]));
	sriov_error_unref(error);
	error = NULL;
}
END_TEST

START_TEST(what_was_refused_changes_nothing)
{
	char *json;

	expect_success(sriov_state_add_json(state, everything, &error), error);
	expect_failure(sriov_state_add_json(
			       state,
			       "{\"version\": 1, \"pfs\": [{\"pf\": \"em2\"}, {\"pf\": \"em1\"}]}",
			       &error),
		       SRIOV_CODE_INVALID, error, "pfs[1]: the PF em1 is there already");
	expect_success(sriov_state_format_json(state, &json, &error), error);
	ck_assert_str_eq(json, everything);
	free(json);
	expect_success(sriov_state_add_json(state, "{\"version\": 1, \"pfs\": [{\"pf\": \"em2\"}]}",
					    &error),
		       error);
	ck_assert_uint_eq(sriov_pf_state_list_get_count(sriov_state_get_pfs(state)), 3);
}
END_TEST

Suite *make_suite(void)
{
	Suite *suite = suite_create("state_json");
	TCase *together = tcase_create("state_json");

	tcase_add_checked_fixture(together, set_up, tear_down);
	tcase_add_test(together, what_is_said_comes_back);
	tcase_add_test(together, it_says_what_the_calls_say);
	tcase_add_test(together, no_json_is_told_by_line);
	tcase_add_loop_test(together, each_mistake_is_told_by_its_place, 0,
			    (int)(sizeof(mistakes) / sizeof(mistakes[0])));
	tcase_add_test(together, all_mistakes_are_told_at_once);
	tcase_add_test(together, each_without_a_name_is_told_once);
	tcase_add_test(together, what_was_refused_changes_nothing);
	suite_add_tcase(suite, together);
	return suite;
}
