// SPDX-License-Identifier: LGPL-2.1-or-later
/* The file "resource" of a device. */
#include "fuzz.h"

#include "kernel/resource.h"

const char fuzz_name[] = "resource";

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size);
	struct resource_table table;

	if (resource_parse(text, &table)) {
		FUZZ_CHECK(table.count <= RESOURCE_MOST);
		resource_has_vf_bars(&table);
	}
	free(text);
	return 0;
}
