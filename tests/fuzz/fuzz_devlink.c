// SPDX-License-Identifier: LGPL-2.1-or-later
/* The kernel's answers about a device's eswitch, its ports and its versions. */
#include "fuzz.h"

#include <linux/netlink.h>

#include "kernel/devlink_message.h"

const char fuzz_name[] = "devlink";

#define IS_TEXT(array) (memchr(array, '\0', sizeof(array)) != NULL)

static void take_eswitch(struct nlmsghdr *answer)
{
	struct sriov_error *error = NULL;
	struct devlink_eswitch eswitch;
	enum sriov_code code = devlink_message_read_eswitch(answer, &eswitch, &error);

	FUZZ_CHECK((code != SRIOV_CODE_OK) == (error != NULL));
	sriov_error_unref(error);
}

static void take_port(struct nlmsghdr *answer)
{
	static const struct devlink_handle handle = {"pci", "0000:01:00.0"};
	struct sriov_error *error = NULL;
	struct devlink_port port;
	bool belongs;

	if (devlink_message_read_port(answer, &handle, &port, &belongs, &error) == SRIOV_CODE_OK &&
	    belongs)
		FUZZ_CHECK(IS_TEXT(port.netdev_name) && IS_TEXT(port.ibdev_name));
	sriov_error_unref(error);
}

static void take_info(struct nlmsghdr *answer)
{
	struct sriov_error *error = NULL;
	struct devlink_info info = {0};

	if (devlink_message_read_info(answer, &info, &error) == SRIOV_CODE_OK)
		for (size_t i = 0; i < info.version_count; i++)
			FUZZ_CHECK(info.versions[i].name && info.versions[i].value);
	devlink_info_clear(&info);
	sriov_error_unref(error);
}

/* The door has seen to it that an answer's length is true. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct nlmsghdr *answer = fuzz_copy(data, size);

	if (size >= NLMSG_HDRLEN) {
		answer->nlmsg_len = (uint32_t)size;
		take_eswitch(answer);
		take_port(answer);
		take_info(answer);
	}
	free(answer);
	return 0;
}
