/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How interfaces are asked for, and their descriptions received, whatever is made of these. */
#ifndef KERNEL_LINK_MESSAGE_H
#define KERNEL_LINK_MESSAGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

struct netlink;
struct nlattr;
struct nlmsghdr;

/* What is made of a description: facts of this size, which may own something. */
struct link_form {
	size_t size;
	enum sriov_code (*decode)(struct nlmsghdr *message, void *facts,
				  struct sriov_error **error);
	void (*clear)(void *facts); /* may be NULL */
};

/* The interface of this name or alternative name, or with NULL of this index. */
enum sriov_code link_form_read(struct netlink *netlink, const struct link_form *form, int index,
			       const char *name, void *facts, struct sriov_error **error);

/* All interfaces; what changed meanwhile may be missing, or be there twice. */
enum sriov_code link_form_list_once(struct netlink *netlink, const struct link_form *form,
				    void **facts, size_t *count, bool *interrupted,
				    struct sriov_error **error);

/* The same, asked again as long as there are changes. */
enum sriov_code link_form_list(struct netlink *netlink, const struct link_form *form, void **facts,
			       size_t *count, struct sriov_error **error);

void link_form_free(const struct link_form *form, void *facts, size_t count);

/* Attributes that are not there are NULL. Texts are cut; a number too short is none. */
void link_take_text(const struct nlattr *attribute, char *text, size_t size);
bool link_take_number(const struct nlattr *attribute, uint32_t *number);
int link_take_byte(const struct nlattr *attribute); /* -1 for none */

#endif
