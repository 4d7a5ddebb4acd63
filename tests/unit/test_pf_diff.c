/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The steps from one state of a PF to another one, and their order. */
#include "unit.h"

#include "change/plan/pf_diff.h"
#include "change/state/state.h"

#define PF "0000:01:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_pf *pf;
static struct sriov_error *error;
static char lines[1024];

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	context = fake_open_context(fake);
	expect_success(sriov_pf_open(context, PF, &pf, &error), error);
}

static void tear_down(void)
{
	sriov_pf_unref(pf);
	sriov_context_unref(context);
	fake_free(fake);
}

static struct sriov_pf_state *make(const char *fields)
{
	struct sriov_pf_state *made;
	struct sriov_state *state;
	char json[1024];

	snprintf(json, sizeof(json), "{\"version\": 1, \"pfs\": [{\"pf\": \"em1\", %s}]}", fields);
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	made = sriov_pf_state_ref(sriov_pf_state_list_get(sriov_state_get_pfs(state), 0));
	sriov_state_unref(state);
	return made;
}

static void add_line(const struct sriov_step *step)
{
	char *end = lines + strlen(lines);
	size_t left = sizeof(lines) - strlen(lines);

	switch (step->kind) {
	case SRIOV_STEP_KIND_SET_AUTOPROBE:
		snprintf(end, left, "gate %s, ", step->enable ? "open" : "closed");
		break;
	case SRIOV_STEP_KIND_REMOVE_VFS:
		snprintf(end, left, "remove, ");
		break;
	case SRIOV_STEP_KIND_MAKE_VFS:
		snprintf(end, left, "make %s, ", step->to);
		break;
	case SRIOV_STEP_KIND_SET_VF:
		snprintf(end, left, "%u %s %s, ", step->vf_index,
			 sriov_vf_setting_get_name(step->change.setting), step->to);
		break;
	case SRIOV_STEP_KIND_SET_MSIX_COUNT:
		snprintf(end, left, "%u vectors %s, ", step->vf_index, step->to);
		break;
	case SRIOV_STEP_KIND_SET_DRIVER:
		snprintf(end, left, "%u %s to %s%s%s, ", step->vf_index, step->from, step->to,
			 step->override[0] ? " override " : "", step->override);
		break;
	default:
		ck_abort_msg("%s", step->description);
	}
}

/* Takes both over. */
static void expect_steps(struct sriov_pf_state *now, struct sriov_pf_state *target,
			 const char *wanted)
{
	struct sriov_step_list *steps = list_new();
	const struct sriov_step *step;

	lines[0] = '\0';
	expect_success(pf_diff(pf, now, target, steps, &error), error);
	for (size_t i = 0; (step = sriov_step_list_get(steps, i)); i++)
		add_line(step);
	ck_assert_str_eq(lines, wanted);
	sriov_step_list_unref(steps);
	sriov_pf_state_unref(now);
	sriov_pf_state_unref(target);
}

static void expect(const char *now, const char *target, const char *wanted)
{
	expect_steps(make(now), make(target), wanted);
}

#define NONE "\"vf_count\": 0, \"autoprobe\": true"
#define VF_0 "\"vfs\": [{\"index\": 0, "

START_TEST(from_nothing)
{
	expect(NONE,
	       "\"vf_count\": 2, \"autoprobe\": true, \"vfs\": ["
	       "{\"index\": 0, \"driver\": \"vfio-pci\", \"trust\": true},"
	       "{\"index\": 1, \"driver\": \"igbvf\", \"mac\": \"52:54:00:00:00:01\"}]",
	       "gate closed, make 2, 0 trust on, 1 mac 52:54:00:00:00:01, "
	       "0 unknown to vfio-pci override vfio-pci, 1 unknown to igbvf, gate open, ");
}
END_TEST

START_TEST(to_nothing)
{
	expect("\"vf_count\": 2, \"autoprobe\": true", NONE, "remove, ");
	expect(NONE, NONE, "");
}
END_TEST

START_TEST(another_number_is_made_anew)
{
	expect("\"vf_count\": 2, \"autoprobe\": true, " VF_0
	       "\"driver\": \"igbvf\", \"trust\": true}]",
	       "\"vf_count\": 1, \"autoprobe\": true, " VF_0
	       "\"driver\": \"none\", \"trust\": true}]",
	       "gate closed, remove, make 1, 0 trust on, gate open, ");
}
END_TEST

/* It stays as it is, as it was, or as it is wanted. */
START_TEST(the_gate)
{
	expect("\"vf_count\": 0, \"autoprobe\": false", "\"vf_count\": 1, \"autoprobe\": false",
	       "make 1, ");
	expect("\"vf_count\": 0, \"autoprobe\": false", "\"vf_count\": 1, \"autoprobe\": true",
	       "make 1, gate open, ");
	expect("\"vf_count\": 1, \"autoprobe\": true", "\"vf_count\": 1, \"autoprobe\": false",
	       "gate closed, ");
	/* A kernel that has none. */
	expect("\"vf_count\": 0", "\"vf_count\": 1", "make 1, ");
}
END_TEST

/* It chooses while the gate is open, and after those that are told have theirs. */
START_TEST(the_kernels_choice)
{
	expect(NONE,
	       "\"vf_count\": 2, \"autoprobe\": true, \"vfs\": ["
	       "{\"index\": 0, \"driver\": \"native\"},"
	       "{\"index\": 1, \"driver\": \"vfio-pci\"}]",
	       "gate closed, make 2, 1 unknown to vfio-pci override vfio-pci, gate open, "
	       "0 unknown to native, ");
	expect("\"vf_count\": 1, \"autoprobe\": false, " VF_0 "\"driver\": \"vfio-pci\"}]",
	       "\"vf_count\": 1, \"autoprobe\": false, " VF_0 "\"driver\": \"native\"}]",
	       "gate open, 0 vfio-pci to native, gate closed, ");
}
END_TEST

START_TEST(drivers)
{
	expect("\"vf_count\": 1, " VF_0 "\"driver\": \"igbvf\"}]",
	       "\"vf_count\": 1, " VF_0 "\"driver\": \"vfio-pci\"}]",
	       "0 igbvf to vfio-pci override vfio-pci, ");
	expect("\"vf_count\": 1, " VF_0 "\"driver\": \"vfio-pci\"}]",
	       "\"vf_count\": 1, " VF_0 "\"driver\": \"none\"}]", "0 vfio-pci to none, ");
	expect("\"vf_count\": 1, " VF_0 "\"driver\": \"vfio-pci\"}]", "\"vf_count\": 1", "");
	expect("\"vf_count\": 1, " VF_0 "\"driver\": \"vfio-pci\"}]",
	       "\"vf_count\": 1, " VF_0 "\"driver\": \"vfio-pci\"}]", "");
}
END_TEST

static struct sriov_pf_state *make_with_override(const char *driver, const char *override)
{
	struct sriov_pf_state *made;
	char fields[128];

	snprintf(fields, sizeof(fields), "\"vf_count\": 1, " VF_0 "\"driver\": \"%s\"}]", driver);
	made = make(fields);
	ck_assert(vf_state_set_text(&sriov_vf_state_list_get(made->vfs, 0)->override, override));
	return made;
}

/* Both have to tell them, as what is captured to be taken back does. */
START_TEST(overrides)
{
	expect_steps(make_with_override("none", "vfio-pci"), make_with_override("none", ""),
		     "0 none to none, ");
	expect_steps(make_with_override("vfio-pci", ""), make_with_override("vfio-pci", "vfio-pci"),
		     "0 vfio-pci to vfio-pci override vfio-pci, ");
	expect_steps(make_with_override("none", "vfio-pci"), make_with_override("none", "vfio-pci"),
		     "");
	expect_steps(make_with_override("none", "vfio-pci"), make_with_override("none", NULL), "");
	expect_steps(make("\"vf_count\": 0"), make_with_override("none", "pci-stub"),
		     "make 1, 0 unknown to none override pci-stub, ");
}
END_TEST

/* The kernel takes a rate that is not given for 0. */
START_TEST(rates_go_together)
{
	expect("\"vf_count\": 1, " VF_0 "\"min_rate_mbps\": 10, \"max_rate_mbps\": 20}]",
	       "\"vf_count\": 1, " VF_0 "\"max_rate_mbps\": 30}]",
	       "0 rates a minimum of 10 and a maximum of 30 Mb/s, ");
	expect("\"vf_count\": 1, " VF_0 "\"min_rate_mbps\": 10, \"max_rate_mbps\": 20}]",
	       "\"vf_count\": 1, " VF_0 "\"min_rate_mbps\": 10}]", "");
}
END_TEST

START_TEST(only_what_differs)
{
	expect("\"vf_count\": 1, " VF_0 "\"trust\": true, \"vlan\": {\"id\": 5, \"qos\": 1}}]",
	       "\"vf_count\": 1, " VF_0
	       "\"trust\": true, \"spoof_check\": false, \"vlan\": {\"id\": 5}}]",
	       "0 vlan VLAN 5 with priority 0, 0 spoof-check off, ");
	expect("\"vf_count\": 1, " VF_0 "\"vlan\": {\"id\": 5}}]",
	       "\"vf_count\": 1, " VF_0 "\"vlan\": {\"id\": 0, \"qos\": 3}}]",
	       "0 vlan no VLAN, with priority 3, ");
}
END_TEST

/* They change while no driver is bound. */
START_TEST(vectors)
{
	expect("\"vf_count\": 2, \"vfs\": ["
	       "{\"index\": 0, \"driver\": \"vfio-pci\", \"msix_count\": 3},"
	       "{\"index\": 1, \"driver\": \"none\", \"msix_count\": 3}]",
	       "\"vf_count\": 2, \"vfs\": ["
	       "{\"index\": 0, \"driver\": \"vfio-pci\", \"msix_count\": 5},"
	       "{\"index\": 1, \"driver\": \"vfio-pci\", \"msix_count\": 5}]",
	       "0 vfio-pci to none, 0 vectors 5, 0 none to vfio-pci override vfio-pci, "
	       "1 vectors 5, 1 none to vfio-pci override vfio-pci, ");
	expect("\"vf_count\": 1, " VF_0 "\"driver\": \"none\", \"msix_count\": 3}]",
	       "\"vf_count\": 1, " VF_0 "\"driver\": \"none\", \"msix_count\": 3}]", "");
	expect("\"vf_count\": 0", "\"vf_count\": 1, " VF_0 "\"msix_count\": 3}]",
	       "make 1, 0 vectors 3, ");
	/* Nothing is bound twice, or before the gate is open. */
	expect("\"vf_count\": 1, \"autoprobe\": false, " VF_0
	       "\"driver\": \"vfio-pci\", \"msix_count\": 3}]",
	       "\"vf_count\": 1, \"autoprobe\": false, " VF_0
	       "\"driver\": \"native\", \"msix_count\": 5}]",
	       "0 vfio-pci to none, 0 vectors 5, gate open, 0 vfio-pci to native, gate closed, ");
}
END_TEST

static const struct sriov_step *make_step(struct sriov_step_list **steps, const char *now,
					  const char *target)
{
	struct sriov_pf_state *from = make(now), *to = make(target);

	*steps = list_new();
	expect_success(pf_diff(pf, from, to, *steps, &error), error);
	sriov_pf_state_unref(from);
	sriov_pf_state_unref(to);
	return sriov_step_list_get(*steps, 0);
}

/* A driver that does not tell a setting does not tell what it is to be set back to, either. */
START_TEST(what_cannot_be_taken_back)
{
	struct sriov_step_list *steps;
	const struct sriov_step *step =
		make_step(&steps, "\"vf_count\": 1, \"vfs\": [{\"index\": 0}]",
			  "\"vf_count\": 1, " VF_0 "\"trust\": true}]");

	ck_assert(!sriov_step_is_reversible(step));
	ck_assert_str_eq(sriov_step_get_undo(step),
			 "it stays: the driver does not tell what it was");
	ck_assert_int_eq(sriov_step_get_effect(step), SRIOV_STEP_EFFECT_VF);
	ck_assert_str_eq(sriov_step_get_from(step), "unknown");
	sriov_step_list_unref(steps);
	step = make_step(&steps, "\"vf_count\": 1, " VF_0 "\"trust\": false}]",
			 "\"vf_count\": 1, " VF_0 "\"trust\": true}]");
	ck_assert(sriov_step_is_reversible(step));
	ck_assert_str_eq(sriov_step_get_undo(step), "it is set back");
	ck_assert_str_eq(sriov_step_get_from(step), "off");
	sriov_step_list_unref(steps);
	step = make_step(&steps, "\"vf_count\": 1", "\"vf_count\": 0");
	ck_assert(!sriov_step_is_reversible(step));
	ck_assert_int_eq(sriov_step_get_effect(step), SRIOV_STEP_EFFECT_PF);
	sriov_step_list_unref(steps);
}
END_TEST

UNIT_SUITE_WITH("pf_diff", set_up, tear_down, from_nothing, to_nothing, another_number_is_made_anew,
		the_gate, the_kernels_choice, drivers, overrides, rates_go_together,
		only_what_differs, vectors, what_cannot_be_taken_back)
