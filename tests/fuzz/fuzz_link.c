// SPDX-License-Identifier: LGPL-2.1-or-later
/* The kernel's messages about network interfaces: answers, and those that come unasked. */
#include "fuzz.h"

#include <linux/rtnetlink.h>

#include "kernel/link_event.h"
#include "kernel/netdev.h"

const char fuzz_name[] = "link";

#define IS_TEXT(array) (memchr(array, '\0', sizeof(array)) != NULL)

static void check_link(const struct link_facts *link)
{
	FUZZ_CHECK(IS_TEXT(link->name) && IS_TEXT(link->port) && IS_TEXT(link->kind));
	FUZZ_CHECK(IS_TEXT(link->parent) && IS_TEXT(link->parent_bus));
	FUZZ_CHECK(IS_TEXT(link->master_kind));
}

static void check_netdev(const struct netdev_facts *facts)
{
	check_link(&facts->link);
	FUZZ_CHECK(IS_TEXT(facts->mac) && IS_TEXT(facts->permanent_mac));
	FUZZ_CHECK(IS_TEXT(facts->port_id) && IS_TEXT(facts->switch_id));
}

static void take_event(const char *bytes, size_t size)
{
	struct sriov_error *error = NULL;
	struct link_event event;

	if (link_event_parse(bytes, size, &event, &error) == SRIOV_CODE_OK &&
	    event.kind != LINK_EVENT_NONE)
		check_link(&event.link);
	sriov_error_unref(error);
}

/* Of an answer the door has seen to it that its length is true. */
static void take_answer(struct nlmsghdr *answer)
{
	struct sriov_error *error = NULL;
	struct netdev_facts facts;

	if (netdev_decode(answer, &facts, &error) == SRIOV_CODE_OK) {
		check_netdev(&facts);
		netdev_facts_clear(&facts);
	}
	sriov_error_unref(error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nlmsghdr *answer = fuzz_copy(data, size);

	take_event((const char *)answer, size);
	if (size >= NLMSG_HDRLEN) {
		answer->nlmsg_len = (uint32_t)size;
		take_answer(answer);
	}
	free(answer);
	return 0;
}
