/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Plans on a made-up host: what is planned, what speaks against it, and how it is told. */
#include "unit.h"

#include "change/plan/plan.h"
#include "fake_module.h"

#define PF     "0000:01:00.0"
#define SECOND "0000:02:00.0"
#define NVME   "0000:03:00.0"

static struct fake *fake;
static struct sriov_context *context;
static struct sriov_plan *plan;
static struct sriov_error *error;
static char *text;

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, PF, "em1", 0);
	fake_add_82576(fake, SECOND, "em2", 0);
	fake_add_device(fake, NVME, &fake_nvme);
	fake_set_driver(fake, NVME, "nvme");
	fake_make_pf(fake, NVME, &fake_nvme_sriov);
	fake_add_vfs(fake, NVME, 2);
	fake_add_driver(fake, "vfio-pci");
	fake_add_process(fake, 1, "init");
	fake_add_process(fake, 4711, "python3");
	fake_link(fake, "4711", "proc/self");
	context = fake_open_context(fake);
}

static void forget(void)
{
	sriov_plan_unref(plan);
	plan = NULL;
	free(text);
	text = NULL;
}

static void tear_down(void)
{
	forget();
	sriov_context_unref(context);
	fake_free(fake);
}

static enum sriov_code make(const char *pfs)
{
	struct sriov_state *state;
	char json[1024];
	enum sriov_code code;

	forget();
	snprintf(json, sizeof(json), "{\"version\": 1, \"pfs\": [%s]}", pfs);
	expect_success(sriov_state_new(&state, &error), error);
	expect_success(sriov_state_add_json(state, json, &error), error);
	code = sriov_plan_make(context, state, &plan, &error);
	sriov_state_unref(state);
	return code;
}

static void expect_plan(const char *pfs, size_t steps)
{
	expect_success(make(pfs), error);
	ck_assert_uint_eq(sriov_step_list_get_count(sriov_plan_get_steps(plan)), steps);
}

static void expect_refusal(const char *pfs, enum sriov_code code, const char *words)
{
	expect_failure(make(pfs), code, error, words);
	ck_assert_ptr_null(plan);
}

START_TEST(null_arguments)
{
	struct sriov_state *state;
	struct sriov_plan *made = (void *)&made;

	expect_success(sriov_state_new(&state, &error), error);
	expect_failure(sriov_plan_make(NULL, state, &made, &error), SRIOV_CODE_INVALID, error,
		       "context");
	ck_assert_ptr_null(made);
	expect_failure(sriov_plan_make(context, NULL, &made, &error), SRIOV_CODE_INVALID, error,
		       "state");
	expect_failure(sriov_plan_make(context, state, NULL, &error), SRIOV_CODE_INVALID, error,
		       "plan");
	sriov_state_unref(state);
	text = (void *)&text;
	expect_failure(sriov_plan_format_text(NULL, &text, &error), SRIOV_CODE_INVALID, error,
		       "plan");
	ck_assert_ptr_null(text);
	text = (void *)&text;
	expect_failure(sriov_plan_format_json(NULL, &text, &error), SRIOV_CODE_INVALID, error,
		       "plan");
	ck_assert_ptr_null(text);
	ck_assert_ptr_null(sriov_plan_get_steps(NULL));
	ck_assert_int_eq(sriov_plan_get_effect(NULL), SRIOV_STEP_EFFECT_NONE);
	ck_assert_int_eq(sriov_step_get_kind(NULL), SRIOV_STEP_KIND_UNKNOWN);
	ck_assert_ptr_null(sriov_step_get_description(NULL));
	ck_assert_uint_eq(sriov_step_get_vf_index(NULL), SRIOV_VF_INDEX_ALL);
	ck_assert(!sriov_step_is_reversible(NULL));
}
END_TEST

START_TEST(nothing_to_do)
{
	expect_plan("", 0);
	expect_plan("{\"pf\": \"em1\", \"vf_count\": 0}", 0);
	expect_plan("{\"pf\": \"" NVME "\", \"defaults\": {\"driver\": \"none\"}}", 0);
	expect_success(sriov_plan_format_text(plan, &text, &error), error);
	ck_assert_str_eq(text, "nothing is to be done\n");
	free(text);
	expect_success(sriov_plan_format_json(plan, &text, &error), error);
	ck_assert_str_eq(text, "{\n  \"version\": 1,\n  \"steps\": []\n}\n");
}
END_TEST

/* What was captured is no step. */
START_TEST(capture)
{
	struct sriov_state *state;

	fake_remove_device(fake, SECOND);
	fake_set_driver(fake, "0000:03:00.1", "vfio-pci");
	fake_set(fake, NVME, "sriov_drivers_autoprobe", "0\n");
	expect_success(sriov_state_capture(context, &state, &error), error);
	expect_success(sriov_plan_make(context, state, &plan, &error), error);
	ck_assert_uint_eq(sriov_step_list_get_count(sriov_plan_get_steps(plan)), 0);
	expect_success(sriov_state_format_json(state, &text, &error), error);
	ck_assert_ptr_nonnull(strstr(text, "\"autoprobe\": false"));
	ck_assert_ptr_nonnull(strstr(text, "\"driver\": \"vfio-pci\""));
	ck_assert_ptr_nonnull(strstr(text, "\"driver\": \"none\""));
	sriov_state_unref(state);
}
END_TEST

/* Each PF's steps are together, in the order of their addresses. */
START_TEST(two_pfs)
{
	const struct sriov_step_list *steps;

	expect_plan("{\"pf\": \"em2\", \"vf_count\": 1, \"defaults\": {\"driver\": \"vfio-pci\"}},"
		    "{\"pf\": \"em1\", \"vf_count\": 1, \"defaults\": {\"driver\": \"none\"}}",
		    7);
	steps = sriov_plan_get_steps(plan);
	for (size_t i = 0; i < 7; i++)
		ck_assert_str_eq(sriov_step_get_address(sriov_step_list_get(steps, i)),
				 i < 3 ? PF : SECOND);
	ck_assert_int_eq(sriov_plan_get_effect(plan), SRIOV_STEP_EFFECT_PF);
}
END_TEST

START_TEST(defaults_and_exceptions)
{
	const struct sriov_step_list *steps;
	const struct sriov_step *step;

	expect_plan("{\"pf\": \"em1\", \"vf_count\": 2, \"defaults\": {\"driver\": \"none\","
		    " \"trust\": true}, \"vfs\": [{\"index\": 1, \"trust\": false}]}",
		    5);
	steps = sriov_plan_get_steps(plan);
	step = sriov_step_list_get(steps, 3);
	ck_assert_uint_eq(sriov_step_get_vf_index(step), 1);
	ck_assert_int_eq(sriov_step_get_setting(step), SRIOV_VF_SETTING_TRUST);
	ck_assert_str_eq(sriov_step_get_to(step), "off");
	ck_assert_str_eq(sriov_step_get_undo(step), "the VF is removed again");
}
END_TEST

/* --- What speaks against it ------------------------------------------------------------------- */

START_TEST(numbers)
{
	expect_refusal("{\"pf\": \"em1\", \"vf_count\": 8}", SRIOV_CODE_TOO_MANY_VFS,
		       "em1 (" PF ", igb): cannot have 8 VFs: the device has at most 7");
	expect_refusal(
		"{\"pf\": \"em1\", \"vfs\": [{\"index\": 0}]}", SRIOV_CODE_INVALID,
		"something is said of VF 0, and it has 0 VFs, which go from 0: say how many");
	expect_refusal("{\"pf\": \"" NVME "\", \"vfs\": [{\"index\": 2}]}", SRIOV_CODE_INVALID,
		       "VF 2");
}
END_TEST

START_TEST(names)
{
	expect_refusal("{\"pf\": \"em1\"}, {\"pf\": \"" PF "\"}", SRIOV_CODE_INVALID,
		       PF " is in the state twice: as " PF ", and by another name");
	expect_refusal("{\"pf\": \"em9\"}", SRIOV_CODE_NOT_FOUND, "em9");
	expect_refusal("{\"pf\": \"0000:03:00.1\"}", SRIOV_CODE_NOT_PF, "0000:03:00.1");
}
END_TEST

/* Both cards have the same one. */
START_TEST(serial_numbers)
{
	expect_refusal("{\"serial_number\": \"nobodys\"}", SRIOV_CODE_NOT_FOUND,
		       "no PF is function 0 of a card with the serial number nobodys");
	fake_add_attributes(fake, PF);
	expect_success(make("{\"serial_number\": \"MU0123456789\", \"vf_count\": 0}"), error);
	fake_add_attributes(fake, SECOND);
	expect_refusal("{\"serial_number\": \"mu0123456789\"}", SRIOV_CODE_INVALID,
		       "both " PF " and " SECOND);
	expect_refusal("{\"serial_number\": \"MU0123456789\", \"function\": 1}",
		       SRIOV_CODE_NOT_FOUND, "function 1");
}
END_TEST

START_TEST(no_driver)
{
	fake_set_driver(fake, PF, NULL);
	expect_refusal("{\"pf\": \"" PF "\", \"vf_count\": 1}", SRIOV_CODE_NO_DRIVER,
		       "no driver is bound to it");
	expect_success(make("{\"pf\": \"" PF "\", \"vf_count\": 0}"), error);
}
END_TEST

START_TEST(modules)
{
	const struct sriov_step *step;

	UNIT_NEEDS(fake_has_depmod(), "depmod");
	fake_add_module(fake, &(struct fake_module) {.name = "other-vfio"});
	fake_index_modules(fake);
	sriov_context_unref(context);
	context = fake_open_context(fake);
	expect_plan(
		"{\"pf\": \"em1\", \"vf_count\": 1, \"defaults\": {\"driver\": \"other_vfio\"}}",
		5);
	step = sriov_step_list_get(sriov_plan_get_steps(plan), 0);
	ck_assert_int_eq(sriov_step_get_kind(step), SRIOV_STEP_KIND_LOAD_MODULE);
	ck_assert_str_eq(sriov_step_get_command(step), "modprobe other_vfio");
	ck_assert_ptr_null(sriov_step_get_address(step));
	expect_refusal("{\"pf\": \"em1\", \"vf_count\": 1,"
		       " \"defaults\": {\"driver\": \"nonesuch\"}}",
		       SRIOV_CODE_NO_DRIVER,
		       "the driver nonesuch is not loaded, and there is no module of that name");
	fake_write(fake, "blacklist other_vfio\n", "modprobe/local.conf");
	sriov_context_unref(context);
	context = fake_open_context(fake);
	expect_refusal("{\"pf\": \"em1\", \"vf_count\": 1,"
		       " \"defaults\": {\"driver\": \"other_vfio\"}}",
		       SRIOV_CODE_BLACKLISTED, "blacklisted");
}
END_TEST

START_TEST(an_old_kernel)
{
	fake_remove(fake, "sys/bus/pci/devices/%s/sriov_drivers_autoprobe", PF);
	expect_refusal("{\"pf\": \"em1\", \"autoprobe\": true}", SRIOV_CODE_UNSUPPORTED, "4.12");
	expect_plan("{\"pf\": \"em1\", \"vf_count\": 1, \"defaults\": {\"driver\": \"none\"}}", 1);
}
END_TEST

static void use_vf(void)
{
	fake_set_group(fake, "0000:03:00.1", 33);
	fake_set_driver(fake, "0000:03:00.1", "vfio-pci");
	fake_make_directory(fake, "dev/vfio");
	fake_add_process(fake, 812, "qemu");
	fake_open_file(fake, 812, 9, "/dev/vfio/33");
}

START_TEST(who_uses_a_vf)
{
	use_vf();
	expect_refusal("{\"pf\": \"" NVME "\", \"vf_count\": 0}", SRIOV_CODE_WOULD_DESTROY, "qemu");
	expect_refusal("{\"pf\": \"" NVME "\", \"vfs\": [{\"index\": 0, \"driver\": \"none\"}]}",
		       SRIOV_CODE_WOULD_DESTROY, "VF 0 of " NVME);
	expect_plan("{\"pf\": \"" NVME "\", \"vfs\": [{\"index\": 1, \"driver\": \"vfio-pci\"}]}",
		    1);
	expect_plan("{\"pf\": \"" NVME "\", \"vf_count\": 0, \"allow_in_use\": true}", 1);
	ck_assert_int_eq(sriov_plan_get_effect(plan), SRIOV_STEP_EFFECT_ALL_VFS);
}
END_TEST

START_TEST(who_has_reserved_a_vf)
{
	struct sriov_reservation *reservation;
	struct sriov_vf *vf;

	expect_success(sriov_vf_open(context, "0000:03:00.2", &vf, &error), error);
	expect_success(sriov_vf_reserve(vf, NULL, &reservation, &error), error);
	expect_refusal("{\"pf\": \"" NVME "\", \"vf_count\": 0}", SRIOV_CODE_WOULD_DESTROY,
		       "is reserved by");
	sriov_reservation_unref(reservation);
	sriov_vf_unref(vf);
	expect_plan("{\"pf\": \"" NVME "\", \"vf_count\": 0}", 1);
}
END_TEST

START_TEST(what_the_host_lives_by)
{
	fake_add_disk(fake, NVME, "nvme/nvme0", "nvme0n1", "259:0");
	fake_set_mounts(fake, "36 35 259:0 / / rw - ext4 /dev/nvme0n1 rw\n");
	expect_refusal("{\"pf\": \"" NVME "\", \"vf_count\": 0}", SRIOV_CODE_WOULD_DESTROY,
		       "nvme0n1");
	expect_plan("{\"pf\": \"" NVME "\", \"vf_count\": 0, \"allow_vital\": true}", 1);
}
END_TEST

START_TEST(all_at_once)
{
	expect_refusal("{\"pf\": \"em1\", \"vf_count\": 8}, {\"pf\": \"em9\"}",
		       SRIOV_CODE_TOO_MANY_VFS, "there are 2 reasons");
}
END_TEST

/* --- How it is told --------------------------------------------------------------------------- */

#define LABEL "em1 (" PF ", igb)"
#define SYSFS "/sys/bus/pci/devices/" PF

static const char one_vf[] = "{\"pf\": \"em1\", \"vf_count\": 1, \"defaults\": {\"driver\":"
			     " \"vfio-pci\"}, \"vfs\": [{\"index\": 0, \"trust\": true}]}";

START_TEST(for_a_person)
{
	expect_success(make(one_vf), error);
	expect_success(sriov_plan_format_text(plan, &text, &error), error);
	ck_assert_str_eq(text,
			 "1. " LABEL ": new VFs get no drivers by themselves\n"
			 "     from on to off; nobody notices\n"
			 "     back: it is set back\n"
			 "     by hand: echo 0 >" SYSFS "/sriov_drivers_autoprobe\n"
			 "2. " LABEL ": make 1 VF\n"
			 "     from 0 to 1; who uses the PF or a VF of it notices\n"
			 "     back: they are removed\n"
			 "     by hand: echo 1 >" SYSFS "/sriov_numvfs\n"
			 "3. VF 0 of " LABEL ": turn its trust on\n"
			 "     from unknown to on; nobody notices\n"
			 "     back: the VF is removed again\n"
			 "     by hand: ip link set em1 vf 0 trust on\n"
			 "4. VF 0 of " LABEL ": bind it to vfio-pci\n"
			 "     from unknown to vfio-pci; nobody notices\n"
			 "     back: the VF is removed again\n"
			 "     by hand: (cd " SYSFS "/virtfn0 && echo vfio-pci >driver_override"
			 " && basename $(pwd -P) >/sys/bus/pci/drivers_probe)\n"
			 "5. " LABEL ": new VFs get drivers by themselves\n"
			 "     from off to on; nobody notices\n"
			 "     back: it is set back\n"
			 "     by hand: echo 1 >" SYSFS "/sriov_drivers_autoprobe\n");
}
END_TEST

START_TEST(for_a_program)
{
	expect_plan("{\"pf\": \"" NVME "\", \"vf_count\": 0}", 1);
	expect_success(sriov_plan_format_json(plan, &text, &error), error);
	ck_assert_str_eq(text,
			 "{\n"
			 "  \"version\": 1,\n"
			 "  \"steps\": [\n"
			 "    {\n"
			 "      \"kind\": \"remove-vfs\",\n"
			 "      \"pf\": \"" NVME "\",\n"
			 "      \"description\": \"" NVME " (nvme): remove its 2 VFs\",\n"
			 "      \"from\": \"2\",\n"
			 "      \"to\": \"0\",\n"
			 "      \"effect\": \"all-vfs\",\n"
			 "      \"reversible\": false,\n"
			 "      \"undo\": \"as many are made again and set as before; who used"
			 " one of them has lost it\",\n"
			 "      \"command\": \"echo 0 >/sys/bus/pci/devices/" NVME
			 "/sriov_numvfs\"\n"
			 "    }\n"
			 "  ]\n"
			 "}\n");
}
END_TEST

/* What the kernel takes as a name is more than JSON can hold. */
START_TEST(a_name_that_is_no_utf_8)
{
	fake_add_82576(fake, "0000:04:00.0", "em\xff", 0);
	expect_plan("{\"pf\": \"0000:04:00.0\", \"autoprobe\": false}", 1);
	expect_failure(sriov_plan_format_json(plan, &text, &error), SRIOV_CODE_MALFORMED, error,
		       "0000:04:00.0: its interface's name is no UTF-8");
	ck_assert_ptr_null(text);
	expect_success(sriov_plan_format_text(plan, &text, &error), error);
}
END_TEST

UNIT_SUITE_WITH("plan", set_up, tear_down, null_arguments, nothing_to_do, capture, two_pfs,
		defaults_and_exceptions, numbers, names, serial_numbers, no_driver, modules,
		an_old_kernel, who_uses_a_vf, who_has_reserved_a_vf, what_the_host_lives_by,
		all_at_once, for_a_person, for_a_program, a_name_that_is_no_utf_8)
