// SPDX-License-Identifier: LGPL-2.1-or-later
/* The kernel's answer about the settings of all VFs. */
#include "fuzz.h"

#include "kernel/vf_message.h"

const char fuzz_name[] = "vf_message";

static void check_facts(const struct vf_facts *facts, size_t count)
{
	size_t i;

	for (i = 0; i < count; i++)
		FUZZ_CHECK(facts[i].address_length <= VF_ADDRESS_BYTES);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *answer = fuzz_copy(data, size);
	struct sriov_error *error = NULL;
	struct vf_facts *facts;
	size_t count;

	if (vf_message_decode(answer, size, &facts, &count, &error) == SRIOV_CODE_OK) {
		check_facts(facts, count);
		free(facts);
	} else {
		FUZZ_CHECK(sriov_error_get_message(error)[0]);
	}
	sriov_error_unref(error);
	free(answer);
	return 0;
}
