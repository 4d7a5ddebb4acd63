/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Many devices: read, put in order, found. */
#ifndef OBJECT_DEVICE_LIST_H
#define OBJECT_DEVICE_LIST_H

#include <stdbool.h>
#include <stddef.h>

#include "sriov/device_list.h"

#include "object/context/context.h"

/* The addresses of all PCI devices, in no order. */
enum sriov_code device_list_addresses(struct sriov_context *context,
				      struct sriov_string_list **addresses,
				      struct sriov_error **error);

/* Reads the devices at these addresses into a list, sorted; the filter may be NULL. */
enum sriov_code device_list_fill(struct sriov_context *context,
				 const struct sriov_string_list *addresses,
				 const struct sriov_device_filter *filter, void *list,
				 struct sriov_error **error);

void device_list_sort(struct sriov_device_list *list);

/* Where a full address is in a list that is sorted. */
bool device_list_find(const struct sriov_device_list *list, const char *address, size_t *position);

#endif
