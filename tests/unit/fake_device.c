/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* PCI devices of a made-up host, their drivers and IOMMU groups. */
#include "fake_tree.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const struct fake_model fake_82576 = {0x020000, 0x8086, 0x10c9, 0x1af4, 0x1100};
const struct fake_model fake_82576_vf = {0x020000, 0x8086, 0x10ca, 0x1af4, 0x1100};
const struct fake_model fake_nvme = {0x010802, 0x1b36, 0x0010, 0x1af4, 0x1100};
const struct fake_model fake_root_port = {0x060400, 0x1b36, 0x000c, 0x1b36, 0x0000};
const struct fake_model fake_virtio_net = {0x020000, 0x1af4, 0x1041, 0x1af4, 0x1100};

char *fake_device_path(const struct fake *fake, const char *address)
{
	char *target = fake_read_link(fake, "sys/bus/pci/devices/%s", address);
	char *path = target ? strstr(target, "devices/") : NULL;

	if (!path)
		fake_fail("find the device", address);
	path = strdup(path);
	free(target);
	return path;
}

static void write_ids(struct fake *fake, const char *path, const struct fake_model *model)
{
	const struct {
		const char *name;
		unsigned int value;
	} ids[] = {
		{"vendor", model->vendor},
		{"device", model->device},
		{"subsystem_vendor", model->subsystem_vendor},
		{"subsystem_device", model->subsystem_device},
	};
	char text[16];

	for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
		snprintf(text, sizeof(text), "0x%04x\n", ids[i].value);
		fake_write(fake, text, "sys/%s/%s", path, ids[i].name);
	}
	snprintf(text, sizeof(text), "0x%06x\n", model->class);
	fake_write(fake, text, "sys/%s/class", path);
	fake_write(fake, "0x01\n", "sys/%s/revision", path);
}

static void write_uevent(struct fake *fake, const char *path, const char *address,
			 const struct fake_model *model)
{
	char alias[80], text[256];

	snprintf(alias, sizeof(alias), "pci:v%08Xd%08Xsv%08Xsd%08Xbc%02Xsc%02Xi%02X", model->vendor,
		 model->device, model->subsystem_vendor, model->subsystem_device,
		 model->class >> 16, model->class >> 8 & 0xff, model->class & 0xff);
	snprintf(text, sizeof(text),
		 "PCI_CLASS=%X\nPCI_ID=%04X:%04X\nPCI_SUBSYS_ID=%04X:%04X\nPCI_SLOT_NAME=%s\n"
		 "MODALIAS=%s\n",
		 model->class, model->vendor, model->device, model->subsystem_vendor,
		 model->subsystem_device, address, alias);
	fake_write(fake, text, "sys/%s/uevent", path);
	snprintf(text, sizeof(text), "%s\n", alias);
	fake_write(fake, text, "sys/%s/modalias", path);
}

/* The header of a function that has no capabilities. */
static void write_config(struct fake *fake, const char *path, const struct fake_model *model)
{
	uint8_t bytes[256] = {
		[0x00] = (uint8_t)model->vendor,
		[0x01] = (uint8_t)(model->vendor >> 8),
		[0x02] = (uint8_t)model->device,
		[0x03] = (uint8_t)(model->device >> 8),
		[0x08] = 0x01,
		[0x09] = (uint8_t)model->class,
		[0x0a] = (uint8_t)(model->class >> 8),
		[0x0b] = (uint8_t)(model->class >> 16),
	};

	fake_write_bytes(fake, bytes, sizeof(bytes), "sys/%s/config", path);
}

static void add_at(struct fake *fake, const char *path, const char *address,
		   const struct fake_model *model)
{
	char target[256];

	write_ids(fake, path, model);
	write_uevent(fake, path, address, model);
	write_config(fake, path, model);
	fake_write(fake, "(null)\n", "sys/%s/driver_override", path);
	fake_write(fake, "0\n", "sys/%s/enable", path);
	fake_write(fake, "-1\n", "sys/%s/numa_node", path);
	snprintf(target, sizeof(target), "../../../%s", path);
	fake_link(fake, target, "sys/bus/pci/devices/%s", address);
}

void fake_add_device(struct fake *fake, const char *address, const struct fake_model *model)
{
	unsigned int domain, bus;
	char path[128];

	if (sscanf(address, "%x:%x:", &domain, &bus) != 2)
		fake_fail("take for an address:", address);
	if (bus)
		snprintf(path, sizeof(path), "devices/pci%04x:00/%04x:00:%02x.%x/%s", domain,
			 domain, bus / 8 + 1, bus % 8, address);
	else
		snprintf(path, sizeof(path), "devices/pci%04x:00/%s", domain, address);
	add_at(fake, path, address, model);
}

void fake_add_device_beside(struct fake *fake, const char *address, const char *other,
			    const struct fake_model *model)
{
	char *path = fake_device_path(fake, other), *beside;

	if (asprintf(&beside, "%.*s/%s", (int)(strrchr(path, '/') - path), path, address) < 0)
		fake_fail("format", address);
	add_at(fake, beside, address, model);
	free(beside);
	free(path);
}

void fake_add_device_behind(struct fake *fake, const char *address, const char *bridge,
			    const struct fake_model *model)
{
	char *path = fake_device_path(fake, bridge), *behind;

	if (asprintf(&behind, "%s/%s", path, address) < 0)
		fake_fail("format", address);
	add_at(fake, behind, address, model);
	free(behind);
	free(path);
}

void fake_set(struct fake *fake, const char *address, const char *attribute, const char *text)
{
	fake_write(fake, text, "sys/bus/pci/devices/%s/%s", address, attribute);
}

void fake_set_config(struct fake *fake, const char *address, const void *bytes, size_t length)
{
	fake_write_bytes(fake, bytes, length, "sys/bus/pci/devices/%s/config", address);
}

/* A link from inside the device to something below sys/, with as many "../" as it takes. */
static void link_out(struct fake *fake, const char *address, const char *name, const char *target)
{
	char *path = fake_device_path(fake, address);
	char up[512] = "../";

	for (const char *slash = path; (slash = strchr(slash, '/')); slash++)
		strcat(up, "../");
	strcat(up, target);
	fake_link(fake, up, "sys/%s/%s", path, name);
	free(path);
}

/* A link to the device from a directory so many levels below sys/. */
static void link_in(struct fake *fake, const char *address, int depth, const char *directory)
{
	char *path = fake_device_path(fake, address);
	char up[512] = "";

	while (depth--)
		strcat(up, "../");
	strcat(up, path);
	fake_link(fake, up, "sys/%s/%s", directory, address);
	free(path);
}

/* Removes the link in the device and the one back to it. */
static void unlink_both(struct fake *fake, const char *address, const char *name, const char *back)
{
	char *target = fake_read_link(fake, "sys/bus/pci/devices/%s/%s", address, name);

	if (!target)
		return;
	fake_remove(fake, "sys/bus/pci/devices/%s/%s%s/%s", address, name, back, address);
	fake_remove(fake, "sys/bus/pci/devices/%s/%s", address, name);
	free(target);
}

void fake_add_driver(struct fake *fake, const char *name)
{
	static const char *const files[] = {"bind", "unbind", "new_id", "remove_id", "uevent"};

	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++)
		fake_write(fake, "", "sys/bus/pci/drivers/%s/%s", name, files[i]);
}

/* The line DRIVER= is the first, where there is one. */
static void rewrite_uevent(struct fake *fake, const char *address, const char *driver)
{
	char *old = fake_read(fake, "sys/bus/pci/devices/%s/uevent", address);
	const char *rest = strncmp(old, "DRIVER=", 7) ? old : strchr(old, '\n') + 1;
	char *text;

	if (asprintf(&text, "%s%s%s%s", driver ? "DRIVER=" : "", driver ? driver : "",
		     driver ? "\n" : "", rest) < 0)
		fake_fail("format", address);
	fake_set(fake, address, "uevent", text);
	free(text);
	free(old);
}

void fake_set_driver(struct fake *fake, const char *address, const char *driver)
{
	char directory[128];

	unlink_both(fake, address, "driver", "");
	rewrite_uevent(fake, address, driver);
	/* VFIO enables a device only while somebody has it open. */
	fake_set(fake, address, "enable", driver && !strstr(driver, "vfio") ? "1\n" : "0\n");
	if (!driver)
		return;
	snprintf(directory, sizeof(directory), "bus/pci/drivers/%s", driver);
	fake_add_driver(fake, driver);
	link_out(fake, address, "driver", directory);
	link_in(fake, address, 4, directory);
}

void fake_set_group(struct fake *fake, const char *address, int group)
{
	char directory[64];

	unlink_both(fake, address, "iommu_group", "/devices");
	if (group < 0)
		return;
	snprintf(directory, sizeof(directory), "kernel/iommu_groups/%d", group);
	fake_write(fake, "DMA-FQ\n", "sys/%s/type", directory);
	link_out(fake, address, "iommu_group", directory);
	strcat(directory, "/devices");
	link_in(fake, address, 4, directory);
}

void fake_remove_device(struct fake *fake, const char *address)
{
	char *path = fake_device_path(fake, address);

	fake_remove_vfs(fake, address);
	fake_forget_interfaces(fake, address);
	unlink_both(fake, address, "driver", "");
	unlink_both(fake, address, "iommu_group", "/devices");
	fake_remove(fake, "sys/bus/pci/devices/%s", address);
	fake_remove(fake, "sys/%s", path);
	free(path);
}

void fake_add_iommu_unit(struct fake *fake, const char *name)
{
	char target[128];

	snprintf(target, sizeof(target), "../../devices/virtual/iommu/%s", name);
	fake_make_directory(fake, "sys/devices/virtual/iommu/%s/devices", name);
	fake_link(fake, target, "sys/class/iommu/%s", name);
}
