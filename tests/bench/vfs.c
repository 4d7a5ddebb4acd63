/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * "vfs INTERFACE COUNT ATTRIBUTES [read]" sets so many attributes of each of so many VFs, as
 * sriov_vf_changes_apply() does once it knows the interface of the PF, and reads them back; or it
 * prints how many milliseconds that took, from an unopened socket on. It is the library's inside:
 * netdevsim is no PCI device, so that no PF can be opened on it.
 */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "kernel/link.h"
#include "kernel/vf_request.h"

#define MOST_ATTRIBUTES 4

static struct sriov_error *error;

static void make(struct vf_change *change, unsigned int index, unsigned int attribute)
{
	change->vf_index = index;
	switch (attribute) {
	case 0:
		change->setting = SRIOV_VF_SETTING_SPOOF_CHECK;
		change->enable = true;
		break;
	case 1:
		change->setting = SRIOV_VF_SETTING_TRUST;
		change->enable = true;
		break;
	case 2:
		change->setting = SRIOV_VF_SETTING_VLAN;
		change->vlan.id = (uint16_t)(index + 1);
		break;
	default:
		change->setting = SRIOV_VF_SETTING_LINK_STATE;
		change->link_state = SRIOV_LINK_STATE_ENABLE;
	}
}

static enum sriov_code set(struct netlink *netlink, int link, unsigned int vfs,
			   unsigned int attributes)
{
	size_t count = (size_t)vfs * attributes;
	struct netlink_verdict *verdicts = calloc(count + 1, sizeof(*verdicts));
	struct vf_change *changes = calloc(count + 1, sizeof(*changes));
	enum sriov_code code = SRIOV_CODE_NO_MEMORY;

	for (size_t i = 0; changes && i < count; i++)
		make(&changes[i], (unsigned int)(i / attributes), (unsigned int)(i % attributes));
	if (verdicts && changes)
		code = vf_request_change(netlink, link, NULL, changes, count, verdicts, &error);
	for (size_t i = 0; !code && i < count; i++)
		if (verdicts[i].number)
			code = SRIOV_CODE_FAILED;
	free(changes);
	free(verdicts);
	return code;
}

static enum sriov_code read_back(struct netlink *netlink, int link)
{
	struct vf_facts *facts;
	size_t count;
	unsigned int on = 0;
	enum sriov_code code = vf_request_read(netlink, link, false, &facts, &count, &error);

	if (code)
		return code;
	for (size_t i = 0; i < count; i++)
		on += facts[i].spoof_check == 1;
	printf("%u\n", on);
	free(facts);
	return code;
}

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(int count, char **words)
{
	unsigned int attributes = count > 3 ? (unsigned int)atoi(words[3]) : MOST_ATTRIBUTES + 1;
	struct netlink *netlink = NULL;
	struct link_facts link;
	double start = milliseconds();
	enum sriov_code code;

	if (attributes > MOST_ATTRIBUTES)
		return 2;
	code = netlink_open(NULL, &netlink, &error);
	if (!code)
		code = link_read_by_name(netlink, words[1], &link, &error);
	if (!code && attributes)
		code = set(netlink, link.index, (unsigned int)atoi(words[2]), attributes);
	if (!code && count > 4)
		code = read_back(netlink, link.index);
	netlink_close(netlink);
	if (count == 4)
		printf("%f\n", milliseconds() - start);
	if (code)
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
