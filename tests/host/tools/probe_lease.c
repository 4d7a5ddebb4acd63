/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands for leases and reservations. */
#include <stdio.h>
#include <stdlib.h>

#include "json.h"
#include "probe.h"

/* Keeps it until a line comes on standard input. */
static void keep(void)
{
	putchar('\n');
	fflush(stdout);
	getchar();
}

static void put_owner(const struct sriov_owner *owner)
{
	json_text("owner", sriov_owner_get_text(owner));
	json_number("pid", sriov_owner_get_pid(owner));
	json_text("command", sriov_owner_get_command(owner));
	json_number("start_ticks", (long long)sriov_owner_get_start_ticks(owner));
	json_text("boot_id", sriov_owner_get_boot_id(owner));
	json_number("since_s", (long long)sriov_owner_get_since_s(owner));
	json_bool("running", sriov_owner_is_running(owner));
	json_text("description", sriov_owner_get_description(owner));
}

/* lease PF [OWNER [WAIT_MS]] */
static enum sriov_code lease(struct call *call)
{
	struct sriov_lease_options *options = NULL;
	struct sriov_lease *got = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_lease_options_new(&options, &call->error);
	if (!code && call->words[1]) {
		code = sriov_lease_options_set_owner(options, call->words[1], &call->error);
		sriov_lease_options_set_wait_ms(options, number_of(call->words[2]));
	}
	if (!code)
		code = sriov_pf_acquire_lease(pf, options, &got, &call->error);
	if (!code) {
		json_text("address", sriov_lease_get_address(got));
		keep();
	}
	sriov_lease_unref(got);
	sriov_lease_options_unref(options);
	sriov_pf_unref(pf);
	return code;
}

/* lease-owner PF */
static enum sriov_code lease_owner(struct call *call)
{
	struct sriov_owner *owner = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_read_lease_owner(pf, &owner, &call->error);
	if (owner)
		put_owner(owner);
	sriov_owner_unref(owner);
	sriov_pf_unref(pf);
	return code;
}

/* reserve PFS [OWNER [DRIVER]]: PFS is "em1" or "em1 em2" */
static enum sriov_code reserve(struct call *call)
{
	struct sriov_reservation_options *options = NULL;
	struct sriov_reservation *got = NULL;
	struct sriov_pf_list *pool = NULL;
	enum sriov_code code =
		sriov_pf_list_by_names(call->context, call->words[0], &pool, &call->error);

	if (!code)
		code = sriov_reservation_options_new(&options, &call->error);
	if (!code && call->words[1])
		code = sriov_reservation_options_set_owner(options, call->words[1], &call->error);
	if (!code && call->words[1] && call->words[2])
		code = sriov_reservation_options_set_driver(options, call->words[2], &call->error);
	if (!code)
		code = sriov_pf_list_reserve_vf(pool, options, &got, &call->error);
	if (!code) {
		put_device("device", sriov_vf_get_device(sriov_reservation_get_vf(got)));
		keep();
	}
	sriov_reservation_unref(got);
	sriov_reservation_options_unref(options);
	sriov_pf_list_unref(pool);
	return code;
}

/* reservation-owner VF */
static enum sriov_code reservation_owner(struct call *call)
{
	struct sriov_owner *owner = NULL;
	struct sriov_vf *vf = NULL;
	enum sriov_code code = sriov_vf_open(call->context, call->words[0], &vf, &call->error);

	if (!code)
		code = sriov_vf_read_reservation_owner(vf, &owner, &call->error);
	if (owner)
		put_owner(owner);
	sriov_owner_unref(owner);
	sriov_vf_unref(vf);
	return code;
}

const struct command lease_commands[] = {
	{"lease", "PF [OWNER [WAIT_MS]]", lease},
	{"lease-owner", "PF", lease_owner},
	{"reserve", "PFS [OWNER [DRIVER]]", reserve},
	{"reservation-owner", "VF", reservation_owner},
	{NULL, NULL, NULL},
};
