/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/plan/pf_find.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "sriov/capabilities.h"
#include "sriov/device_attributes.h"
#include "sriov/vpd.h"

#include "base/error.h"

/* The last digit of "0000:01:00.1". */
static unsigned int function_of(const char *address)
{
	return (unsigned int)(address[strlen(address) - 1] - '0');
}

/* As the maker wrote it, or as PCI Express has it. What cannot be read is not this one. */
static bool has_serial_number(const struct sriov_pf *pf, const char *wanted)
{
	struct sriov_capabilities *capabilities;
	struct sriov_vpd *vpd;
	const char *found;
	bool same = false;

	if (!sriov_device_read_capabilities(pf->device, &capabilities, NULL)) {
		found = sriov_capabilities_get_serial_number(capabilities);
		same = found && !strcasecmp(found, wanted);
		sriov_capabilities_unref(capabilities);
	}
	if (!same && !sriov_device_read_vpd(pf->device, &vpd, NULL)) {
		found = sriov_vpd_get_serial_number(vpd);
		same = found && !strcasecmp(found, wanted);
		sriov_vpd_unref(vpd);
	}
	return same;
}

static bool is_wanted(const struct sriov_pf *pf, const struct sriov_pf_state *state)
{
	return !pf->error && function_of(pf->device->address) == state->function &&
	       has_serial_number(pf, state->serial_number);
}

static enum sriov_code choose(const struct sriov_pf_list *pfs, const struct sriov_pf_state *state,
			      struct sriov_pf **pf, struct sriov_error **error)
{
	struct sriov_pf *found = NULL, *one;

	for (size_t i = 0; (one = sriov_pf_list_get(pfs, i)); i++) {
		if (!is_wanted(one, state))
			continue;
		if (found)
			return error_set(error, SRIOV_CODE_INVALID,
					 "both %s and %s are function %u of a card with the serial "
					 "number %s: name one by its address",
					 found->device->address, one->device->address,
					 state->function, state->serial_number);
		found = one;
	}
	if (!found)
		return error_set(error, SRIOV_CODE_NOT_FOUND,
				 "no PF is function %u of a card with the serial number %s",
				 state->function, state->serial_number);
	*pf = sriov_pf_ref(found);
	return SRIOV_CODE_OK;
}

enum sriov_code pf_find(struct sriov_context *context, const struct sriov_pf_state *state,
			struct sriov_pf **pf, struct sriov_error **error)
{
	struct sriov_pf_list *pfs;
	enum sriov_code code;

	*pf = NULL;
	if (state->name)
		return sriov_pf_open(context, state->name, pf, error);
	code = sriov_pf_list(context, &pfs, error);
	if (code)
		return code;
	code = choose(pfs, state, pf, error);
	sriov_pf_list_unref(pfs);
	return code;
}
