/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* From a PF's name to its address, with nothing else read. */
#include "object/pf/pf.h"

#include <string.h>

#include "base/error.h"

/* Reading it tells what it is instead. Or it has become a PF meanwhile. */
static enum sriov_code explain(struct sriov_context *context, const char *address,
			       struct sriov_error **error)
{
	struct sriov_pf *pf;
	enum sriov_code code = pf_read(context, address, &pf, error);

	sriov_pf_unref(pf);
	return code;
}

EXPORT enum sriov_code sriov_pf_find(struct sriov_context *context, const char *name,
				     char **address, struct sriov_error **error)
{
	char found[ADDRESS_SIZE];
	enum sriov_code code;

	if (!address)
		return error_null(error, "address");
	*address = NULL;
	code = device_resolve(context, name, found, error);
	if (!code && !tree_exists(&context->sysfs, "bus/pci/devices/%s/sriov_totalvfs", found))
		code = explain(context, found, error);
	if (code)
		return code;
	*address = strdup(found);
	return *address ? SRIOV_CODE_OK : error_no_memory(error);
}
