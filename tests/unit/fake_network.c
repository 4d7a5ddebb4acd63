/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Interfaces and bonds of a made-up host. */
#include "fake_tree.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What every interface has, in its directory at sys/PATH. */
static void add_at(struct fake *fake, const char *path, const char *name, unsigned int index)
{
	char text[256];

	snprintf(text, sizeof(text), "%u\n", index);
	fake_write(fake, text, "sys/%s/ifindex", path);
	snprintf(text, sizeof(text), "52:54:00:00:00:%02x\n", index & 0xff);
	fake_write(fake, text, "sys/%s/address", path);
	snprintf(text, sizeof(text), "INTERFACE=%s\nIFINDEX=%u\n", name, index);
	fake_write(fake, text, "sys/%s/uevent", path);
	fake_write(fake, "1500\n", "sys/%s/mtu", path);
	fake_write(fake, "up\n", "sys/%s/operstate", path);
	snprintf(text, sizeof(text), "../../%s", path);
	fake_link(fake, text, "sys/class/net/%s", name);
}

void fake_add_interface(struct fake *fake, const char *address, const char *name,
			unsigned int index)
{
	char *device = fake_device_path(fake, address);
	char path[256];

	snprintf(path, sizeof(path), "%s/net/%s", device, name);
	add_at(fake, path, name, index);
	snprintf(path, sizeof(path), "../../../%s", address);
	fake_link(fake, path, "sys/%s/net/%s/device", device, name);
	free(device);
}

void fake_add_virtual_interface(struct fake *fake, const char *name, unsigned int index)
{
	char path[128];

	snprintf(path, sizeof(path), "devices/virtual/net/%s", name);
	add_at(fake, path, name, index);
}

void fake_forget_interfaces(struct fake *fake, const char *address)
{
	char *path = fake_path(fake, "sys/bus/pci/devices/%s/net", address);
	DIR *directory = opendir(path);
	const struct dirent *entry;

	free(path);
	if (!directory)
		return;
	while ((entry = readdir(directory)))
		if (entry->d_name[0] != '.')
			fake_remove(fake, "sys/class/net/%s", entry->d_name);
	closedir(directory);
}

void fake_add_bond(struct fake *fake, const char *name, unsigned int index, const char *mode)
{
	static const char *const defaults[][2] = {
		{"active_slave", ""},
		{"all_slaves_active", "0\n"},
		{"arp_interval", "0\n"},
		{"arp_ip_target", ""},
		{"downdelay", "0\n"},
		{"fail_over_mac", "none 0\n"},
		{"lacp_rate", "slow 0\n"},
		{"lp_interval", "1\n"},
		{"mii_status", "up\n"},
		{"miimon", "0\n"},
		{"min_links", "0\n"},
		{"num_grat_arp", "1\n"},
		{"primary", ""},
		{"primary_reselect", "always 0\n"},
		{"resend_igmp", "1\n"},
		{"slaves", ""},
		{"updelay", "0\n"},
		{"use_carrier", "1\n"},
		{"xmit_hash_policy", "layer2 0\n"},
	};
	char text[64];

	fake_add_virtual_interface(fake, name, index);
	for (size_t i = 0; i < sizeof(defaults) / sizeof(defaults[0]); i++)
		fake_write(fake, defaults[i][1], "sys/class/net/%s/bonding/%s", name,
			   defaults[i][0]);
	snprintf(text, sizeof(text), "%s\n", mode);
	fake_write(fake, text, "sys/class/net/%s/bonding/mode", name);
}

/* "em1 em2\n", or nothing when there is none yet. */
static void append(struct fake *fake, const char *bond, const char *interface)
{
	char *old = fake_read(fake, "sys/class/net/%s/bonding/slaves", bond);
	char text[512];

	old[strcspn(old, "\n")] = '\0';
	snprintf(text, sizeof(text), "%s%s%s\n", old, old[0] ? " " : "", interface);
	fake_write(fake, text, "sys/class/net/%s/bonding/slaves", bond);
	if (!old[0]) {
		free(old);
		old = fake_read(fake, "sys/class/net/%s/bonding/mode", bond);
		snprintf(text, sizeof(text), "%s\n", interface);
		if (!strncmp(old, "active-backup", 13))
			fake_write(fake, text, "sys/class/net/%s/bonding/active_slave", bond);
	}
	free(old);
}

void fake_add_bond_member(struct fake *fake, const char *bond, const char *interface)
{
	char *path = fake_read_link(fake, "sys/class/net/%s", interface);
	char up[256] = "", target[512];

	if (!path)
		fake_fail("find the interface", interface);
	/* The interface is at "../../devices/..."; the way to the bond turns at devices/. */
	for (const char *slash = path + strlen("../../"); (slash = strchr(slash, '/')); slash++)
		strcat(up, "../");
	snprintf(target, sizeof(target), "%svirtual/net/%s", up, bond);
	fake_link(fake, target, "sys/class/net/%s/master", interface);
	fake_link(fake, target, "sys/class/net/%s/upper_%s", interface, bond);
	fake_write(fake, "active\n", "sys/class/net/%s/bonding_slave/state", interface);
	snprintf(target, sizeof(target), "../../../%s", path + strlen("../../devices/"));
	fake_link(fake, target, "sys/class/net/%s/lower_%s", bond, interface);
	append(fake, bond, interface);
	free(path);
}
