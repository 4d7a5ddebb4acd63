/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "one_card.h"

struct fake *fake;
struct sriov_context *context;
struct sriov_device *device;

void one_card_make(void)
{
	struct sriov_error *error = NULL;

	fake = fake_new();
	fake_add_82576(fake, CARD, "em1", 0);
	fake_add_attributes(fake, CARD);
	context = fake_open_context(fake);
	expect_success(sriov_device_open(context, CARD, &device, &error), error);
}

void one_card_free(void)
{
	sriov_device_unref(device);
	sriov_context_unref(context);
	fake_free(fake);
}
