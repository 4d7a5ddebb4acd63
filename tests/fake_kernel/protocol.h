/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What is said on the socket DIRECTORY/kernel, each time in one datagram: a byte for the kind, and
 * what belongs to it. The connection is for one request, but that of a netlink socket, on which
 * there are netlink's own datagrams from then on.
 */
#ifndef TESTS_FAKE_KERNEL_PROTOCOL_H
#define TESTS_FAKE_KERNEL_PROTOCOL_H

#include <stddef.h>
#include <stdint.h>

/* Names the directory to the programs that are to see the fake kernel. */
#define PROTOCOL_VARIABLE "FAKE_KERNEL"

#define PROTOCOL_MOST 65536

enum protocol_kind {
	PROTOCOL_WRITE,	 /* a path below sys/, a NUL, and what is written to it */
	PROTOCOL_SOCKET, /* this is a netlink socket of that number: 4 bytes */
	PROTOCOL_SYNC,	 /* what all netlink sockets had sent is done when the answer comes */
	PROTOCOL_TELL,	 /* a line of the test's: see README.md */
};

struct protocol_request {
	uint8_t kind;
	char text[PROTOCOL_MOST];
};

struct protocol_answer {
	int32_t number; /* an errno */
	char text[PROTOCOL_MOST];
};

/* The first and least part of an answer. */
#define PROTOCOL_ANSWER_SIZE offsetof(struct protocol_answer, text)

#endif
