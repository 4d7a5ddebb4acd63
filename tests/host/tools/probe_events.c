/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a monitor hears. */
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "probe.h"

static void put_opening(const char *key, enum sriov_code code)
{
	json_text(key, sriov_code_get_name(code));
}

/* What the event's objects are by now. */
static void put_objects(const struct sriov_event *event)
{
	struct sriov_device *device = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;

	put_opening("open_device", sriov_event_open_device(event, &device, NULL));
	put_opening("open_pf", sriov_event_open_pf(event, &pf, NULL));
	put_opening("open_vf", sriov_event_open_vf(event, &vf, NULL));
	sriov_device_unref(device);
	sriov_pf_unref(pf);
	sriov_vf_unref(vf);
}

static void put_event(const struct sriov_event *event)
{
	json_open(NULL, '{');
	json_text("type", sriov_event_type_get_name(sriov_event_get_type(event)));
	json_text("address", sriov_event_get_address(event));
	json_text("pf", sriov_event_get_pf_address(event));
	json_number("vf", sriov_event_get_vf_index(event));
	json_number("count", sriov_event_get_vf_count(event));
	json_text("driver", sriov_event_get_driver(event));
	json_text("interface", sriov_event_get_interface(event));
	json_text("former", sriov_event_get_former_interface(event));
	json_number("index", sriov_event_get_interface_index(event));
	json_number("changes", sriov_event_get_changes(event));
	json_bool("up", sriov_event_is_up(event));
	json_bool("carrier", sriov_event_has_carrier(event));
	json_number("master_index", sriov_event_get_master_index(event));
	json_text("master", sriov_event_get_master(event));
	json_text("mac", sriov_event_get_mac(event));
	json_number("netns_id", sriov_event_get_netns_id(event));
	json_number("new_index", sriov_event_get_new_index(event));
	json_text("vfio", sriov_event_get_vfio_name(event));
	json_text("action", sriov_event_get_action(event));
	json_number("sequence", (long long)sriov_event_get_sequence(event));
	put_objects(event);
	json_close('}');
}

static enum sriov_code set_option(struct sriov_monitor_options *options, struct call *call,
				  const char *option, const char *value)
{
	struct sriov_pf *pf = NULL;
	enum sriov_code code;

	if (!strcmp(option, "bytes"))
		return sriov_monitor_options_set_receive_buffer_bytes(options, number_of(value),
								      &call->error);
	if (!strcmp(option, "all"))
		return sriov_monitor_options_set_all_interfaces(options, truth_of(value),
								&call->error);
	code = sriov_pf_open(call->context, value, &pf, &call->error);
	if (!code)
		code = sriov_monitor_options_set_pf(options, pf, &call->error);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code make(struct call *call, struct sriov_monitor **monitor)
{
	struct sriov_monitor_options *options = NULL;
	char **words = call->words + 1;
	enum sriov_code code = sriov_monitor_options_new(&options, &call->error);

	for (; !code && words[0] && words[1]; words += 2)
		code = set_option(options, call, words[0], words[1]);
	if (!code)
		code = sriov_monitor_new(call->context, options, monitor, &call->error);
	sriov_monitor_options_unref(options);
	return code;
}

/* Until there is nothing to read; more is false after the event that ends it all. */
static enum sriov_code drain(struct call *call, struct sriov_monitor *monitor, bool *more)
{
	struct sriov_event *event = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	while (*more && !(code = sriov_monitor_read(monitor, &event, &call->error)) && event) {
		const char *address = sriov_event_get_address(event);

		*more = sriov_event_get_type(event) != SRIOV_EVENT_TYPE_UNKNOWN || !address ||
			strcmp(address, call->words[0]) != 0;
		put_event(event);
		sriov_event_unref(event);
	}
	return code;
}

/* A line for the caller, who may go on. */
static void say_ready(void)
{
	fprintf(stderr, "ready\n");
}

static bool wait_for_line(void)
{
	char byte;

	return read(STDIN_FILENO, &byte, 1) == 1;
}

/*
 * events ADDRESS [all on|off] [pf NAME] [bytes NUMBER]: all until something unknown happens to the
 * device at the address.
 */
static enum sriov_code events(struct call *call)
{
	struct sriov_monitor *monitor = NULL;
	struct pollfd wait = {.events = POLLIN};
	enum sriov_code code = make(call, &monitor);
	bool more = true;

	if (code)
		return code;
	json_number("device_events", sriov_monitor_get_device_events(monitor));
	json_open("events", '[');
	wait.fd = sriov_monitor_get_fd(monitor);
	say_ready();
	while (!code && more && poll(&wait, 1, -1) > 0)
		code = drain(call, monitor, &more);
	json_close(']');
	sriov_monitor_unref(monitor);
	return code;
}

/* late-events ADDRESS [...]: the same, but what there is is read only at each line that comes. */
static enum sriov_code late_events(struct call *call)
{
	struct sriov_monitor *monitor = NULL;
	enum sriov_code code = make(call, &monitor);
	bool more = true;

	if (code)
		return code;
	json_open("events", '[');
	say_ready();
	while (!code && more && wait_for_line()) {
		code = drain(call, monitor, &more);
		say_ready();
	}
	json_close(']');
	sriov_monitor_unref(monitor);
	return code;
}

const struct command event_commands[] = {
	{"events", "ADDRESS [all on|off] [pf NAME] [bytes NUMBER]", events},
	{"late-events", "ADDRESS [all on|off] [pf NAME] [bytes NUMBER]", late_events},
	{NULL, NULL, NULL},
};
