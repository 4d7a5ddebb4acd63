/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "attribute.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"

static int write_count(struct host *host, const struct found *found, const char *text)
{
	unsigned long count;
	char *end;

	errno = 0;
	count = strtoul(text, &end, 0);
	if (end == text || *end || text[0] == '-')
		return EINVAL;
	if (errno || count > UINT16_MAX)
		return ERANGE;
	return host_set_vf_count(host, found->pf, (unsigned int)count);
}

/* kstrtobool(). */
static int write_autoprobe(struct host *host, const struct found *found, const char *text)
{
	if (text[0] && strchr("1yYtT", text[0]))
		return host_set_autoprobe(host, found->pf, true);
	if (text[0] && strchr("0nNfF", text[0]))
		return host_set_autoprobe(host, found->pf, false);
	return EINVAL;
}

static const struct attribute {
	const char *name;
	bool of_pf; /* else of both */
	int (*write)(struct host *host, const struct found *found, const char *text);
} attributes[] = {
	{"sriov_numvfs", true, write_count},
	{"sriov_drivers_autoprobe", true, write_autoprobe},
	{"driver_override", false, host_set_override},
};

static int write_to_device(struct host *host, const struct found *found, const char *name,
			   const char *text)
{
	for (size_t i = 0; i < sizeof(attributes) / sizeof(attributes[0]); i++)
		if (!strcmp(name, attributes[i].name) &&
		    !(attributes[i].of_pf && found->vf_index >= 0))
			return attributes[i].write(host, found, text);
	return EACCES;
}

/* "bus/pci/drivers/igbvf/bind" and "unbind". */
static int write_to_driver(struct host *host, const char *path, const char *text)
{
	char driver[DRIVER_SIZE], name[16];
	struct found found;

	if (sscanf(path, "%63[^/]/%15s", driver, name) != 2)
		return EACCES;
	if (!host_find(host, text, &found))
		return ENODEV;
	if (!strcmp(name, "bind"))
		return host_bind(host, &found, driver);
	return strcmp(name, "unbind") ? EACCES : host_unbind(host, &found, driver);
}

static int probe(struct host *host, const char *text)
{
	struct found found;

	return host_find(host, text, &found) ? host_probe(host, &found) : ENODEV;
}

/* "devices/pci0000:00/0000:00:00.1/0000:01:00.0/sriov_numvfs": the last two parts. */
static int write_below_devices(struct host *host, const char *path, const char *text)
{
	const char *name = strrchr(path, '/'), *start = name;
	char address[32];
	struct found found;

	while (start > path && start[-1] != '/')
		start--;
	snprintf(address, sizeof(address), "%.*s", (int)(name - start), start);
	return host_find(host, address, &found) ? write_to_device(host, &found, name + 1, text)
						: EACCES;
}

int attribute_write(struct host *host, const char *path, const char *text)
{
	static const char drivers[] = "bus/pci/drivers/", devices[] = "devices/";
	char line[256];

	if (strlen(text) >= sizeof(line))
		return EINVAL;
	/* One line end at most belongs to the writer and not to what is written. */
	strcpy(line, text);
	line[strcspn(line, "\n")] = '\0';
	if (!strcmp(path, "bus/pci/drivers_probe"))
		return probe(host, line);
	if (!strncmp(path, drivers, strlen(drivers)))
		return write_to_driver(host, path + strlen(drivers), line);
	if (!strncmp(path, devices, strlen(devices)))
		return write_below_devices(host, path, line);
	return EACCES;
}
