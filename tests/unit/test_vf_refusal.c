/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a user is told when the kernel refuses a setting of a VF. */
#include "unit.h"

#include <errno.h>
#include <stdio.h>

#include "base/common.h"
#include "object/settings/vf_refusal.h"

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;

/* A PF with VFs 0, 1 and 2. */
static void set_up(void)
{
	struct sriov_error *error = NULL;

	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 3);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void tear_down(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static const struct vf_change mac = {
	.vf_index = 2,
	.setting = SRIOV_VF_SETTING_MAC,
	.mac = {0x52, 0x54, 0, 0, 0, 1},
};

static enum sriov_code tell(const struct vf_change *change, int number, struct sriov_error **error)
{
	struct netlink_verdict verdict = {.number = number};

	return vf_refusal_tell(pf, change, &verdict, 1, NULL, error);
}

START_TEST(success)
{
	struct sriov_error *error = NULL;

	expect_success(tell(&mac, 0, &error), error);
}
END_TEST

START_TEST(one)
{
	struct netlink_verdict verdict = {.number = EINVAL, .reason = "Bad day"};
	struct sriov_error *error = NULL;

	ck_assert_int_eq(vf_refusal_tell(pf, &mac, &verdict, 1, NULL, &error), SRIOV_CODE_FAILED);
	ck_assert_str_eq(
		sriov_error_get_message(error),
		"VF 2 of em1 (0000:01:00.0, igb): cannot set its MAC to 52:54:00:00:00:01: "
		"the driver refused (IFLA_VF_MAC: Bad day: Invalid argument)");
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_FAILED);
	ck_assert_int_eq(sriov_error_get_errno(error), EINVAL);
	ck_assert_int_eq(sriov_error_get_vf_index(error), 2);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	ck_assert_str_eq(sriov_error_get_attribute(error), "IFLA_VF_MAC");
	ck_assert_str_eq(sriov_error_get_operation(error), "netlink");
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 0);
	sriov_error_unref(error);
}
END_TEST

START_TEST(codes)
{
	static const struct {
		int number;
		enum sriov_code wanted;
		const char *words;
	} cases[] = {
		{EOPNOTSUPP, SRIOV_CODE_UNSUPPORTED, "the driver igb has no such setting"},
		{524, SRIOV_CODE_UNSUPPORTED, "the driver igb has no such setting"},
		{EPERM, SRIOV_CODE_FORBIDDEN, "CAP_NET_ADMIN"},
		{EBUSY, SRIOV_CODE_BUSY, "try again"},
		{EAGAIN, SRIOV_CODE_BUSY, "try again"},
		{ENODEV, SRIOV_CODE_GONE, "was removed"},
		{ENOMEM, SRIOV_CODE_NO_MEMORY, "no memory"},
		{EINVAL, SRIOV_CODE_FAILED, "the driver refused"},
		{ENOENT, SRIOV_CODE_FAILED, "the driver refused"},
		{ERANGE, SRIOV_CODE_FAILED, "the driver refused"},
	};
	struct sriov_error *error = NULL;

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		expect_failure(tell(&mac, cases[i].number, &error), cases[i].wanted, error,
			       cases[i].words);
		ck_assert_int_eq(tell(&mac, cases[i].number, NULL), cases[i].wanted);
	}
}
END_TEST

START_TEST(index_past_the_end)
{
	struct vf_change change = mac;
	struct sriov_error *error = NULL;

	change.vf_index = 3;
	expect_failure(tell(&change, EINVAL, &error), SRIOV_CODE_NOT_FOUND, error,
		       "the PF has VFs 0 to 2 now");
	/* What is said before the driver looks at the index counts. */
	expect_failure(tell(&change, EPERM, &error), SRIOV_CODE_FORBIDDEN, error, "CAP_NET_ADMIN");
	fake_remove_vfs(fake, PF);
	expect_failure(tell(&mac, EINVAL, &error), SRIOV_CODE_NOT_FOUND, error,
		       "the PF has no VFs now");
}
END_TEST

START_TEST(words)
{
	static const struct {
		struct vf_change change;
		const char *words;
	} cases[] = {
		{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {100, 3, 0}},
		 "put it in VLAN 100 with priority 3"},
		{{.setting = SRIOV_VF_SETTING_VLAN}, "take it out of its VLAN"},
		{{.setting = SRIOV_VF_SETTING_SPOOF_CHECK, .enable = true},
		 "turn its spoof check on"},
		{{.setting = SRIOV_VF_SETTING_SPOOF_CHECK}, "turn its spoof check off"},
		{{.setting = SRIOV_VF_SETTING_TRUST, .enable = true}, "turn its trust on"},
		{{.setting = SRIOV_VF_SETTING_TRUST}, "turn its trust off"},
		{{.setting = SRIOV_VF_SETTING_LINK_STATE}, "set its link state to auto"},
		{{.setting = SRIOV_VF_SETTING_LINK_STATE, .link_state = SRIOV_LINK_STATE_ENABLE},
		 "set its link state to enable"},
		{{.setting = SRIOV_VF_SETTING_LINK_STATE, .link_state = SRIOV_LINK_STATE_DISABLE},
		 "set its link state to disable"},
	};
	struct sriov_error *error = NULL;
	char sentence[128];

	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		snprintf(sentence, sizeof(sentence),
			 "VF 0 of em1 (0000:01:00.0, igb): cannot %s: ", cases[i].words);
		expect_failure(tell(&cases[i].change, EOPNOTSUPP, &error), SRIOV_CODE_UNSUPPORTED,
			       error, sentence);
	}
}
END_TEST

/* What igb says with EINVAL and EPROTONOSUPPORT has reasons that are known. */
START_TEST(reasons)
{
	static const struct {
		struct vf_change change;
		int number;
		enum sriov_code wanted;
		const char *words;
	} cases[] = {
		{{.setting = SRIOV_VF_SETTING_RATES, .rates = {10, 100, false}},
		 EINVAL,
		 SRIOV_CODE_UNSUPPORTED,
		 "the driver igb has no minimum rate, only a maximum (IFLA_VF_RATE"},
		{{.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {0, 100000, false}},
		 EINVAL,
		 SRIOV_CODE_FAILED,
		 "rates may not go beyond the speed of the PF's link"},
		{{.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {0, 100, false}},
		 EOPNOTSUPP,
		 SRIOV_CODE_UNSUPPORTED,
		 "the driver igb has no such setting"},
		{{.setting = SRIOV_VF_SETTING_VLAN, .vlan = {5, 0, 0x88a8}},
		 EPROTONOSUPPORT,
		 SRIOV_CODE_UNSUPPORTED,
		 "the driver igb has no VLANs of this protocol, only of 802.1Q (IFLA_VF_VLAN_LIST"},
		{{.setting = SRIOV_VF_SETTING_NODE_GUID, .guid = 1},
		 EOPNOTSUPP,
		 SRIOV_CODE_UNSUPPORTED,
		 "the driver igb has no such setting, which is one of InfiniBand"},
		{{.setting = SRIOV_VF_SETTING_MAC},
		 EINVAL,
		 SRIOV_CODE_FAILED,
		 "not every one lets a MAC be taken away"},
	};
	struct sriov_error *error = NULL;

	fake_write(fake, "1\n", "sys/bus/pci/devices/" PF "/net/em1/carrier");
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		expect_failure(tell(&cases[i].change, cases[i].number, &error), cases[i].wanted,
			       error, cases[i].words);
}
END_TEST

START_TEST(rates_without_a_link)
{
	struct vf_change change = {.setting = SRIOV_VF_SETTING_MAX_RATE, .rates = {0, 100, false}};
	struct sriov_error *error = NULL;

	fake_write(fake, "0\n", "sys/bus/pci/devices/" PF "/net/em1/carrier");
	expect_failure(tell(&change, EINVAL, &error), SRIOV_CODE_FAILED, error,
		       "the PF has no link now");
	/* While the interface is down it cannot even be read. */
	fake_remove(fake, "sys/bus/pci/devices/" PF "/net/em1/carrier");
	expect_failure(tell(&change, EINVAL, &error), SRIOV_CODE_FAILED, error,
		       "the PF has no link now");
	/* With another driver the minimum is one like others. */
	fake_set_driver(fake, PF, "i40e");
	sriov_pf_unref(pf);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
	change.rates.min_mbps = 200;
	expect_failure(tell(&change, EINVAL, &error), SRIOV_CODE_FAILED, error,
		       "the minimum would be above the maximum");
}
END_TEST

/* Trust off for VFs 0, 1 and 2. */
static enum sriov_code tell_three(int first, int second, int third, struct sriov_error **error)
{
	const struct netlink_verdict verdicts[] = {
		{.number = first}, {.number = second}, {.number = third}};
	struct vf_change changes[3];

	for (unsigned int i = 0; i < 3; i++)
		changes[i] = (struct vf_change) {.vf_index = i, .setting = SRIOV_VF_SETTING_TRUST};
	return vf_refusal_tell(pf, changes, verdicts, 3, NULL, error);
}

START_TEST(some)
{
	struct sriov_error *error = NULL;
	const struct sriov_error *cause;

	ck_assert_int_eq(tell_three(0, EBUSY, 0, &error), SRIOV_CODE_PARTIAL);
	ck_assert_str_eq(
		sriov_error_get_message(error),
		"em1 (0000:01:00.0, igb): 1 of 3 changes of its VFs failed, the others were made "
		"(VF 1 of em1 (0000:01:00.0, igb): cannot turn its trust off: the driver cannot "
		"now, "
		"as while the VF resets: try again (IFLA_VF_TRUST: Device or resource busy))");
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_PARTIAL);
	ck_assert_int_eq(sriov_error_get_errno(error), EBUSY);
	ck_assert_int_eq(sriov_error_get_vf_index(error), -1);
	ck_assert_str_eq(sriov_error_get_device(error), PF);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 1);
	cause = sriov_error_get_cause(error, 0);
	ck_assert_int_eq(sriov_error_get_code(cause), SRIOV_CODE_BUSY);
	ck_assert_int_eq(sriov_error_get_vf_index(cause), 1);
	ck_assert_str_eq(sriov_error_get_attribute(cause), "IFLA_VF_TRUST");
	ck_assert_str_eq(sriov_error_get_device(cause), PF);
	sriov_error_unref(error);
}
END_TEST

START_TEST(all)
{
	struct sriov_error *error = NULL;

	ck_assert_int_eq(tell_three(EOPNOTSUPP, EOPNOTSUPP, EOPNOTSUPP, &error),
			 SRIOV_CODE_UNSUPPORTED);
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_UNSUPPORTED);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 3);
	for (int i = 0; i < 3; i++)
		ck_assert_int_eq(sriov_error_get_vf_index(sriov_error_get_cause(error, (size_t)i)),
				 i);
	sriov_error_unref(error);
	/* For different reasons. */
	error = NULL;
	ck_assert_int_eq(tell_three(EOPNOTSUPP, EBUSY, EOPNOTSUPP, &error), SRIOV_CODE_FAILED);
	ck_assert_uint_eq(sriov_error_get_cause_count(error), 3);
	sriov_error_unref(error);
	error = NULL;
	expect_failure(tell_three(EPERM, EPERM, EPERM, &error), SRIOV_CODE_FORBIDDEN, error,
		       "3 of 3 changes of its VFs failed, none was made");
	ck_assert_int_eq(tell_three(EOPNOTSUPP, 0, 0, NULL), SRIOV_CODE_PARTIAL);
	ck_assert_int_eq(tell_three(EPERM, EPERM, EPERM, NULL), SRIOV_CODE_FORBIDDEN);
}
END_TEST

/* Each refused change has its error at its place, also when there is only one or no summary. */
START_TEST(each)
{
	const struct netlink_verdict verdicts[] = {{.number = 0}, {.number = EPERM}};
	const struct vf_change changes[] = {mac, mac};
	struct sriov_error *errors[2] = {NULL, NULL}, *error = NULL;

	ck_assert_int_eq(vf_refusal_tell(pf, changes, verdicts, 2, errors, NULL),
			 SRIOV_CODE_PARTIAL);
	ck_assert_ptr_null(errors[0]);
	ck_assert_int_eq(sriov_error_get_code(errors[1]), SRIOV_CODE_FORBIDDEN);
	ck_assert_int_eq(sriov_error_get_vf_index(errors[1]), 2);
	sriov_error_unref(errors[1]);
	errors[1] = NULL;
	expect_failure(vf_refusal_tell(pf, changes + 1, verdicts + 1, 1, errors + 1, &error),
		       SRIOV_CODE_FORBIDDEN, error, "VF 2 of em1");
	ck_assert_ptr_null(errors[0]);
	ck_assert_int_eq(sriov_error_get_vf_index(errors[1]), 2);
	sriov_error_unref(errors[1]);
}
END_TEST

UNIT_SUITE_WITH("vf_refusal", set_up, tear_down, success, one, codes, index_past_the_end, words,
		reasons, rates_without_a_link, some, all, each)
