/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the contestants share: "PROGRAM ROUNDS" reads the host so many times, each time from
 * nothing, and prints for each how many devices there were and the nanoseconds of CPU that it took.
 */
#ifndef BENCH_ROUNDS_H
#define BENCH_ROUNDS_H

#include <stdint.h>

/* What is known of a device: each contestant has to find out all of it. */
struct facts {
	const char *address;
	uint32_t class;
	uint16_t vendor;
	uint16_t device;
	uint16_t subsystem_vendor;
	uint16_t subsystem_device;
	const char *driver; /* NULL for none */
	int group;	    /* -1 for none */
};

/* Defined by each contestant: calls take() for each device of the host. */
void read_host(void);

void take(const struct facts *facts);

/* Ends the program with this sentence. */
_Noreturn void give_up(const char *why);

#endif
