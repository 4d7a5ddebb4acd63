/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the kernel is asked for and nothing else: nothing is looked at before or after.
 *
 *     bare all PF INTERFACE [PF INTERFACE]    7 VFs of each PF from nothing to configured and on
 *                                             vfio-pci: the writes and one send by netlink
 *     bare count PF [PF]                      makes them, without any driver, and that is all
 *     bare bind SYSFS COUNT PF...             binds so many VFs of each PF, on a fake kernel
 *
 * Each PF has a process of its own. The first two print how many milliseconds it took.
 */
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <net/if.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "kernel/vf_request.h"

#define VFS	 7
#define SETTINGS 4

static _Noreturn void fail(const char *what)
{
	perror(what);
	_exit(EXIT_FAILURE);
}

PRINTF_LIKE(2, 3)
static void write_text(const char *text, const char *format, ...)
{
	char path[PATH_MAX];
	va_list arguments;
	int fd;

	va_start(arguments, format);
	vsnprintf(path, sizeof(path), format, arguments);
	va_end(arguments);
	fd = open(path, O_WRONLY | O_CLOEXEC);
	if (fd < 0 || write(fd, text, strlen(text)) < 0)
		fail(path);
	close(fd);
}

/* As tests/bench/from_nothing.py has it of the others. */
static void fill(struct vf_change changes[SETTINGS], const char *pf, unsigned int index)
{
	const uint8_t mac[] = {0x52, 0x54, 0, 0xaa, (uint8_t)(pf[6] - '0'), (uint8_t)index};

	for (unsigned int i = 0; i < SETTINGS; i++)
		changes[i].vf_index = index;
	changes[0].setting = SRIOV_VF_SETTING_MAC;
	memcpy(changes[0].mac, mac, sizeof(mac));
	changes[1].setting = SRIOV_VF_SETTING_VLAN;
	changes[1].vlan.id = (uint16_t)(100 + index);
	changes[2].setting = SRIOV_VF_SETTING_SPOOF_CHECK;
	changes[3].setting = SRIOV_VF_SETTING_TRUST;
	changes[3].enable = true;
}

static void configure(const char *pf, const char *interface)
{
	struct vf_change changes[VFS * SETTINGS] = {{0}};
	struct netlink_verdict verdicts[VFS * SETTINGS];
	struct netlink *netlink;

	for (unsigned int i = 0; i < VFS; i++)
		fill(&changes[i * SETTINGS], pf, i);
	if (netlink_open(NULL, &netlink, NULL) ||
	    vf_request_change(netlink, (int)if_nametoindex(interface), NULL, changes,
			      VFS * SETTINGS, verdicts, NULL))
		fail("netlink");
	netlink_close(netlink);
}

static void bind_vf(const char *sysfs, const char *pf, unsigned int index)
{
	char path[PATH_MAX], target[PATH_MAX];
	ssize_t length;

	snprintf(path, sizeof(path), "%s/bus/pci/devices/%s/virtfn%u", sysfs, pf, index);
	length = readlink(path, target, sizeof(target) - 1);
	if (length < 0)
		fail(path);
	target[length] = '\0';
	write_text("vfio-pci\n", "%s/driver_override", path);
	write_text(basename(target), "%s/bus/pci/drivers_probe", sysfs);
}

/* Without an interface it only makes them. */
static void make(const char *pf, const char *interface)
{
	write_text("0", "/sys/bus/pci/devices/%s/sriov_drivers_autoprobe", pf);
	write_text("7", "/sys/bus/pci/devices/%s/sriov_numvfs", pf);
	if (!interface)
		return;
	configure(pf, interface);
	for (unsigned int i = 0; i < VFS; i++)
		bind_vf("/sys", pf, i);
	write_text("1", "/sys/bus/pci/devices/%s/sriov_drivers_autoprobe", pf);
}

/* The first of them here, the second beside it. */
static void make_all(int count, char **words, bool is_all)
{
	int step = is_all ? 2 : 1, status = 0;
	pid_t child = count > step ? fork() : -1;

	if (!child) {
		make(words[step], is_all ? words[step + 1] : NULL);
		_exit(EXIT_SUCCESS);
	}
	make(words[0], is_all ? words[1] : NULL);
	if (child > 0 && (waitpid(child, &status, 0) < 0 || status))
		exit(EXIT_FAILURE);
}

static void bind_all(const char *sysfs, unsigned int count, char **pfs)
{
	for (; *pfs; pfs++)
		for (unsigned int i = 0; i < count; i++)
			bind_vf(sysfs, *pfs, i);
}

static double milliseconds(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(int count, char **words)
{
	double start = milliseconds();

	if (count < 3)
		return 2;
	if (!strcmp(words[1], "bind") && count > 3) {
		bind_all(words[2], (unsigned int)atoi(words[3]), words + 4);
		return EXIT_SUCCESS;
	}
	make_all(count - 2, words + 2, !strcmp(words[1], "all"));
	printf("%f\n", milliseconds() - start);
	return EXIT_SUCCESS;
}
