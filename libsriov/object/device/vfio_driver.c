/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/device/vfio_driver.h"

#include <stddef.h>
#include <string.h>

static bool is_separator(char character)
{
	return character == '-' || character == '_';
}

/* Kernel and makers write the same name with '-' and with '_'. */
static bool is_word(const char *text, const char *word)
{
	size_t length = strlen(word);

	return !strncmp(text, word, length) && (is_separator(text[length]) || !text[length]);
}

/* "vfio-pci" at the end, as a word of its own. */
static bool is_variant(const char *driver)
{
	static const size_t suffix = sizeof("vfio-pci") - 1;
	size_t length = strlen(driver);
	const char *end;

	if (length <= suffix)
		return false;
	end = driver + length - suffix;
	return is_separator(end[-1]) && is_word(end, "vfio") &&
	       is_word(end + strlen("vfio-"), "pci");
}

bool driver_is_vfio(const char *driver)
{
	if (!driver)
		return false;
	return is_word(driver, "vfio") || is_variant(driver);
}
