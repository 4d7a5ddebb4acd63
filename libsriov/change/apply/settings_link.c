/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Which settings come in a row, and whether their PF is ready for them. */
#include <string.h>

#include "change/apply/run.h"

size_t settings_count(const struct lane *lane, size_t position)
{
	size_t count = 0;

	while (position + count < lane->count &&
	       lane_get_step(lane, position + count)->kind == SRIOV_STEP_KIND_SET_VF)
		count++;
	return count;
}

static bool is_new_rate(const struct sriov_step *step)
{
	return step->is_fresh && step->change.setting == SRIOV_VF_SETTING_RATES &&
	       (step->change.rates.min_mbps || step->change.rates.max_mbps);
}

/* Of an interface that is down it cannot be read: no link is to be waited for then. */
static bool lacks_link(const struct sriov_pf *pf)
{
	char line[8];

	return pf->interface &&
	       !tree_read_locked_line(&pf->device->context->sysfs, line, sizeof(line), NULL,
				      "bus/pci/devices/%s/net/%s/carrier", pf->device->address,
				      pf->interface) &&
	       !strcmp(line, "0");
}

bool settings_want_link(const struct lane *lane, size_t position)
{
	size_t count = settings_count(lane, position);

	for (size_t i = 0; i < count; i++)
		if (is_new_rate(lane_get_step(lane, position + i)))
			return lacks_link(lane->pf);
	return false;
}
