/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What a test may tell the fake kernel, a line each: see README.md. */
#ifndef TESTS_FAKE_KERNEL_ORDERS_H
#define TESTS_FAKE_KERNEL_ORDERS_H

#include "host.h"

/* What is to become of the next writes. */
struct orders {
	char fail[64]; /* the name of a file, or "netlink"; "" for none */
	int number;
	char hold[64];
	char held[64]; /* what the last one was that is held now; "" for none */
	bool release;  /* what is held is to be done now */
	bool end;
};

/* The errno that a write to this file is to fail with, once; 0 for none. */
int orders_fail(struct orders *orders, const char *name);

/* Whether a write to this file is to be held, once. */
bool orders_hold(struct orders *orders, const char *name);

/* Does what the line says. Gives an errno, 0 for success, and what there is to say. */
int tell(struct host *host, struct orders *orders, const char *line, char *text, size_t size);

#endif
