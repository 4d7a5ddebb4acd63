/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The registers of single capabilities, taken apart.
 *
 * Each function gets as many bytes as its SIZE says, from the capability's first byte on, and knows
 * nothing of where they came from.
 */
#ifndef KERNEL_CONFIG_DECODE_H
#define KERNEL_CONFIG_DECODE_H

#include <stddef.h>
#include <stdint.h>

static inline uint16_t config_word(const uint8_t *bytes)
{
	return (uint16_t)(bytes[0] | bytes[1] << 8);
}

static inline uint32_t config_dword(const uint8_t *bytes)
{
	return config_word(bytes) | (uint32_t)config_word(bytes + 2) << 16;
}

#define CONFIG_IOV_SIZE 0x40

struct config_iov {
	unsigned int offset;
	unsigned int initial_vfs;
	unsigned int total_vfs;
	unsigned int vf_count;
	unsigned int vf_offset;
	unsigned int vf_stride;
	unsigned int dependency_link;
	uint32_t capability;
	uint32_t supported_page_sizes;
	uint32_t system_page_size;
	uint32_t vf_bars[6];
	uint32_t migration_array;
	uint16_t control;
	uint16_t status;
	uint16_t vf_device_id;
};

/* A capability of two words: what there is, and what is on. Most small ones are that. */
#define CONFIG_PAIR_SIZE 0x08

struct config_pair {
	unsigned int offset;
	uint16_t capability;
	uint16_t control;
};

#define CONFIG_PRI_SIZE 0x10

struct config_pri {
	unsigned int offset;
	uint16_t control;
	uint16_t status;
	uint32_t capacity;
	uint32_t allocation;
};

/* The second size is for version 2, which has more registers. */
#define CONFIG_EXPRESS_SIZE   0x08
#define CONFIG_EXPRESS_2_SIZE 0x2a

struct config_express {
	unsigned int offset;
	uint16_t flags;
	uint32_t capability;
	uint32_t capability2;
	uint16_t control2;
};

#define CONFIG_MSI_SIZE 0x04

struct config_msi {
	unsigned int offset;
	uint16_t control;
};

#define CONFIG_MSIX_SIZE 0x0c

struct config_msix {
	unsigned int offset;
	uint16_t control;
	uint32_t table;
	uint32_t pending;
};

#define CONFIG_AF_SIZE	   0x06
#define CONFIG_SERIAL_SIZE 0x0c

/* Of the first BAR; each further one adds an entry. */
#define CONFIG_RESIZABLE_SIZE  0x0c
#define CONFIG_RESIZABLE_ENTRY 0x08
#define CONFIG_BARS	       6

struct config_resizable {
	unsigned int offset;
	unsigned int count;
	struct {
		uint32_t capability;
		uint32_t control;
	} bars[CONFIG_BARS];
};

void config_decode_iov(const uint8_t *bytes, struct config_iov *iov);
void config_decode_pair(const uint8_t *bytes, struct config_pair *pair);
void config_decode_pri(const uint8_t *bytes, struct config_pri *pri);
void config_decode_express(const uint8_t *bytes, struct config_express *express);
void config_decode_express_2(const uint8_t *bytes, struct config_express *express);
void config_decode_msi(const uint8_t *bytes, struct config_msi *msi);
void config_decode_msix(const uint8_t *bytes, struct config_msix *msix);
uint8_t config_decode_af(const uint8_t *bytes);
uint64_t config_decode_serial(const uint8_t *bytes);

/* How many BARs the first one's registers say there are, at most CONFIG_BARS. */
unsigned int config_count_resizable(const uint8_t *bytes);
void config_decode_resizable(const uint8_t *bytes, unsigned int count,
			     struct config_resizable *resizable);

#endif
