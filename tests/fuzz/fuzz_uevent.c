// SPDX-License-Identifier: LGPL-2.1-or-later
/* The kernel's messages about devices. */
#include "fuzz.h"

#include "kernel/uevent.h"

const char fuzz_name[] = "uevent";

static void check_inside(const char *text, const char *bytes, size_t size)
{
	FUZZ_CHECK(!text || (text >= bytes && text + strlen(text) < bytes + size));
}

static void check_event(const struct uevent *uevent, const char *bytes, size_t size)
{
	char address[ADDRESS_SIZE], again[ADDRESS_SIZE];

	FUZZ_CHECK(uevent->action && uevent->path && uevent->subsystem);
	check_inside(uevent->action, bytes, size);
	check_inside(uevent->path, bytes, size);
	check_inside(uevent->subsystem, bytes, size);
	check_inside(uevent->driver, bytes, size);
	check_inside(uevent->interface, bytes, size);
	check_inside(uevent_get_name(uevent), bytes, size);
	if (uevent_find_address(uevent, address))
		FUZZ_CHECK(address_parse(address, again) && !strcmp(address, again));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *bytes = fuzz_copy(data, size);
	struct uevent uevent;

	if (uevent_parse(bytes, size, &uevent))
		check_event(&uevent, bytes, size);
	free(bytes);
	return 0;
}
