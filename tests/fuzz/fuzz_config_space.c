// SPDX-License-Identifier: LGPL-2.1-or-later
/* The configuration space: both lists of capabilities, and each register that is decoded. */
#include "fuzz.h"

#include "kernel/config_facts.h"

const char fuzz_name[] = "config_space";

/* A list that leads back to itself has to end all the same. */
static bool count(void *data, const struct config_capability *one)
{
	unsigned int *found = data;

	FUZZ_CHECK(one->offset >= 0x40 && one->offset < CONFIG_SPACE_SIZE);
	FUZZ_CHECK(one->extended == (one->offset >= 0x100));
	FUZZ_CHECK(++*found <= CONFIG_SPACE_SIZE / 4);
	return true;
}

static void check_facts(const struct config_facts *facts)
{
	FUZZ_CHECK(facts->resizable.count <= CONFIG_BARS);
	FUZZ_CHECK(facts->vf_resizable.count <= CONFIG_BARS);
	FUZZ_CHECK(facts->iov.offset < CONFIG_SPACE_SIZE);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	uint8_t *bytes = fuzz_copy(data, size);
	struct config_space space = {
		.address = "0000:01:00.0", .fd = -1, .bytes = bytes, .length = size};
	struct sriov_error *error = NULL;
	struct config_facts facts;
	unsigned int found = 0;

	if (config_facts_read(&space, &facts, count, &found, &error) == SRIOV_CODE_OK)
		check_facts(&facts);
	else
		FUZZ_CHECK(sriov_error_get_message(error)[0]);
	sriov_error_unref(error);
	free(bytes);
	return 0;
}
