// SPDX-License-Identifier: LGPL-2.1-or-later
/* What the file of a lease says of its owner. */
#include "fuzz.h"

#include "change/lease/owner.h"

const char fuzz_name[] = "owner";

static bool is_line(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text < ' ' || *text == '\x7f')
			return false;
	return true;
}

/* What was understood can be written, and is understood again. */
static void check(struct sriov_context *context, const struct sriov_owner *owner)
{
	char record[OWNER_RECORD_SIZE];
	struct sriov_owner *again;

	FUZZ_CHECK(is_line(owner->text) && is_line(owner->command) && is_line(owner->boot_id));
	FUZZ_CHECK(is_line(owner->description) && owner->description[0]);
	FUZZ_CHECK(owner->pid >= 0);
	FUZZ_CHECK(owner_write(owner, record) == strlen(record));
	FUZZ_CHECK(!owner_parse(context, record, &again, NULL));
	FUZZ_CHECK(again->pid == owner->pid && again->since_s == owner->since_s);
	FUZZ_CHECK(!strcmp(again->text, owner->text) && !strcmp(again->command, owner->command));
	sriov_owner_unref(again);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *record = fuzz_text(data, size);
	struct sriov_context *context;
	struct sriov_owner *owner;

	FUZZ_CHECK(!sriov_context_new(NULL, &context, NULL));
	FUZZ_CHECK(!owner_parse(context, record, &owner, NULL));
	check(context, owner);
	sriov_owner_unref(owner);
	sriov_context_unref(context);
	free(record);
	return 0;
}
