/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The library's inside that talks to the kernel about VFs, on the command line: for netdevsim,
 * which has thousands of VFs and is no PCI device, so that no PF can be opened on it.
 *
 *     vf_door INTERFACE          the settings of its VFs, as JSON
 *     vf_door INTERFACE set      makes the changes on standard input in one send, and prints those
 *                                that the kernel refused; a change is a line:
 *
 *     INDEX mac 52:54:00:00:00:01
 *     INDEX vlan ID QOS
 *     INDEX spoof_check|trust|link_state NUMBER
 */
#include <stdio.h>
#include <string.h>

#include "json.h"
#include "kernel/link.h"
#include "kernel/vf_request.h"

static int fail(struct sriov_error *error)
{
	fprintf(stderr, "vf_door: %s\n", sriov_error_get_message(error));
	sriov_error_unref(error);
	return 1;
}

static void put_vf(size_t index, const struct vf_facts *vf)
{
	char mac[MAC_SIZE];

	mac_format(vf->mac, mac);
	json_open(NULL, '{');
	json_number("vf", (long long)index);
	json_bool("known", vf->known);
	json_text("mac", mac);
	json_number("vlan_id", vf->vlan_id);
	json_number("vlan_qos", vf->vlan_qos);
	json_number("vlan_protocol", vf->vlan_protocol);
	json_number("spoof_check", vf->spoof_check);
	json_number("trust", vf->trust);
	json_number("link_state", vf->link_state);
	json_close('}');
}

static int read_all(struct netlink *netlink, int index)
{
	CLEANUP(cleanup_free) struct vf_facts *facts = NULL;
	struct sriov_error *error = NULL;
	size_t count;

	if (vf_request_read(netlink, index, false, &facts, &count, &error))
		return fail(error);
	json_open(NULL, '[');
	for (size_t i = 0; i < count; i++)
		put_vf(i, &facts[i]);
	json_close(']');
	return 0;
}

static bool parse(const char *line, struct vf_change *change)
{
	unsigned int first = 0, second = 0;
	char setting[16], value[32];

	if (sscanf(line, "%u %15s %31s", &change->vf_index, setting, value) != 3)
		return false;
	sscanf(line, "%*u %*s %u %u", &first, &second);
	if (!strcmp(setting, "mac")) {
		change->setting = SRIOV_VF_SETTING_MAC;
		return mac_parse(value, change->mac);
	}
	if (!strcmp(setting, "vlan")) {
		change->setting = SRIOV_VF_SETTING_VLAN;
		change->vlan.id = (uint16_t)first;
		change->vlan.qos = (uint8_t)second;
	} else if (!strcmp(setting, "link_state")) {
		change->setting = SRIOV_VF_SETTING_LINK_STATE;
		change->link_state = (enum sriov_link_state)first;
	} else {
		change->setting =
			setting[0] == 't' ? SRIOV_VF_SETTING_TRUST : SRIOV_VF_SETTING_SPOOF_CHECK;
		change->enable = first;
	}
	return true;
}

static void put_refusals(const struct netlink_verdict *verdicts, size_t count)
{
	json_open(NULL, '[');
	for (size_t i = 0; i < count; i++) {
		if (!verdicts[i].number)
			continue;
		json_open(NULL, '{');
		json_number("position", (long long)i);
		json_number("errno", verdicts[i].number);
		json_text("reason", verdicts[i].reason);
		json_close('}');
	}
	json_close(']');
}

static int set_all(struct netlink *netlink, int index)
{
	static struct netlink_verdict verdicts[8192];
	static struct vf_change changes[8192];
	struct sriov_error *error = NULL;
	size_t count = 0;
	char line[128];

	while (count < ARRAY_SIZE(changes) && fgets(line, sizeof(line), stdin))
		if (!parse(line, &changes[count++])) {
			fprintf(stderr, "vf_door: no change: %s", line);
			return 1;
		}
	if (vf_request_change(netlink, index, NULL, changes, count, verdicts, &error))
		return fail(error);
	put_refusals(verdicts, count);
	return 0;
}

int main(int argc, char **argv)
{
	struct sriov_error *error = NULL;
	struct netlink *netlink;
	struct link_facts link;
	int status;

	if (argc < 2) {
		fprintf(stderr, "usage: vf_door INTERFACE [set]\n");
		return 2;
	}
	if (netlink_open(NULL, &netlink, &error))
		return fail(error);
	if (link_read_by_name(netlink, argv[1], &link, &error))
		status = fail(error);
	else
		status = argc > 2 ? set_all(netlink, link.index) : read_all(netlink, link.index);
	netlink_close(netlink);
	return status;
}
