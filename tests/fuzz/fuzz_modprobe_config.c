// SPDX-License-Identifier: LGPL-2.1-or-later
/* A file of /etc/modprobe.d. */
#include "fuzz.h"

#include <sys/mman.h>
#include <unistd.h>

#include "kernel/modprobe_config.h"

const char fuzz_name[] = "modprobe_config";

static void open_config(const char *path)
{
	struct modprobe_config config;
	struct sriov_error *error = NULL;
	char *place;

	if (modprobe_config_open(path, NULL, &config, &error) == SRIOV_CODE_OK)
		modprobe_config_close(&config);
	sriov_error_unref(error);
	place = modprobe_config_locate(path, "blacklist", "igbvf");
	FUZZ_CHECK(!place || strstr(place, " line "));
	free(place);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	int fd = memfd_create("config", MFD_CLOEXEC);
	char path[32];

	FUZZ_CHECK(fd >= 0 && write(fd, data, size) == (ssize_t)size);
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fd);
	open_config(path);
	close(fd);
	return 0;
}
