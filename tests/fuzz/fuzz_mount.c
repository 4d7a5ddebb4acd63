// SPDX-License-Identifier: LGPL-2.1-or-later
/* The table of mounts, in which whoever mounts has a word. */
#include "fuzz.h"

#include "kernel/mount.h"

const char fuzz_name[] = "mount";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct sriov_error *error = NULL;
	struct mount_table table = {0};

	FUZZ_CHECK(mount_parse(fuzz_text(data, size), &table, &error) == SRIOV_CODE_OK);
	for (size_t i = 0; i < table.count; i++)
		FUZZ_CHECK(table.items[i].point && table.items[i].type && table.items[i].source &&
			   strlen(table.items[i].point) + strlen(table.items[i].source) <= size);
	mount_table_clear(&table);
	return 0;
}
