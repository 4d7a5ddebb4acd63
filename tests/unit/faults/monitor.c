/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

#include "object/monitor/monitor.h"

/* One message about a device, and one about an interface on it. */
static void hear(struct sriov_monitor *monitor)
{
	static const struct uevent bound = {
		.action = "bind",
		.path = "/devices/" CARD,
		.subsystem = "pci",
		.driver = "igb",
		.sequence = 1,
	};
	struct link_event link = {.kind = LINK_EVENT_NEW, .netns_id = -1};

	link.link.index = 77;
	memcpy(link.link.name, "eth7", sizeof("eth7"));
	memcpy(link.link.parent, CARD, sizeof(CARD));
	memcpy(link.link.parent_bus, "pci", sizeof("pci"));
	monitor_take_uevent(monitor, &bound);
	monitor_take_link(monitor, &link);
}

/* All that comes is told, or that it was lost. */
static enum sriov_code read_all(struct sriov_monitor *monitor, struct sriov_error **error)
{
	struct sriov_event *event;
	bool overrun = false;
	int count = 0;
	enum sriov_code code;

	while (!(code = sriov_monitor_read(monitor, &event, error)) && event) {
		overrun |= sriov_event_get_type(event) == SRIOV_EVENT_TYPE_OVERRUN;
		count++;
		sriov_event_unref(event);
	}
	return !code && !overrun && count != 2 ? HALF : code;
}

static enum sriov_code monitor_host(struct sriov_context *context, struct sriov_error **error)
{
	struct sriov_monitor_options *made = NULL;
	struct sriov_monitor *monitor = NULL;
	enum sriov_code code = sriov_monitor_options_new(&made, error);

	if (!code)
		code = sriov_monitor_new(context, made, &monitor, error);
	sriov_monitor_options_unref(made);
	if (code)
		return code;
	hear(monitor);
	code = read_all(monitor, error);
	sriov_monitor_unref(monitor);
	return code;
}

static const struct step steps[] = {
	{"monitor a host", .run = monitor_host, .where = FAULTS_IN_NETWORK},
};

STEPS(monitor)
