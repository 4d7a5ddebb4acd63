/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the user wants of a context; a path that is NULL is the running host's. */
#ifndef OBJECT_CONTEXT_OPTIONS_H
#define OBJECT_CONTEXT_OPTIONS_H

#include "sriov/context.h"

#include "base/log.h"
#include "base/object.h"

#define DEFAULT_DEADLINE_MS 60000

struct sriov_context_options {
	struct object object;
	struct log log;
	char *sysfs;
	char *procfs;
	char *devfs;
	char *modules;
	char *modprobe;
	char *runtime;
	unsigned int deadline_ms; /* 0 for none */
	int netns;		  /* NETNS_OWN when there is none */
};

#endif
