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
#define FIRST_END	    0x100
#define EXTENDED_START	    0x100
#define SMALLEST_CAPABILITY 4
#define COMMAND_AND_STATUS  0x04

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

/*
 * A short answer is no failure to the kernel: without CAP_SYS_ADMIN there are 64 bytes, 128 of a
 * CardBus bridge, and with it 256 or 4096, which a pointer of the device's may lead out of.
 */
static enum sriov_code tell_short(const struct config_space *space, unsigned int offset,
				  struct sriov_error **error)
{
	uint8_t byte;

	if (get(space, FIRST_END - 1, &byte, 1) == 1)
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "%s: what is at 0x%x leads out of the configuration space",
				 space->address, offset);
	return error_set(error, SRIOV_CODE_FORBIDDEN,
			 "%s: cannot read its configuration space at 0x%x: the kernel gives this "
			 "caller no more than that (CAP_SYS_ADMIN is needed beyond 64 bytes)",
			 space->address, offset);
}

enum sriov_code config_space_read(const struct config_space *space, unsigned int offset,
				  void *buffer, size_t size, struct sriov_error **error)
{
	ssize_t count = get(space, offset, buffer, size);

	if (count < 0)
		return error_set_system(error, errno, "read", NULL,
					"read the configuration space of %s", space->address);
	if ((size_t)count < size)
		return tell_short(space, offset, error);
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
	unsigned int steps = (FIRST_END - HEADER_SIZE) / SMALLEST_CAPABILITY;
	struct config_capability one = {0};
	enum sriov_code code;
	uint8_t entry[2];

	for (offset &= ~3U; offset && !walk->stopped; offset = entry[1] & ~3U) {
		if (offset < HEADER_SIZE || !steps--)
			return malformed(walk->space, offset, error);
		code = config_space_read(walk->space, offset, entry, sizeof(entry), error);
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
		code = config_space_read(walk->space, offset, entry, sizeof(entry), error);
		if (code)
			return code;
		header = config_dword(entry);
		/* What a device without such a list answers. */
		if (header == 0 || (header == UINT32_MAX && offset == EXTENDED_START))
			break;
		if (header == UINT32_MAX)
			return malformed(walk->space, offset, error);
		one.id = header & 0xffff;
		one.version = header >> 16 & 0xf;
		one.offset = offset;
		walk->stopped = !walk->found(walk->data, &one);
	}
	return SRIOV_CODE_OK;
}

/* A device of conventional PCI has 256 bytes, and its file ends there. */
bool config_space_has_extended(const struct config_space *space)
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

static enum sriov_code silent(const struct config_space *space, struct sriov_error **error)
{
	return error_set(error, SRIOV_CODE_GONE,
			 "%s: the device does not answer: it was removed, or it is asleep",
			 space->address);
}

/* No device has all bits of its status set: some of them are always 0. */
enum sriov_code config_space_check(const struct config_space *space, struct sriov_error **error)
{
	uint8_t bytes[4];
	enum sriov_code code =
		config_space_read(space, COMMAND_AND_STATUS, bytes, sizeof(bytes), error);

	if (!code && config_dword(bytes) == UINT32_MAX)
		code = silent(space, error);
	return code;
}

/* Unprivileged callers must be told so, not that the list ends at 64 bytes. */
static enum sriov_code walk_both(struct walk *walk, struct sriov_error **error)
{
	const struct config_space *space = walk->space;
	uint8_t header[HEADER_SIZE];
	enum sriov_code code = config_space_read(space, 0, header, sizeof(header), error);

	if (code)
		return code;
	if (is_silent(header))
		return silent(space, error);
	if (config_word(header + STATUS) & STATUS_HAS_LIST)
		code = walk_first(walk, header[FIRST_POINTER], error);
	if (!code && !walk->stopped && config_space_has_extended(space))
		code = walk_extended(walk, error);
	return code;
}

enum sriov_code config_space_walk(const struct config_space *space,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct walk walk = {.space = space, .found = found, .data = data};
	enum sriov_code code = walk_both(&walk, &failure);

	if (!code)
		return code;
	/* The ones of a device that went meanwhile look like a broken list. */
	if (code == SRIOV_CODE_MALFORMED && config_space_check(space, error) == SRIOV_CODE_GONE)
		return SRIOV_CODE_GONE;
	return error_move(error, &failure);
}

enum sriov_code config_space_read_iov(const struct config_space *space, unsigned int offset,
				      struct config_iov *iov, struct sriov_error **error)
{
	uint8_t bytes[CONFIG_IOV_SIZE];
	enum sriov_code code = config_space_read(space, offset, bytes, sizeof(bytes), error);

	if (code)
		return code;
	iov->offset = offset;
	config_decode_iov(bytes, iov);
	return SRIOV_CODE_OK;
}
