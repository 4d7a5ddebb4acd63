// SPDX-License-Identifier: LGPL-2.1-or-later
/* The kernel's messages about routes and nexthop objects. */
#include "fuzz.h"

#include <linux/netlink.h>

#include "kernel/route.h"

const char fuzz_name[] = "route";

#define IS_TEXT(array) (memchr(array, '\0', sizeof(array)) != NULL)

static void take_route(struct nlmsghdr *answer)
{
	struct sriov_error *error = NULL;
	struct route_hops hops = {0};

	if (route_decode(answer, &hops, &error) == SRIOV_CODE_OK)
		FUZZ_CHECK(!error);
	for (size_t i = 0; i < hops.count; i++)
		FUZZ_CHECK(IS_TEXT(hops.items[i].gateway));
	route_hops_clear(&hops);
	sriov_error_unref(error);
}

static void take_nexthop(struct nlmsghdr *answer)
{
	struct sriov_error *error = NULL;
	struct route_nexthop nexthop;

	if (route_decode_nexthop(answer, &nexthop, &error) == SRIOV_CODE_OK)
		FUZZ_CHECK(IS_TEXT(nexthop.gateway));
	free(nexthop.members);
	sriov_error_unref(error);
}

/* The door has seen to it that the length is true. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nlmsghdr *answer = fuzz_copy(data, size);

	if (size >= NLMSG_HDRLEN) {
		answer->nlmsg_len = (uint32_t)size;
		take_route(answer);
		take_nexthop(answer);
	}
	free(answer);
	return 0;
}
