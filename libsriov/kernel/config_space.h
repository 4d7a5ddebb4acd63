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
#include "kernel/config_decode.h"
#include "kernel/tree.h"

#define CONFIG_SPACE_SIZE 4096

/* Numbers in the first list. */
#define CONFIG_ID_MSI	  0x05
#define CONFIG_ID_EXPRESS 0x10
#define CONFIG_ID_MSIX	  0x11
#define CONFIG_ID_AF	  0x13

/* Numbers in the extended list. */
#define CONFIG_ID_SERIAL       0x03
#define CONFIG_ID_ACS	       0x0d
#define CONFIG_ID_ARI	       0x0e
#define CONFIG_ID_ATS	       0x0f
#define CONFIG_ID_SRIOV	       0x10
#define CONFIG_ID_PRI	       0x13
#define CONFIG_ID_RESIZABLE    0x15
#define CONFIG_ID_PASID	       0x1b
#define CONFIG_ID_VF_RESIZABLE 0x24

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

enum sriov_code config_space_open(const struct tree *sysfs, const char *address,
				  struct config_space *space, struct sriov_error **error);
void config_space_close(struct config_space *space);

/* Calls found() for each capability until it gives false. */
enum sriov_code config_space_walk(const struct config_space *space,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error);

/* Reads bytes of the device; fewer than were asked for are an error, which is told. */
enum sriov_code config_space_read(const struct config_space *space, unsigned int offset,
				  void *buffer, size_t size, struct sriov_error **error);

/* Whether the second list can be reached: false for a space of 256 bytes. */
bool config_space_has_extended(const struct config_space *space);

/* GONE when the device does not answer any more. */
enum sriov_code config_space_check(const struct config_space *space, struct sriov_error **error);

/* Decodes the SR-IOV capability that the walk found at the offset. */
enum sriov_code config_space_read_iov(const struct config_space *space, unsigned int offset,
				      struct config_iov *iov, struct sriov_error **error);

#endif
