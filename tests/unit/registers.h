/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The registers of a made-up 82576, to which capabilities are added that no emulated device has. */
#ifndef TESTS_REGISTERS_H
#define TESTS_REGISTERS_H

#include "unit.h"

#define CARD "0000:01:00.0"

extern struct fake *fake;
extern struct sriov_device *device;
extern struct sriov_capabilities *capabilities;

/* The configuration space, and where in it there is room for more. */
extern uint8_t bytes[FAKE_CONFIG_SIZE];
extern unsigned int room;

void registers_make(void);
void registers_free(void);

/* A number of this many bytes. */
void put(unsigned int offset, uint64_t value, unsigned int size);

/* One more in the extended list; gives its offset. */
unsigned int add(unsigned int id, unsigned int size);

/* Has the library read them. */
void look(void);

enum sriov_capability_state state(bool extended, unsigned int id);

#endif
