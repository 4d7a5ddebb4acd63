/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Numbers in texts, strictly: no sign, no space, nothing behind them. */
#ifndef BASE_NUMBER_H
#define BASE_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

/* base 10, or 16 with or without 0x; false when it is no such number or above the maximum. */
bool number_parse(const char *text, int base, uint64_t maximum, uint64_t *value);

#endif
