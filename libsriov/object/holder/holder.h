/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What processes have open of VFIO, and which devices they hold by that. */
#ifndef OBJECT_HOLDER_H
#define OBJECT_HOLDER_H

#include "sriov/holder.h"

#include "object/device/device.h"

struct holding;

/* All of a host, read in one pass. Begins zeroed. */
struct holdings {
	const struct tree *procfs;
	struct holding *items;
	size_t count;
	size_t capacity;
	bool complete;
	bool failed;
};

enum sriov_code holdings_read(struct sriov_context *context, struct holdings *holdings,
			      struct sriov_error **error);

/* For CLEANUP(). */
void holdings_clear(struct holdings *holdings);

/* The holders of one device. */
enum sriov_code holdings_select(const struct holdings *holdings, const struct sriov_device *device,
				struct sriov_holder_list **list, struct sriov_error **error);

/* The first of them that is certain; NULL when there is none. */
const struct sriov_holder *holder_find_certain(const struct sriov_holder_list *list);

/* The same, but for this process itself. */
const struct sriov_holder *holder_find_other(const struct sriov_holder_list *list);

/* A holder in the words of a sentence: "qemu-system-x86 (process 812) through /dev/vfio/14". */
#define HOLDER_LABEL_SIZE 256
void holder_label(const struct sriov_holder *holder, char label[HOLDER_LABEL_SIZE]);

#endif
