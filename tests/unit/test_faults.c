/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * A walk through the interface in which every allocation fails in turn. Each time the call has to
 * say that memory ran out, or to have done without, and nothing may be left behind.
 */
#include "unit.h"

#include <libkmod.h>
#include <stdio.h>

#include "fake_module.h"
#include "fault.h"

#define CARD   "0000:01:00.0"
#define SECOND "0000:02:00.0"
#define VF     "0000:01:10.2"

/* What a step says when its result is not whole although the call succeeded. */
#define HALF ((enum sriov_code)1000)

static struct fake *fake;
static struct sriov_context_options *options;

/*
 * Calls that nobody can save when memory runs out in them: kmod_new() leaks what it had, and so do
 * libkmod's look-ups, where they do not end the process by an assertion; pci_alloc() ends the
 * process, and pci_lookup_name() writes to what malloc() gave unseen.
 */
#define SPARE(type, name, parameters, arguments)                                                   \
	type __wrap_##name parameters;                                                             \
	type __real_##name parameters;                                                             \
	type __wrap_##name parameters                                                              \
	{                                                                                          \
		type result;                                                                       \
                                                                                                   \
		fault_pause();                                                                     \
		result = __real_##name arguments;                                                  \
		fault_resume();                                                                    \
		return result;                                                                     \
	}

SPARE(struct kmod_ctx *, kmod_new, (const char *directory, const char *const *paths),
      (directory, paths))

SPARE(const char *, kmod_module_get_path, (const struct kmod_module *module), (module))
SPARE(struct kmod_list *, kmod_module_get_dependencies, (const struct kmod_module *module),
      (module))
SPARE(int, kmod_module_new_from_lookup,
      (struct kmod_ctx * kmod, const char *alias, struct kmod_list **list), (kmod, alias, list))

#ifdef HAVE_LIBPCI
struct pci_access;

SPARE(struct pci_access *, pci_alloc, (void), ())

/* The library asks for a vendor and a device, both numbers. */
SPARE(char *, pci_lookup_name,
      (struct pci_access * access, char *buffer, int size, int flags, int vendor, int device),
      (access, buffer, size, flags, vendor, device))
#endif

static void set_up(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 7);
	fake_add_82576(fake, SECOND, "em2", 0);
	fake_set_driver(fake, VF, "igbvf");
	fake_add_interface(fake, VF, "enp1s16f2", 1000100);
	fake_add_bond(fake, "bond0", 1000200, "active-backup 1");
	fake_add_bond_member(fake, "bond0", "em1");
	fake_add_bond_member(fake, "bond0", "em2");
	fake_add_iommu_unit(fake, "dmar0");
	fake_add_driver(fake, "vfio-pci");
	options = fake_make_options(fake);
}

/* The same host with an index of modules, and a configuration that forbids each of them. */
static void set_up_with_modules(void)
{
	static const struct fake_module modules[] = {
		{.name = "made-up-base", .makes = "made_up_symbol"},
		{.name = "made-up", .alias = "pci:*", .needs = "made_up_symbol"},
		{.name = "made-up-too", .alias = "pci:v*"},
	};

	set_up();
	for (size_t i = 0; i < sizeof(modules) / sizeof(modules[0]); i++)
		fake_add_module(fake, &modules[i]);
	fake_index_modules(fake);
	fake_write(fake,
		   "blacklist made-up-too\ninstall made-up-base /bin/false\nthis is no command\n",
		   "modprobe/local.conf");
}

static void tear_down(void)
{
	sriov_context_options_unref(options);
	fake_free(fake);
}

/* --- Steps: each does one thing and frees what it got. -----------------------------------------
 */

static enum sriov_code configure(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_context_options *made = NULL;
	enum sriov_code code = sriov_context_options_new(&made, error);

	(void)context;
	if (!code)
		code = sriov_context_options_set_modules(made, "/lib/modules/x", error);
	if (!code)
		code = sriov_context_options_set_modprobe(made, "/etc/modprobe.d", error);
	sriov_context_options_unref(made);
	return code;
}

static enum sriov_code list_devices(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device_filter *filter = NULL;
	struct sriov_device_list *list = NULL;
	enum sriov_code code = sriov_device_filter_new(&filter, error);

	if (!code)
		code = sriov_device_filter_set_class(filter, 0x020000, 0xff0000, error);
	if (!code)
		code = sriov_device_list(context, filter, &list, error);
	if (!code && sriov_device_list_get_count(list) != 9)
		code = HALF;
	sriov_device_list_unref(list);
	sriov_device_filter_unref(filter);
	return code;
}

static enum sriov_code open_device(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;
	enum sriov_code code = sriov_device_open(context, "em1", &device, error);

	if (!code && strcmp(sriov_device_get_driver(device), "igb"))
		code = HALF;
	sriov_device_unref(device);
	return code;
}

static enum sriov_code open_absent(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;

	return sriov_device_open(context, "em9", &device, error);
}

static enum sriov_code open_malformed(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_device *device;

	return sriov_device_open(context, "0000:01:00.9", &device, error);
}

/* A step about a device that is opened first. */
static enum sriov_code with_device(struct sriov_context *context, const char *name,
				   enum sriov_code (*step)(struct sriov_device *device,
							   struct sriov_error **error),
				   struct sriov_error **error)
{
	struct sriov_device *device;
	enum sriov_code code = sriov_device_open(context, name, &device, error);

	if (!code)
		code = step(device, error);
	sriov_device_unref(device);
	return code;
}

static enum sriov_code read_name_of(struct sriov_device *device, struct sriov_error **error)
{
	char *name;
	enum sriov_code code = sriov_device_read_name(device, &name, error);

	free(name);
	return code;
}

static enum sriov_code read_name(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, CARD, read_name_of, error);
}

static enum sriov_code read_facts_of(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *interfaces;
	enum sriov_code code;
	int node;

	code = sriov_device_read_numa_node(device, &node, error);
	if (code)
		return code;
	code = sriov_device_list_interfaces(device, &interfaces, error);
	if (!code && sriov_string_list_get_count(interfaces) != 1)
		code = HALF;
	sriov_string_list_unref(interfaces);
	return code;
}

static enum sriov_code read_facts(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, CARD, read_facts_of, error);
}

static enum sriov_code list_modules_of(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_string_list *modules;
	enum sriov_code code = sriov_device_list_modules(device, &modules, error);

	sriov_string_list_unref(modules);
	return code;
}

static enum sriov_code list_modules(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, CARD, list_modules_of, error);
}

static enum sriov_code open_module(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(context, "vfio-pci", &module, error);

	sriov_module_unref(module);
	return code;
}

static enum sriov_code list_by_alias(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_string_list *modules;
	enum sriov_code code = sriov_module_list_by_alias(context, "pci:v1", &modules, error);

	if (!code && sriov_string_list_get_count(modules) != 2)
		code = HALF;
	sriov_string_list_unref(modules);
	return code;
}

static enum sriov_code load(struct sriov_context *context, const char *name, bool blacklisted,
			    struct sriov_error **error)
{
	struct sriov_module *module;
	enum sriov_code code = sriov_module_open(context, name, &module, error);

	if (!code && sriov_module_is_blacklisted(module) != blacklisted)
		code = HALF;
	if (!code)
		code = sriov_module_load(module, error);
	sriov_module_unref(module);
	return code;
}

static enum sriov_code load_blacklisted(struct sriov_context *context, struct sriov_error **error)
{
	return load(context, "made-up-too", true, error);
}

static enum sriov_code load_with_command(struct sriov_context *context, struct sriov_error **error)
{
	return load(context, "made-up", false, error);
}

static enum sriov_code list_capabilities_of(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_capability_list *list;
	enum sriov_code code = sriov_device_list_capabilities(device, &list, error);

	if (!code && sriov_capability_list_get_count(list) != 7)
		code = HALF;
	sriov_capability_list_unref(list);
	return code;
}

static enum sriov_code list_capabilities(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, CARD, list_capabilities_of, error);
}

static enum sriov_code read_iov_of(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_iov_capability *iov;
	enum sriov_code code = sriov_device_read_iov_capability(device, &iov, error);

	sriov_iov_capability_unref(iov);
	return code;
}

static enum sriov_code read_iov(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, CARD, read_iov_of, error);
}

static enum sriov_code list_pfs(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_pf_list *list;
	enum sriov_code code = sriov_pf_list(context, &list, error);

	if (!code && sriov_pf_list_get_count(list) != 2)
		code = HALF;
	sriov_pf_list_unref(list);
	return code;
}

/* A step about a PF that is opened first. */
static enum sriov_code with_pf(struct sriov_context *context, const char *name,
			       enum sriov_code (*step)(struct sriov_pf *pf,
						       struct sriov_error **error),
			       struct sriov_error **error)
{
	struct sriov_pf *pf;
	enum sriov_code code = sriov_pf_open(context, name, &pf, error);

	if (!code && strcmp(sriov_pf_get_interface(pf), name))
		code = HALF;
	if (!code)
		code = step(pf, error);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code list_vfs_of(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_list *list;
	enum sriov_code code = sriov_pf_list_vfs(pf, &list, error);

	if (!code && sriov_vf_list_get_count(list) != 7)
		code = HALF;
	sriov_vf_list_unref(list);
	return code;
}

static enum sriov_code list_vfs(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", list_vfs_of, error);
}

static enum sriov_code open_vf_7_of(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf *vf;

	return sriov_pf_open_vf(pf, 7, &vf, error);
}

static enum sriov_code open_vf_7(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", open_vf_7_of, error);
}

static enum sriov_code open_vf(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_vf *vf;
	enum sriov_code code = sriov_vf_open(context, "enp1s16f2", &vf, error);

	if (!code && sriov_vf_get_index(vf) != 1)
		code = HALF;
	sriov_vf_unref(vf);
	return code;
}

static enum sriov_code keep_count_of(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 7, NULL, error);
}

static enum sriov_code keep_count(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", keep_count_of, error);
}

static enum sriov_code lower_count_of(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 3, NULL, error);
}

static enum sriov_code lower_count(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", lower_count_of, error);
}

/* The made-up host does not react: the VFs do not go. */
static enum sriov_code force_count_of(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_count_options *allow;
	enum sriov_code code = sriov_vf_count_options_new(&allow, error);

	if (code)
		return code;
	sriov_vf_count_options_set_allow_destroy(allow, true);
	code = sriov_pf_set_vf_count(pf, 3, allow, error);
	sriov_vf_count_options_unref(allow);
	return code;
}

static enum sriov_code force_count(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", force_count_of, error);
}

static enum sriov_code make_vfs_of(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_vf_count(pf, 2, NULL, error);
}

static enum sriov_code make_vfs(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em2", make_vfs_of, error);
}

/* Nothing binds the device here, so this is the way back. */
static enum sriov_code bind_of(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_vfio *vfio;
	enum sriov_code code = sriov_vfio_bind(device, NULL, &vfio, error);

	sriov_vfio_unref(vfio);
	return code;
}

static enum sriov_code bind(struct sriov_context *context, struct sriov_error **error)
{
	return with_device(context, "0000:01:10.0", bind_of, error);
}

static enum sriov_code open_bond(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_bond *bond;
	enum sriov_code code = sriov_bond_open_above(context, "em1", &bond, error);

	if (!code && sriov_string_list_get_count(sriov_bond_get_members(bond)) != 2)
		code = HALF;
	sriov_bond_unref(bond);
	return code;
}

static enum sriov_code plan_bond(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_guest_bond *plan = NULL;
	struct sriov_finding_list *findings = NULL;
	struct sriov_bond *bond;
	enum sriov_code code = sriov_bond_open(context, "bond0", &bond, error);

	if (!code)
		code = sriov_guest_bond_new_like(bond, &plan, error);
	if (!code)
		code = sriov_guest_bond_set_mode(plan, SRIOV_BOND_MODE_8023AD, error);
	if (!code)
		code = sriov_guest_bond_check(plan, &findings, error);
	sriov_finding_list_unref(findings);
	sriov_guest_bond_unref(plan);
	sriov_bond_unref(bond);
	return code;
}

static enum sriov_code read_iommu(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu *iommu;
	enum sriov_code code = sriov_iommu_open(context, &iommu, error);

	if (!code && !sriov_iommu_is_enabled(iommu))
		code = HALF;
	sriov_iommu_unref(iommu);
	return code;
}

static enum sriov_code read_group(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_iommu_group *group;
	enum sriov_code code = sriov_iommu_group_open(context, 10, &group, error);

	if (!code && sriov_device_list_get_count(sriov_iommu_group_get_devices(group)) != 1)
		code = HALF;
	sriov_iommu_group_unref(group);
	return code;
}

static enum sriov_code define_network_of(struct sriov_pf *pf, struct sriov_error **error)
{
	char *xml;
	enum sriov_code code = sriov_libvirt_format_network(pf, NULL, &xml, error);

	free(xml);
	if (code)
		return code;
	code = sriov_libvirt_format_interface("a&b", "52:54:00:00:00:01", &xml, error);
	free(xml);
	return code;
}

static enum sriov_code define_network(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", define_network_of, error);
}

/* No interface of these indexes is in the test's own network namespace. */
static enum sriov_code read_settings_of(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_settings_list *list;
	enum sriov_code code = sriov_pf_list_vf_settings(pf, &list, error);

	sriov_vf_settings_list_unref(list);
	return code;
}

static enum sriov_code read_settings(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", read_settings_of, error);
}

static enum sriov_code set_all_of(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_spoof_check_all(pf, false, error);
}

static enum sriov_code set_all(struct sriov_context *context, struct sriov_error **error)
{
	return with_pf(context, "em1", set_all_of, error);
}

/* --- The walk ----------------------------------------------------------------------------------
 */

/* The code is what the step comes to while memory lasts. */
static const struct step {
	const char *name;
	enum sriov_code (*run)(struct sriov_context *context, struct sriov_error **error);
	enum sriov_code code;
	enum {
		ANYWHERE,
		IN_NETWORK,
		WITH_MODULES
	} where;
} steps[] = {
	{"configure", configure, SRIOV_CODE_OK, ANYWHERE},
	{"list devices", list_devices, SRIOV_CODE_OK, ANYWHERE},
	{"open a device", open_device, SRIOV_CODE_OK, ANYWHERE},
	{"open an absent one", open_absent, SRIOV_CODE_NOT_FOUND, ANYWHERE},
	{"open a malformed one", open_malformed, SRIOV_CODE_INVALID, ANYWHERE},
	{"read a name", read_name, SRIOV_CODE_OK, ANYWHERE},
	{"read facts", read_facts, SRIOV_CODE_OK, ANYWHERE},
	{"list modules", list_modules, SRIOV_CODE_FAILED, ANYWHERE},
	{"open a module", open_module, SRIOV_CODE_FAILED, ANYWHERE},
	{"list by alias", list_by_alias, SRIOV_CODE_OK, WITH_MODULES},
	{"load a blacklisted one", load_blacklisted, SRIOV_CODE_BLACKLISTED, WITH_MODULES},
	{"load with a command", load_with_command, SRIOV_CODE_UNSUPPORTED, WITH_MODULES},
	{"list capabilities", list_capabilities, SRIOV_CODE_OK, ANYWHERE},
	{"read SR-IOV", read_iov, SRIOV_CODE_OK, ANYWHERE},
	{"list PFs", list_pfs, SRIOV_CODE_OK, ANYWHERE},
	{"list VFs", list_vfs, SRIOV_CODE_OK, ANYWHERE},
	{"open a VF", open_vf, SRIOV_CODE_OK, ANYWHERE},
	{"open VF 7 of 7", open_vf_7, SRIOV_CODE_NOT_FOUND, ANYWHERE},
	{"keep the number", keep_count, SRIOV_CODE_OK, ANYWHERE},
	{"lower the number", lower_count, SRIOV_CODE_WOULD_DESTROY, ANYWHERE},
	{"force the number", force_count, SRIOV_CODE_BUSY, ANYWHERE},
	{"make VFs", make_vfs, SRIOV_CODE_PARTIAL, ANYWHERE},
	{"bind", bind, SRIOV_CODE_UNSUPPORTED, ANYWHERE},
	{"open a bond", open_bond, SRIOV_CODE_OK, ANYWHERE},
	{"plan a bond", plan_bond, SRIOV_CODE_OK, ANYWHERE},
	{"read the IOMMU", read_iommu, SRIOV_CODE_OK, ANYWHERE},
	{"read a group", read_group, SRIOV_CODE_OK, ANYWHERE},
	{"define a network", define_network, SRIOV_CODE_OK, ANYWHERE},
	{"read settings", read_settings, SRIOV_CODE_NOT_FOUND, IN_NETWORK},
	{"set all VFs", set_all, SRIOV_CODE_NOT_FOUND, IN_NETWORK},
};

static enum sriov_code walk(const struct step *step, struct sriov_error **error)
{
	struct sriov_context *context;
	enum sriov_code code = sriov_context_new(options, &context, error);

	if (!code)
		code = step->run(context, error);
	sriov_context_unref(context);
	return code;
}

/* True when an allocation failed, so that there may be one more. */
static bool walk_with_fault(const struct step *step, unsigned long number)
{
	long before = fault_count_live(), after;
	struct sriov_error *error = NULL;
	enum sriov_code code, said;
	bool struck, told;

	fault_arm(number);
	code = walk(step, &error);
	struck = fault_disarm();
	told = error;
	said = sriov_error_get_code(error);
	sriov_error_unref(error);
	after = fault_count_live();
	ck_assert_msg(code == step->code || (struck && code == SRIOV_CODE_NO_MEMORY),
		      "%s: allocation %lu: %s instead of %s", step->name, number,
		      code == HALF ? "half a result" : sriov_code_get_name(code),
		      sriov_code_get_name(step->code));
	ck_assert_msg(told == (code != SRIOV_CODE_OK), "%s: allocation %lu: %s with%s an error",
		      step->name, number, sriov_code_get_name(code), told ? "" : "out");
	ck_assert_msg(said == code || said == SRIOV_CODE_NO_MEMORY,
		      "%s: allocation %lu: %s, but the error says %s", step->name, number,
		      sriov_code_get_name(code), sriov_code_get_name(said));
	ck_assert_msg(before == after, "%s: allocation %lu: %ld left behind", step->name, number,
		      after - before);
	return struck;
}

START_TEST(survives)
{
	const struct step *step = &steps[_i];
	unsigned long number = 1;

	/* Once without a fault, for what libraries and the C library keep for ever. */
	walk_with_fault(step, 0);
	while (walk_with_fault(step, number))
		number++;
	/* The fault has struck at all. */
	ck_assert_uint_gt(number, 1);
}
END_TEST

static void add_step(Suite *suite, int number)
{
	const struct step *step = &steps[number];
	TCase *one = tcase_create(step->name);

	tcase_add_checked_fixture(one, step->where == WITH_MODULES ? set_up_with_modules : set_up,
				  tear_down);
	tcase_add_loop_test(one, survives, number, number + 1);
	suite_add_tcase(suite, one);
}

/* What a step lacks here; NULL for nothing. */
static const char *find_want(const struct step *step)
{
	if (step->where == IN_NETWORK && !unit_is_isolated())
		return "a network namespace";
	return step->where == WITH_MODULES && !fake_has_depmod() ? "depmod" : NULL;
}

Suite *make_suite(void)
{
	Suite *suite = suite_create("faults");

	for (int i = 0; i < (int)(sizeof(steps) / sizeof(steps[0])); i++) {
		const char *want = find_want(&steps[i]);

		if (want)
			fprintf(stderr, "%s: left out without %s\n", steps[i].name, want);
		else
			add_step(suite, i);
	}
	return suite;
}
