/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "faults.h"

/* Nothing binds the device here, so this is the way back. */
static enum sriov_code bind(struct sriov_device *device, struct sriov_error **error)
{
	struct sriov_vfio *vfio;
	enum sriov_code code = sriov_vfio_bind(device, NULL, &vfio, error);

	sriov_vfio_unref(vfio);
	return code;
}

static const struct step steps[] = {
	{"bind", .on_device = bind, .target = "0000:01:10.0", .code = SRIOV_CODE_UNSUPPORTED},
};

STEPS(vfio)
