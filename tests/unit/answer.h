/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * Answers of rtnetlink about VFs: recorded ones of Linux 6.12 in tests/unit/data, and ones of any
 * number of VFs, made of a recorded VF as the kernel makes them.
 *
 * What cannot be made fails the test.
 */
#ifndef TESTS_ANSWER_H
#define TESTS_ANSWER_H

#include <stddef.h>
#include <stdint.h>

#include "kernel/vf_message.h"

/* Where attributes begin in a message about a link. */
#define ANSWER_FIRST 32

struct bytes {
	uint8_t *data;
	size_t length;
};

struct bytes bytes_new(void);
void bytes_free(struct bytes *bytes);
void bytes_add(struct bytes *bytes, const void *data, size_t length);

/* An attribute with its padding; gives its place. */
size_t bytes_add_attribute(struct bytes *bytes, int type, const void *payload, size_t length);
void bytes_add_number(struct bytes *bytes, int type, uint32_t number);

/* Ends a list as the kernel does: what does not fit in the 16 bits of its length is lost. */
void bytes_close_list(struct bytes *bytes, size_t start);

/* The first two bytes of an attribute are its length, the next two its type. */
uint16_t bytes_get(const struct bytes *bytes, size_t at);

/* The place of the first attribute of a type from here on; all before must have true lengths. */
size_t bytes_find(const struct bytes *bytes, size_t at, uint16_t type);

/* A file of tests/unit/data. */
struct bytes answer_read(const char *name);

/* An answer under construction. */
struct answer {
	struct bytes bytes;
	size_t list;
	struct bytes source;
	size_t source_list;
};

/* All up to the list; the VFs one by one, each with a MAC that tells its index; and the rest. */
struct answer answer_begin(uint32_t count);
void answer_add_vf(struct answer *answer, uint32_t index);
void answer_end(struct answer *answer);

void answer_make_mac(uint32_t index, uint8_t mac[6]);

/*
 * Decodes from memory of exactly the answer's size, so that a sanitizer sees a step beside; the
 * message is made to say that it is that long.
 */
enum sriov_code answer_decode(const struct bytes *bytes, struct vf_facts **facts, size_t *count,
			      struct sriov_error **error);

/* It is refused with this code and these words; frees the bytes. */
void answer_expect_refusal(struct bytes *bytes, enum sriov_code wanted, const char *words);

#endif
