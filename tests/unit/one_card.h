/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* A made-up host with one card, opened: what the tests of a device's parts begin with. */
#ifndef TESTS_ONE_CARD_H
#define TESTS_ONE_CARD_H

#include "unit.h"

#define CARD "0000:01:00.0"

extern struct fake *fake;
extern struct sriov_context *context;
extern struct sriov_device *device;

void one_card_make(void);
void one_card_free(void);

#endif
