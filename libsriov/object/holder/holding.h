/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* One descriptor of VFIO in a process, by where it leads to. */
#ifndef OBJECT_HOLDING_H
#define OBJECT_HOLDING_H

#include "sriov/holder.h"

#include "base/address.h"

#define HOLDING_PATH_SIZE 64

struct holding {
	int pid;
	int fd;
	enum sriov_holder_via via;
	unsigned int number;	    /* of the group or of the character device */
	bool deleted;		    /* its file is gone: the device is being removed */
	char address[ADDRESS_SIZE]; /* of the device, where the kernel tells it; else "" */
	char path[HOLDING_PATH_SIZE];
};

/* Takes "/dev/vfio/12" apart; false when it is nothing of VFIO. pid, fd and address stay. */
bool holding_parse(const char *target, struct holding *holding);

/* The address from the way to a device in sysfs: its last part. */
bool holding_parse_device_path(const char *path, struct holding *holding);

#endif
