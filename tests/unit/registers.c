/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "registers.h"

struct fake *fake;
struct sriov_device *device;
struct sriov_capabilities *capabilities;
uint8_t bytes[FAKE_CONFIG_SIZE];
unsigned int room;

static struct sriov_context *context;
static struct sriov_error *error;
static unsigned int last;

void registers_make(void)
{
	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
	memcpy(bytes, fake_82576_config, sizeof(bytes));
	last = 0x160;
	room = 0x1a0;
}

void registers_free(void)
{
	sriov_capabilities_unref(capabilities);
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}

void put(unsigned int offset, uint64_t value, unsigned int size)
{
	for (unsigned int i = 0; i < size; i++)
		bytes[offset + i] = (uint8_t)(value >> 8 * i);
}

unsigned int add(unsigned int id, unsigned int size)
{
	unsigned int offset = room;

	put(last + 2, 1 | offset << 4, 2);
	put(offset, id | 1 << 16, 4);
	last = offset;
	room += size;
	return offset;
}

void look(void)
{
	fake_set_config(fake, CARD, bytes, sizeof(bytes));
	expect_success(sriov_device_read_capabilities(device, &capabilities, &error), error);
}

enum sriov_capability_state state(bool extended, unsigned int id)
{
	return sriov_capabilities_get_state(capabilities, extended, id);
}
