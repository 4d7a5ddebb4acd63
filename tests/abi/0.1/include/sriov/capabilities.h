/* SPDX-License-Identifier: LGPL-2.1-or-later */
#ifndef SRIOV_CAPABILITIES_H
#define SRIOV_CAPABILITIES_H

#include <sriov/acs_capability.h>
#include <sriov/address_translation.h>
#include <sriov/ari_capability.h>
#include <sriov/capability.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/interrupt_capability.h>
#include <sriov/iov_capability.h>
#include <sriov/resizable_bar.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

enum sriov_capability_state {
	SRIOV_CAPABILITY_STATE_UNKNOWN = -1,
	SRIOV_CAPABILITY_STATE_ABSENT = 0,
	SRIOV_CAPABILITY_STATE_PRESENT = 1,
	SRIOV_CAPABILITY_STATE_UNREADABLE = 2,
};

enum sriov_port_type {
	SRIOV_PORT_TYPE_UNKNOWN = -1,
	SRIOV_PORT_TYPE_NONE = 0,
	SRIOV_PORT_TYPE_ENDPOINT = 1,
	SRIOV_PORT_TYPE_LEGACY_ENDPOINT = 2,
	SRIOV_PORT_TYPE_ROOT_PORT = 3,
	SRIOV_PORT_TYPE_UPSTREAM_PORT = 4,
	SRIOV_PORT_TYPE_DOWNSTREAM_PORT = 5,
	SRIOV_PORT_TYPE_PCI_BRIDGE = 6,
	SRIOV_PORT_TYPE_EXPRESS_BRIDGE = 7,
	SRIOV_PORT_TYPE_INTEGRATED_ENDPOINT = 8,
	SRIOV_PORT_TYPE_EVENT_COLLECTOR = 9,
};

struct sriov_capabilities;

struct sriov_capabilities *sriov_capabilities_ref(struct sriov_capabilities *capabilities);

void sriov_capabilities_unref(struct sriov_capabilities *capabilities);

enum sriov_code sriov_device_read_capabilities(const struct sriov_device *device,
					       struct sriov_capabilities **capabilities,
					       struct sriov_error **error);

enum sriov_code sriov_device_list_capabilities(const struct sriov_device *device,
					       struct sriov_capability_list **list,
					       struct sriov_error **error);

enum sriov_code sriov_device_read_iov_capability(const struct sriov_device *device,
						 struct sriov_iov_capability **capability,
						 struct sriov_error **error);

const struct sriov_capability_list *
sriov_capabilities_get_list(const struct sriov_capabilities *capabilities);

enum sriov_capability_state
sriov_capabilities_get_state(const struct sriov_capabilities *capabilities, bool extended,
			     unsigned int id);

const char *sriov_capabilities_get_obstacle(const struct sriov_capabilities *capabilities);

enum sriov_port_type
sriov_capabilities_get_port_type(const struct sriov_capabilities *capabilities);

bool sriov_capabilities_is_multifunction(const struct sriov_capabilities *capabilities);

bool sriov_capabilities_has_function_level_reset(const struct sriov_capabilities *capabilities);

bool sriov_capabilities_has_ari_forwarding(const struct sriov_capabilities *capabilities);

bool sriov_capabilities_is_ari_forwarding_enabled(const struct sriov_capabilities *capabilities);

const char *sriov_capabilities_get_serial_number(const struct sriov_capabilities *capabilities);

struct sriov_iov_capability *
sriov_capabilities_get_iov(const struct sriov_capabilities *capabilities);

struct sriov_acs_capability *
sriov_capabilities_get_acs(const struct sriov_capabilities *capabilities);

struct sriov_ari_capability *
sriov_capabilities_get_ari(const struct sriov_capabilities *capabilities);

struct sriov_ats_capability *
sriov_capabilities_get_ats(const struct sriov_capabilities *capabilities);

struct sriov_pasid_capability *
sriov_capabilities_get_pasid(const struct sriov_capabilities *capabilities);

struct sriov_pri_capability *
sriov_capabilities_get_pri(const struct sriov_capabilities *capabilities);

struct sriov_msi_capability *
sriov_capabilities_get_msi(const struct sriov_capabilities *capabilities);

struct sriov_msix_capability *
sriov_capabilities_get_msix(const struct sriov_capabilities *capabilities);

const struct sriov_resizable_bar_list *
sriov_capabilities_get_resizable_bars(const struct sriov_capabilities *capabilities);

const struct sriov_resizable_bar_list *
sriov_capabilities_get_vf_resizable_bars(const struct sriov_capabilities *capabilities);

#ifdef __cplusplus
}
#endif

#endif
