/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The configuration space of a PCI device: walking its lists of capabilities.
 *
 * It is read piece by piece, since each read goes to the device: a whole one takes milliseconds.
 */
#ifndef KERNEL_CONFIG_SPACE_H
#define KERNEL_CONFIG_SPACE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "kernel/tree.h"

#define CONFIG_SPACE_SIZE 4096

/* The number of the SR-IOV capability in the extended list. */
#define CONFIG_ID_SRIOV 0x10

/* Where the bytes come from: the file of a device, or the bytes of a test. */
struct config_space {
	const struct tree *tree;
	const char *address;
	int fd;
	const uint8_t *bytes;
	size_t length;
};

struct config_capability {
	unsigned int id;
	unsigned int version;
	unsigned int offset;
	bool extended;
};

struct config_iov {
	unsigned int offset;
	unsigned int initial_vfs;
	unsigned int total_vfs;
	unsigned int vf_count;
	unsigned int vf_offset;
	unsigned int vf_stride;
	unsigned int dependency_link;
	uint32_t supported_page_sizes;
	uint32_t system_page_size;
	uint32_t vf_bars[6];
	uint16_t control;
	uint16_t vf_device_id;
};

enum sriov_code config_space_open(const struct tree *sysfs, const char *address,
				  struct config_space *space, struct sriov_error **error);
void config_space_close(struct config_space *space);

/* Calls found() for each capability until it gives false. */
enum sriov_code config_space_walk(const struct config_space *space,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error);

/* Decodes the SR-IOV capability that the walk found at the offset. */
enum sriov_code config_space_read_iov(const struct config_space *space, unsigned int offset,
				      struct config_iov *iov, struct sriov_error **error);

#endif
