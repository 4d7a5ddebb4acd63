/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/config_space.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* Offsets and sizes of the PCI and PCI Express standards. */
#define STATUS		    0x06
#define STATUS_HAS_LIST	    0x10
#define FIRST_POINTER	    0x34
#define HEADER_SIZE	    0x40
#define EXTENDED_START	    0x100
#define SMALLEST_CAPABILITY 4
#define IOV_SIZE	    0x3c

static uint16_t word(const uint8_t *bytes)
{
	return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static uint32_t dword(const uint8_t *bytes)
{
	return word(bytes) | (uint32_t)word(bytes + 2) << 16;
}

enum sriov_code config_space_open(const struct tree *sysfs, const char *address,
				  struct config_space *space, struct sriov_error **error)
{
	*space = (struct config_space) {.tree = sysfs, .address = address, .fd = -1};
	return tree_open_file(sysfs, O_RDONLY, &space->fd, error, "bus/pci/devices/%s/config",
			      address);
}

void config_space_close(struct config_space *space)
{
	cleanup_close(&space->fd);
}

static ssize_t get(const struct config_space *space, unsigned int offset, void *buffer, size_t size)
{
	if (!space->bytes)
		return pread(space->fd, buffer, size, offset);
	if (offset >= space->length)
		return 0;
	if (size > space->length - offset)
		size = space->length - offset;
	memcpy(buffer, space->bytes + offset, size);
	return (ssize_t)size;
}

/* A short answer is no failure to the kernel: without CAP_SYS_ADMIN there are 64 bytes. */
static enum sriov_code read_bytes(const struct config_space *space, unsigned int offset,
				  void *buffer, size_t size, struct sriov_error **error)
{
	ssize_t count = get(space, offset, buffer, size);

	if (count < 0)
		return error_set_system(error, errno, "read", NULL,
					"read the configuration space of %s", space->address);
	if ((size_t)count < size)
		return error_set(
			error, SRIOV_CODE_FORBIDDEN,
			"%s: cannot read its configuration space at 0x%x: the kernel gives "
			"this caller no more than that (CAP_SYS_ADMIN is needed beyond 64 "
			"bytes)",
			space->address, offset);
	return SRIOV_CODE_OK;
}

static enum sriov_code malformed(const struct config_space *space, unsigned int offset,
				 struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_MALFORMED,
			 "%s: its list of capabilities is broken at 0x%x", space->address, offset);
}

struct walk {
	const struct config_space *space;
	bool (*found)(void *data, const struct config_capability *one);
	void *data;
	bool stopped;
};

static enum sriov_code walk_first(struct walk *walk, unsigned int offset,
				  struct sriov_error **error)
{
	/* More steps than there is room for capabilities means that the list is a circle. */
	unsigned int steps = (EXTENDED_START - HEADER_SIZE) / SMALLEST_CAPABILITY;
	struct config_capability one = {0};
	enum sriov_code code;
	uint8_t entry[2];

	for (offset &= ~3U; offset && !walk->stopped; offset = entry[1] & ~3U) {
		if (offset < HEADER_SIZE || !steps--)
			return malformed(walk->space, offset, error);
		code = read_bytes(walk->space, offset, entry, sizeof(entry), error);
		if (code)
			return code;
		if (entry[0] == 0xff)
			return malformed(walk->space, offset, error);
		one.id = entry[0];
		one.offset = offset;
		walk->stopped = !walk->found(walk->data, &one);
	}
	return SRIOV_CODE_OK;
}

static enum sriov_code walk_extended(struct walk *walk, struct sriov_error **error)
{
	unsigned int steps = (CONFIG_SPACE_SIZE - EXTENDED_START) / SMALLEST_CAPABILITY;
	unsigned int offset = EXTENDED_START;
	struct config_capability one = {.extended = true};
	enum sriov_code code;
	uint8_t entry[4];
	uint32_t header;

	for (; offset && !walk->stopped; offset = header >> 20 & ~3U) {
		if (offset < EXTENDED_START || !steps--)
			return malformed(walk->space, offset, error);
		code = read_bytes(walk->space, offset, entry, sizeof(entry), error);
		if (code)
			return code;
		header = dword(entry);
		/* What a device without such a list answers. */
		if (header == 0 || header == UINT32_MAX)
			break;
		one.id = header & 0xffff;
		one.version = header >> 16 & 0xf;
		one.offset = offset;
		walk->stopped = !walk->found(walk->data, &one);
	}
	return SRIOV_CODE_OK;
}

/* A device of conventional PCI has 256 bytes, and its file ends there. */
static bool has_extended(const struct config_space *space)
{
	uint8_t byte;

	return get(space, EXTENDED_START, &byte, 1) == 1;
}

/*
 * All ones is what the bus answers for a device that does not. The ids alone do not tell: those of
 * a VF are all ones by the standard.
 */
static bool is_silent(const uint8_t header[HEADER_SIZE])
{
	for (unsigned int i = 0; i < HEADER_SIZE; i++)
		if (header[i] != 0xff)
			return false;
	return true;
}

/* Unprivileged callers must be told so, not that the list ends at 64 bytes. */
enum sriov_code config_space_walk(const struct config_space *space,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error)
{
	struct walk walk = {.space = space, .found = found, .data = data};
	uint8_t header[HEADER_SIZE];
	enum sriov_code code = read_bytes(space, 0, header, sizeof(header), error);

	if (code)
		return code;
	if (is_silent(header))
		return error_set(error, SRIOV_CODE_GONE,
				 "%s: the device does not answer: it was removed, or it is asleep",
				 space->address);
	if (word(header + STATUS) & STATUS_HAS_LIST)
		code = walk_first(&walk, header[FIRST_POINTER], error);
	if (!code && !walk.stopped && has_extended(space))
		code = walk_extended(&walk, error);
	return code;
}

enum sriov_code config_space_read_iov(const struct config_space *space, unsigned int offset,
				      struct config_iov *iov, struct sriov_error **error)
{
	uint8_t bytes[IOV_SIZE];
	enum sriov_code code = read_bytes(space, offset, bytes, sizeof(bytes), error);

	if (code)
		return code;
	*iov = (struct config_iov) {
		.offset = offset,
		.control = word(bytes + 0x08),
		.initial_vfs = word(bytes + 0x0c),
		.total_vfs = word(bytes + 0x0e),
		.vf_count = word(bytes + 0x10),
		.dependency_link = bytes[0x12],
		.vf_offset = word(bytes + 0x14),
		.vf_stride = word(bytes + 0x16),
		.vf_device_id = word(bytes + 0x1a),
		.supported_page_sizes = dword(bytes + 0x1c),
		.system_page_size = dword(bytes + 0x20),
	};
	for (size_t i = 0; i < ARRAY_SIZE(iov->vf_bars); i++)
		iov->vf_bars[i] = dword(bytes + 0x24 + 4 * i);
	return SRIOV_CODE_OK;
}
