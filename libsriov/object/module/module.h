/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef OBJECT_MODULE_H
#define OBJECT_MODULE_H

#include "sriov/module.h"

/* sriov_module_load() with another deadline than the context's; 0 for none. */
enum sriov_code module_load(struct sriov_module *module, unsigned int deadline_ms,
			    struct sriov_error **error);

#endif
