/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The registers in the SR-IOV capability that tell of the VFs' BARs. */
#include "base/common.h"
#include "object/capability/capability.h"

#define BAR_IO		 0x1U
#define BAR_WIDTH	 0x6U
#define BAR_32		 0x0U
#define BAR_64		 0x4U
#define BAR_PREFETCHABLE 0x8U
#define BAR_FLAGS	 0xfU

static enum sriov_vf_bar_kind kind_alone(uint32_t bar)
{
	if (!bar)
		return SRIOV_VF_BAR_KIND_NONE;
	if (bar & BAR_IO)
		return SRIOV_VF_BAR_KIND_UNKNOWN;
	if ((bar & BAR_WIDTH) == BAR_32)
		return SRIOV_VF_BAR_KIND_MEMORY_32;
	return (bar & BAR_WIDTH) == BAR_64 ? SRIOV_VF_BAR_KIND_MEMORY_64
					   : SRIOV_VF_BAR_KIND_UNKNOWN;
}

/* Whether a register is the upper half of a BAR depends on all that are before it. */
EXPORT enum sriov_vf_bar_kind
sriov_iov_capability_get_vf_bar_kind(const struct sriov_iov_capability *capability,
				     unsigned int bar)
{
	enum sriov_vf_bar_kind kind = SRIOV_VF_BAR_KIND_NONE;

	if (!capability || bar >= CONFIG_BARS)
		return SRIOV_VF_BAR_KIND_NONE;
	for (unsigned int i = 0; i <= bar; i++)
		kind = kind == SRIOV_VF_BAR_KIND_MEMORY_64
			       ? SRIOV_VF_BAR_KIND_UPPER_HALF
			       : kind_alone(capability->facts.vf_bars[i]);
	/* The last register has no upper half. */
	if (kind == SRIOV_VF_BAR_KIND_MEMORY_64 && bar == CONFIG_BARS - 1)
		return SRIOV_VF_BAR_KIND_UNKNOWN;
	return kind;
}

static bool is_memory(enum sriov_vf_bar_kind kind)
{
	return kind == SRIOV_VF_BAR_KIND_MEMORY_32 || kind == SRIOV_VF_BAR_KIND_MEMORY_64;
}

EXPORT bool
sriov_iov_capability_is_vf_bar_prefetchable(const struct sriov_iov_capability *capability,
					    unsigned int bar)
{
	return is_memory(sriov_iov_capability_get_vf_bar_kind(capability, bar)) &&
	       capability->facts.vf_bars[bar] & BAR_PREFETCHABLE;
}

EXPORT uint64_t sriov_iov_capability_get_vf_bar_address(
	const struct sriov_iov_capability *capability, unsigned int bar)
{
	enum sriov_vf_bar_kind kind = sriov_iov_capability_get_vf_bar_kind(capability, bar);
	uint64_t address;

	if (!is_memory(kind))
		return 0;
	address = capability->facts.vf_bars[bar] & ~BAR_FLAGS;
	if (kind == SRIOV_VF_BAR_KIND_MEMORY_64)
		address |= (uint64_t)capability->facts.vf_bars[bar + 1] << 32;
	return address;
}
