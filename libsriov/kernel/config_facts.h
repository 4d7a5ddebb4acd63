/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * All that is wanted of a configuration space, in one go through it.
 *
 * The bytes may be those of a file or of memory: see struct config_space. With bytes in memory it
 * is a pure function of them.
 */
#ifndef KERNEL_CONFIG_FACTS_H
#define KERNEL_CONFIG_FACTS_H

#include "kernel/config_decode.h"
#include "kernel/config_space.h"

/* An offset of 0 says that the device has no such capability. */
struct config_facts {
	bool multifunction;
	bool extended_unreadable; /* it should have a second list, and there is no way to it */
	bool has_af_reset;
	bool has_serial;
	uint64_t serial;
	struct config_express express;
	struct config_msi msi;
	struct config_msix msix;
	struct config_pair acs;
	struct config_pair ari;
	struct config_pair ats;
	struct config_pair pasid;
	struct config_pri pri;
	struct config_iov iov;
	struct config_resizable resizable;
	struct config_resizable vf_resizable;
};

/*
 * Reads and decodes all. found() is called for each capability as config_space_walk() does; it may
 * be NULL. A device that stops answering meanwhile is GONE.
 */
enum sriov_code config_facts_read(const struct config_space *space, struct config_facts *facts,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error);

#endif
