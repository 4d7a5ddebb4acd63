// SPDX-License-Identifier: LGPL-2.1-or-later
/* Hands each seed to a fuzz target, without a fuzzer; a result for each, in TAP. */
#include "fuzz.h"

#include <dirent.h>

static uint8_t *read_all(const char *folder, const char *name, size_t *size)
{
	char path[4096];
	uint8_t *bytes = malloc(1 << 20);
	FILE *file;

	FUZZ_CHECK(bytes != NULL);
	snprintf(path, sizeof(path), "%s/%s", folder, name);
	file = fopen(path, "re");
	FUZZ_CHECK(file != NULL);
	*size = fread(bytes, 1, 1 << 20, file);
	fclose(file);
	return bytes;
}

static int is_visible(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

int main(void)
{
	const char *top = getenv("top_srcdir");
	struct dirent **seeds;
	char folder[2048];
	int count, i;

	snprintf(folder, sizeof(folder), "%s/tests/fuzz/seeds/%s", top ? top : ".", fuzz_name);
	count = scandir(folder, &seeds, is_visible, alphasort);
	if (count <= 0) {
		printf("Bail out! no seeds in %s\n", folder);
		return 1;
	}
	printf("1..%d\n", count);
	for (i = 0; i < count; i++) {
		size_t size;
		uint8_t *bytes = read_all(folder, seeds[i]->d_name, &size);

		LLVMFuzzerTestOneInput(bytes, size);
		printf("ok %d - %s\n", i + 1, seeds[i]->d_name);
		fflush(stdout);
		free(bytes);
		free(seeds[i]);
	}
	free(seeds);
	return 0;
}
