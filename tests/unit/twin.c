/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "twin.h"

#include "real_link.h"

#define INDEX 77

bool twin_make(struct fake *fake, const char *pf)
{
	fake_write(fake, "77\n", "sys/bus/pci/devices/%s/net/em1/ifindex", pf);
	fake_write(fake, "52:54:00:00:00:77\n", "sys/bus/pci/devices/%s/net/em1/address", pf);
	/* All tests of a program have the same network namespace. */
	real_link_remove(INDEX);
	return real_link_make_member("em1", INDEX, "52:54:00:00:00:77");
}
