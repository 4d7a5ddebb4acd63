/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the requests to VFIO's descriptors share. */
#ifndef OBJECT_VFIO_DESCRIPTOR_H
#define OBJECT_VFIO_DESCRIPTOR_H

#include "object/device/device.h"

/* A request failed with this errno; the name is the kernel's for it, the device may be NULL. */
enum sriov_code vfio_request_failed(const struct sriov_device *device, const char *request,
				    int number, struct sriov_error **error);

/* "01234567-89ab-cdef-0123-456789abcdef" as its bytes; else an error. */
enum sriov_code vfio_parse_token(const char *text, uint8_t *token, struct sriov_error **error);

/* Not bound to VFIO is SRIOV_CODE_NO_DRIVER. */
enum sriov_code vfio_check_bound(const struct sriov_device *device, struct sriov_error **error);

/* The error of what is busy, with who has it where that can be seen. */
enum sriov_code vfio_explain_busy(const struct sriov_device *device, struct sriov_error **error);

/* A file that is not the caller's to open; the device is NULL for one that is of none. */
enum sriov_code vfio_explain_forbidden(const struct sriov_device *device, const char *what,
				       struct sriov_error **error);

#endif
