// SPDX-License-Identifier: LGPL-2.1-or-later
/* Addresses, names, MACs and numbers, as callers give them and as sysfs has them. */
#include "fuzz.h"

#include "base/address.h"
#include "base/mac.h"
#include "base/name.h"
#include "base/number.h"
#include "kernel/modalias.h"

const char fuzz_name[] = "text";

/* What may become a part of a path leads nowhere else. */
static void check_part(const char *text)
{
	FUZZ_CHECK(text[0] && !strchr(text, '/'));
	FUZZ_CHECK(strcmp(text, ".") && strcmp(text, ".."));
}

static void check_address(const char *text)
{
	char address[ADDRESS_SIZE], again[ADDRESS_SIZE];

	if (!address_parse(text, address))
		return;
	check_part(address);
	FUZZ_CHECK(address_parse(address, again) && !strcmp(address, again));
	FUZZ_CHECK(address_compare(address, again) == 0);
}

static void check_mac(const char *text)
{
	unsigned char mac[MAC_BYTES], again[MAC_BYTES];
	char formatted[MAC_SIZE];

	if (!mac_parse(text, mac))
		return;
	mac_format(mac, formatted);
	FUZZ_CHECK(mac_parse(formatted, again) && !memcmp(mac, again, MAC_BYTES));
	FUZZ_CHECK(!strcasecmp(text, formatted));
}

static void check_names(const char *text)
{
	if (name_is_interface(text)) {
		check_part(text);
		FUZZ_CHECK(strlen(text) < 16);
		FUZZ_CHECK(name_is_altname(text));
	}
	if (name_is_driver(text))
		check_part(text);
}

static void check_numbers(const char *text)
{
	uint64_t value, again;
	char formatted[32];

	if (number_parse(text, 10, 4094, &value))
		FUZZ_CHECK(value <= 4094);
	if (number_parse(text, 16, UINT64_MAX, &value)) {
		snprintf(formatted, sizeof(formatted), "0x%llx", (unsigned long long)value);
		FUZZ_CHECK(number_parse(formatted, 16, UINT64_MAX, &again) && value == again);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = fuzz_text(data, size);
	struct modalias modalias;

	check_address(text);
	check_mac(text);
	check_names(text);
	check_numbers(text);
	if (modalias_parse(text, &modalias))
		FUZZ_CHECK(modalias.class <= 0xffffff);
	free(text);
	return 0;
}
