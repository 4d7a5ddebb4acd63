/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about devices that are opened through VFIO, as a driver in user space does it. */
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "json.h"
#include "probe.h"

static void put_region(const struct sriov_vfio_region *region)
{
	json_open(NULL, '{');
	json_number("index", sriov_vfio_region_get_index(region));
	json_text("name", sriov_vfio_region_get_name(region));
	json_number("size", (long long)sriov_vfio_region_get_size_bytes(region));
	json_number("offset", (long long)sriov_vfio_region_get_offset(region));
	json_bool("readable", sriov_vfio_region_is_readable(region));
	json_bool("writable", sriov_vfio_region_is_writable(region));
	json_open("areas", '[');
	for (size_t i = 0; i < sriov_vfio_region_get_area_count(region); i++) {
		json_open(NULL, '{');
		json_number("offset", (long long)sriov_vfio_region_get_area_offset(region, i));
		json_number("size", (long long)sriov_vfio_region_get_area_size_bytes(region, i));
		json_close('}');
	}
	json_close(']');
	json_close('}');
}

static void put_irq(const struct sriov_vfio_irq *irq)
{
	json_open(NULL, '{');
	json_number("index", sriov_vfio_irq_get_index(irq));
	json_text("name", sriov_vfio_irq_get_name(irq));
	json_number("count", sriov_vfio_irq_get_count(irq));
	json_bool("eventfd", sriov_vfio_irq_has_eventfd(irq));
	json_bool("maskable", sriov_vfio_irq_is_maskable(irq));
	json_bool("automasked", sriov_vfio_irq_is_automasked(irq));
	json_bool("resizable", sriov_vfio_irq_is_resizable(irq));
	json_close('}');
}

static enum sriov_code put_info(struct call *call, const struct sriov_device *device, int fd)
{
	struct sriov_vfio_info *info;
	const struct sriov_vfio_region_list *regions;
	const struct sriov_vfio_irq_list *irqs;
	enum sriov_code code = sriov_vfio_read_info(device, fd, &info, &call->error);

	if (code)
		return code;
	json_bool("has_reset", sriov_vfio_info_has_reset(info));
	json_bool("pci", sriov_vfio_info_is_pci(info));
	regions = sriov_vfio_info_get_regions(info);
	json_open("regions", '[');
	for (size_t i = 0; i < sriov_vfio_region_list_get_count(regions); i++)
		put_region(sriov_vfio_region_list_get(regions, i));
	json_close(']');
	irqs = sriov_vfio_info_get_irqs(info);
	json_open("irqs", '[');
	for (size_t i = 0; i < sriov_vfio_irq_list_get_count(irqs); i++)
		put_irq(sriov_vfio_irq_list_get(irqs, i));
	json_close(']');
	sriov_vfio_info_unref(info);
	return code;
}

/* Maps the first area of BAR 0 and tells its first words, as a driver in user space reads them. */
static enum sriov_code put_registers(struct call *call, const struct sriov_device *device, int fd)
{
	struct sriov_vfio_info *info;
	const struct sriov_vfio_region *bar;
	volatile const uint32_t *words;
	size_t size;
	enum sriov_code code = sriov_vfio_read_info(device, fd, &info, &call->error);

	if (code)
		return code;
	bar = sriov_vfio_region_list_get(sriov_vfio_info_get_regions(info), 0);
	size = (size_t)sriov_vfio_region_get_area_size_bytes(bar, 0);
	words = mmap(NULL, size, PROT_READ, MAP_SHARED, fd,
		     (off_t)(sriov_vfio_region_get_offset(bar) +
			     sriov_vfio_region_get_area_offset(bar, 0)));
	json_bool("mapped", words != MAP_FAILED);
	json_open("registers", '[');
	for (size_t i = 0; words != MAP_FAILED && i < 8; i++)
		json_number(NULL, words[i]);
	json_close(']');
	sriov_vfio_info_unref(info);
	return code;
}

/* What was opened of a device, and closed in the end. */
struct opened {
	struct sriov_device *device;
	int space; /* the container or the iommufd */
	int group;
	int fd;
};

static void close_all(struct opened *opened)
{
	const int fds[] = {opened->fd, opened->group, opened->space};

	for (size_t i = 0; i < sizeof(fds) / sizeof(fds[0]); i++)
		if (fds[i] >= 0)
			close(fds[i]);
	sriov_device_unref(opened->device);
}

static enum sriov_code open_by_group(struct call *call, const char *token, struct opened *opened)
{
	enum sriov_code code =
		sriov_vfio_open_container(call->context, &opened->space, &call->error);

	if (!code)
		code = sriov_vfio_open_group(opened->device, opened->space, &opened->group,
					     &call->error);
	if (!code)
		code = sriov_vfio_open_device(opened->device, opened->group, token, &opened->fd,
					      &call->error);
	return code;
}

static enum sriov_code open_by_iommufd(struct call *call, const char *token, struct opened *opened)
{
	uint32_t ioas, id;
	enum sriov_code code = sriov_vfio_open_iommufd(call->context, &opened->space, &call->error);

	if (!code)
		code = sriov_vfio_allocate_ioas(opened->space, &ioas, &call->error);
	if (!code)
		code = sriov_vfio_open_character_device(opened->device, &opened->fd, &call->error);
	if (!code)
		code = sriov_vfio_bind_iommufd(opened->device, opened->fd, opened->space, token,
					       &id, &call->error);
	if (!code)
		code = sriov_vfio_attach_ioas(opened->device, opened->fd, ioas, &call->error);
	if (!code)
		json_bool("numbered", id);
	return code;
}

static enum sriov_code open_device(struct call *call, const char *token, struct opened *opened)
{
	enum sriov_code code;

	*opened = (struct opened) {.space = -1, .group = -1, .fd = -1};
	code = sriov_device_open(call->context, call->words[1], &opened->device, &call->error);
	if (code)
		return code;
	if (!strcmp(call->words[0], "iommufd"))
		return open_by_iommufd(call, token, opened);
	return open_by_group(call, token, opened);
}

static void put_flags(const struct opened *opened)
{
	json_bool("closed_on_exec", (opened->space < 0 || fcntl(opened->space, F_GETFD)) &&
					    (opened->group < 0 || fcntl(opened->group, F_GETFD)) &&
					    (opened->fd < 0 || fcntl(opened->fd, F_GETFD)));
}

/* vfio-device group|iommufd DEVICE [TOKEN]: opens it, resets it and reads its registers */
static enum sriov_code vfio_device(struct call *call)
{
	struct opened opened;
	enum sriov_code code = open_device(call, call->words[1] ? call->words[2] : NULL, &opened);

	if (!code) {
		put_flags(&opened);
		code = put_info(call, opened.device, opened.fd);
	}
	if (!code)
		code = sriov_vfio_reset(opened.device, opened.fd, &call->error);
	if (!code)
		code = put_registers(call, opened.device, opened.fd);
	close_all(&opened);
	return code;
}

/* vfio-open group|iommufd DEVICE TOKEN|NULL: keeps it open until a line comes */
static enum sriov_code vfio_open(struct call *call)
{
	struct opened opened;
	enum sriov_code code = open_device(call, call->words[2], &opened);

	if (!code) {
		json_number("pid", getpid());
		putchar('\n');
		fflush(stdout);
		getchar();
	}
	close_all(&opened);
	return code;
}

/* vfio-token PF TOKEN: sets it and keeps the PF open until a line comes */
static enum sriov_code vfio_token(struct call *call)
{
	struct opened opened;
	char *words[] = {"group", call->words[0], NULL, NULL};
	struct call as = {.context = call->context, .words = words};
	enum sriov_code code = open_device(&as, NULL, &opened);

	if (!code)
		code = sriov_vfio_set_vf_token(opened.device, opened.fd, call->words[1], &as.error);
	if (!code) {
		json_number("pid", getpid());
		putchar('\n');
		fflush(stdout);
		getchar();
	}
	call->error = as.error;
	close_all(&opened);
	return code;
}

/* vfio-together group DEVICE: which devices a hot reset would take along */
static enum sriov_code vfio_together(struct call *call)
{
	struct sriov_string_list *addresses = NULL;
	struct opened opened;
	enum sriov_code code = open_device(call, NULL, &opened);

	if (!code)
		code = sriov_vfio_list_reset_devices(opened.device, opened.fd, &addresses,
						     &call->error);
	if (!code)
		put_strings("addresses", addresses);
	sriov_string_list_unref(addresses);
	close_all(&opened);
	return code;
}

const struct command vfio_device_commands[] = {
	{"vfio-device", "group|iommufd DEVICE [TOKEN]", vfio_device},
	{"vfio-open", "group|iommufd DEVICE TOKEN", vfio_open},
	{"vfio-token", "PF TOKEN", vfio_token},
	{"vfio-together", "group|iommufd DEVICE", vfio_together},
	{NULL, NULL, NULL},
};
