/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/common.h"
#include "object/capability/capability.h"

OBJECT_REFERENCES(capabilities)

#define EXPRESS_TYPE(flags)	 ((flags) >> 4 & 0xfU)
#define EXPRESS_RESET		 0x10000000
#define EXPRESS_2_ARI_FORWARDING 0x20

/* By the number in the register, which has gaps. */
static const enum sriov_port_type types[] = {
	SRIOV_PORT_TYPE_ENDPOINT,	 SRIOV_PORT_TYPE_LEGACY_ENDPOINT,
	SRIOV_PORT_TYPE_UNKNOWN,	 SRIOV_PORT_TYPE_UNKNOWN,
	SRIOV_PORT_TYPE_ROOT_PORT,	 SRIOV_PORT_TYPE_UPSTREAM_PORT,
	SRIOV_PORT_TYPE_DOWNSTREAM_PORT, SRIOV_PORT_TYPE_PCI_BRIDGE,
	SRIOV_PORT_TYPE_EXPRESS_BRIDGE,	 SRIOV_PORT_TYPE_INTEGRATED_ENDPOINT,
	SRIOV_PORT_TYPE_EVENT_COLLECTOR,
};

enum sriov_port_type capability_port_type(const struct config_express *express)
{
	unsigned int type = EXPRESS_TYPE(express->flags);

	if (!express->offset)
		return SRIOV_PORT_TYPE_NONE;
	return type < ARRAY_SIZE(types) ? types[type] : SRIOV_PORT_TYPE_UNKNOWN;
}

EXPORT const struct sriov_capability_list *
sriov_capabilities_get_list(const struct sriov_capabilities *capabilities)
{
	return capabilities ? capabilities->list : NULL;
}

EXPORT enum sriov_capability_state
sriov_capabilities_get_state(const struct sriov_capabilities *capabilities, bool extended,
			     unsigned int id)
{
	const struct sriov_capability *one;

	if (!capabilities)
		return SRIOV_CAPABILITY_STATE_UNKNOWN;
	for (size_t i = 0; (one = sriov_capability_list_get(capabilities->list, i)); i++)
		if (one->facts.extended == extended && one->facts.id == id)
			return SRIOV_CAPABILITY_STATE_PRESENT;
	return extended && capabilities->facts.extended_unreadable
		       ? SRIOV_CAPABILITY_STATE_UNREADABLE
		       : SRIOV_CAPABILITY_STATE_ABSENT;
}

EXPORT const char *sriov_capabilities_get_obstacle(const struct sriov_capabilities *capabilities)
{
	return capabilities ? capabilities->obstacle : NULL;
}

EXPORT enum sriov_port_type
sriov_capabilities_get_port_type(const struct sriov_capabilities *capabilities)
{
	return capabilities ? capability_port_type(&capabilities->facts.express)
			    : SRIOV_PORT_TYPE_UNKNOWN;
}

EXPORT bool sriov_capabilities_is_multifunction(const struct sriov_capabilities *capabilities)
{
	return capabilities && capabilities->facts.multifunction;
}

/* In the register of a port the bit has no meaning, and is set in some. */
static bool has_express_reset(const struct config_express *express)
{
	enum sriov_port_type type = capability_port_type(express);

	return express->capability & EXPRESS_RESET &&
	       (type == SRIOV_PORT_TYPE_ENDPOINT || type == SRIOV_PORT_TYPE_LEGACY_ENDPOINT ||
		type == SRIOV_PORT_TYPE_INTEGRATED_ENDPOINT);
}

EXPORT bool
sriov_capabilities_has_function_level_reset(const struct sriov_capabilities *capabilities)
{
	return capabilities && (has_express_reset(&capabilities->facts.express) ||
				capabilities->facts.has_af_reset);
}

/* In the register of an endpoint the bit has no meaning. */
static bool is_port(const struct sriov_capabilities *capabilities)
{
	enum sriov_port_type type = sriov_capabilities_get_port_type(capabilities);

	return type == SRIOV_PORT_TYPE_ROOT_PORT || type == SRIOV_PORT_TYPE_DOWNSTREAM_PORT;
}

EXPORT bool sriov_capabilities_has_ari_forwarding(const struct sriov_capabilities *capabilities)
{
	return is_port(capabilities) &&
	       capabilities->facts.express.capability2 & EXPRESS_2_ARI_FORWARDING;
}

EXPORT bool
sriov_capabilities_is_ari_forwarding_enabled(const struct sriov_capabilities *capabilities)
{
	return is_port(capabilities) &&
	       capabilities->facts.express.control2 & EXPRESS_2_ARI_FORWARDING;
}

EXPORT const char *
sriov_capabilities_get_serial_number(const struct sriov_capabilities *capabilities)
{
	return capabilities ? capabilities->serial : NULL;
}

#define GETTER(type, name)                                                                         \
	EXPORT type *sriov_capabilities_get_##name(const struct sriov_capabilities *capabilities)  \
	{                                                                                          \
		return capabilities ? capabilities->name : NULL;                                   \
	}

GETTER(struct sriov_iov_capability, iov)
GETTER(struct sriov_acs_capability, acs)
GETTER(struct sriov_ari_capability, ari)
GETTER(struct sriov_ats_capability, ats)
GETTER(struct sriov_pasid_capability, pasid)
GETTER(struct sriov_pri_capability, pri)
GETTER(struct sriov_msi_capability, msi)
GETTER(struct sriov_msix_capability, msix)
GETTER(const struct sriov_resizable_bar_list, resizable_bars)
GETTER(const struct sriov_resizable_bar_list, vf_resizable_bars)
