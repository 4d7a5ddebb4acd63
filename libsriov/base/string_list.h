/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The making of the public sriov_string_list. */
#ifndef BASE_STRING_LIST_H
#define BASE_STRING_LIST_H

#include <stdbool.h>

#include "sriov/string_list.h"

#include "base/common.h"

/* Gives NULL when there is no memory. */
struct sriov_string_list *string_list_new(void);

/* Copies the string; false when there is no memory. */
bool string_list_add(struct sriov_string_list *list, const char *string);

/* The same for a text made in place. */
PRINTF_LIKE(2, 3)
bool string_list_add_format(struct sriov_string_list *list, const char *format, ...);

bool string_list_has(const struct sriov_string_list *list, const char *string);

/* The same strings in the same order; either may be NULL, which equals nothing. */
bool string_list_equals(const struct sriov_string_list *one, const struct sriov_string_list *other);

/* Numbers in names count as numbers: eth2 comes before eth10. */
void string_list_sort(struct sriov_string_list *list);

#endif
