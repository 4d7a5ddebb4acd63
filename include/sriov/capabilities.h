/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The capabilities of a device: what its configuration space says of it.
 */
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

/**
 * @brief What is known of a capability.
 * @since 0.1
 */
enum sriov_capability_state {
	/** Nothing; for NULL. */
	SRIOV_CAPABILITY_STATE_UNKNOWN = -1,
	/** The device has no such capability. */
	SRIOV_CAPABILITY_STATE_ABSENT = 0,
	/** The device has it. */
	SRIOV_CAPABILITY_STATE_PRESENT = 1,
	/** The list it would be in cannot be reached: see sriov_capabilities_get_obstacle(). */
	SRIOV_CAPABILITY_STATE_UNREADABLE = 2,
};

/**
 * @brief What kind of PCI Express function a device is.
 * @since 0.1
 */
enum sriov_port_type {
	/** One that this version does not know. */
	SRIOV_PORT_TYPE_UNKNOWN = -1,
	/** None: conventional PCI or PCI-X, or a device inside the chipset that shows none. */
	SRIOV_PORT_TYPE_NONE = 0,
	/** An endpoint. */
	SRIOV_PORT_TYPE_ENDPOINT = 1,
	/** A legacy endpoint. */
	SRIOV_PORT_TYPE_LEGACY_ENDPOINT = 2,
	/** A root port. */
	SRIOV_PORT_TYPE_ROOT_PORT = 3,
	/** The upstream port of a switch. */
	SRIOV_PORT_TYPE_UPSTREAM_PORT = 4,
	/** A downstream port of a switch. */
	SRIOV_PORT_TYPE_DOWNSTREAM_PORT = 5,
	/** A bridge to conventional PCI. */
	SRIOV_PORT_TYPE_PCI_BRIDGE = 6,
	/** A bridge from conventional PCI to PCI Express. */
	SRIOV_PORT_TYPE_EXPRESS_BRIDGE = 7,
	/** An endpoint inside the root complex. */
	SRIOV_PORT_TYPE_INTEGRATED_ENDPOINT = 8,
	/** A collector of the root complex's events. */
	SRIOV_PORT_TYPE_EVENT_COLLECTOR = 9,
};

/**
 * @brief The capabilities of a device as they were when they were read. Immutable and counted.
 *
 * Where a getter gives NULL the device has no such capability, or, for one of the extended list,
 * sriov_capabilities_get_obstacle() says why that list cannot be reached. Without the right to read
 * them there is no such object at all: sriov_device_read_capabilities() fails.
 * @since 0.1
 */
struct sriov_capabilities;

/**
 * @brief Takes a reference.
 * @param capabilities may be NULL.
 * @return `capabilities`.
 * @since 0.1
 */
struct sriov_capabilities *sriov_capabilities_ref(struct sriov_capabilities *capabilities);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capabilities may be NULL.
 * @since 0.1
 */
void sriov_capabilities_unref(struct sriov_capabilities *capabilities);

/**
 * @brief Reads and decodes all capabilities of a device.
 *
 * Only the registers that are told of are read, each once. That wakes a sleeping device.
 * @param device the device.
 * @param[out] capabilities released with sriov_capabilities_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FORBIDDEN the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the lists run in a circle, or they or a capability lead out of the
 * configuration space.
 * @retval SRIOV_CODE_FAILED the configuration space cannot be read.
 * @par Kernel interface
 * `config` of the device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_capabilities(const struct sriov_device *device,
					       struct sriov_capabilities **capabilities,
					       struct sriov_error **error);

/**
 * @brief All its capabilities, of the first and of the extended list.
 * @param device the device.
 * @param[out] list released with sriov_capability_list_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_FORBIDDEN the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the lists run in a circle or out of the configuration space.
 * @retval SRIOV_CODE_FAILED the configuration space cannot be read.
 * @par Kernel interface
 * `config` of the device. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_list_capabilities(const struct sriov_device *device,
					       struct sriov_capability_list **list,
					       struct sriov_error **error);

/**
 * @brief The SR-IOV capability, decoded.
 * @param device the device.
 * @param[out] capability released with sriov_iov_capability_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the device has no such capability.
 * @retval SRIOV_CODE_FORBIDDEN the caller may read 64 bytes only: it needs CAP_SYS_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed, or answers all ones.
 * @retval SRIOV_CODE_MALFORMED the lists run in a circle or out of the configuration space.
 * @retval SRIOV_CODE_FAILED the configuration space cannot be read.
 * @par Kernel interface
 * `config` of the device. Reading it wakes a sleeping device.
 * @since 0.1
 */
enum sriov_code sriov_device_read_iov_capability(const struct sriov_device *device,
						 struct sriov_iov_capability **capability,
						 struct sriov_error **error);

/**
 * @brief All of them, the extended list behind the first one.
 * @param capabilities may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.1
 */
const struct sriov_capability_list *
sriov_capabilities_get_list(const struct sriov_capabilities *capabilities);

/**
 * @brief Whether the device has a capability, also one that is not decoded here.
 * @param capabilities may be NULL.
 * @param extended true for one of the extended list.
 * @param id the number that the PCI standards give it.
 * @return present, absent, or unreadable.
 * @since 0.1
 */
enum sriov_capability_state
sriov_capabilities_get_state(const struct sriov_capabilities *capabilities, bool extended,
			     unsigned int id);

/**
 * @brief Why the extended list cannot be reached: a PCI Express device of which the kernel shows
 * 256 bytes only, since the host has no way to more (no MMCONFIG).
 * @param capabilities may be NULL.
 * @return a sentence, borrowed; NULL when it can, and for devices that have none.
 * @since 0.1
 */
const char *sriov_capabilities_get_obstacle(const struct sriov_capabilities *capabilities);

/**
 * @brief What kind of PCI Express function it is.
 * @param capabilities may be NULL.
 * @return the kind.
 * @since 0.1
 */
enum sriov_port_type
sriov_capabilities_get_port_type(const struct sriov_capabilities *capabilities);

/**
 * @brief Whether the device has other functions beside this one, as its header says.
 * @param capabilities may be NULL.
 * @return true when it has.
 * @since 0.1
 */
bool sriov_capabilities_is_multifunction(const struct sriov_capabilities *capabilities);

/**
 * @brief Whether the function can be reset by itself (FLR), by its PCI Express or Advanced Features
 * capability.
 * @param capabilities may be NULL.
 * @return true when it can.
 * @since 0.1
 */
bool sriov_capabilities_has_function_level_reset(const struct sriov_capabilities *capabilities);

/**
 * @brief ARI Forwarding Supported: the port can pass on requests for functions above 7.
 * @param capabilities may be NULL.
 * @return true when it can; false for what is no port.
 * @since 0.1
 */
bool sriov_capabilities_has_ari_forwarding(const struct sriov_capabilities *capabilities);

/**
 * @brief ARI Forwarding Enable.
 * @param capabilities may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_capabilities_is_ari_forwarding_enabled(const struct sriov_capabilities *capabilities);

/**
 * @brief Device Serial Number, as lspci writes it: "00-1b-21-ff-ff-aa-bb-cc".
 * @param capabilities may be NULL.
 * @return borrowed; NULL when it has none.
 * @since 0.1
 */
const char *sriov_capabilities_get_serial_number(const struct sriov_capabilities *capabilities);

/**
 * @brief Single Root I/O Virtualization: the device is a PF.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_iov_capability *
sriov_capabilities_get_iov(const struct sriov_capabilities *capabilities);

/**
 * @brief Access Control Services.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_acs_capability *
sriov_capabilities_get_acs(const struct sriov_capabilities *capabilities);

/**
 * @brief Alternative Routing-ID Interpretation.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_ari_capability *
sriov_capabilities_get_ari(const struct sriov_capabilities *capabilities);

/**
 * @brief Address Translation Services. A VF has its own.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_ats_capability *
sriov_capabilities_get_ats(const struct sriov_capabilities *capabilities);

/**
 * @brief Process Address Space ID. VFs use the PF's.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_pasid_capability *
sriov_capabilities_get_pasid(const struct sriov_capabilities *capabilities);

/**
 * @brief Page Request Interface. VFs use the PF's.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_pri_capability *
sriov_capabilities_get_pri(const struct sriov_capabilities *capabilities);

/**
 * @brief Message Signalled Interrupts.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_msi_capability *
sriov_capabilities_get_msi(const struct sriov_capabilities *capabilities);

/**
 * @brief Extended Message Signalled Interrupts.
 * @param capabilities may be NULL.
 * @return borrowed, take a reference to keep it longer; NULL when there is none.
 * @since 0.1
 */
struct sriov_msix_capability *
sriov_capabilities_get_msix(const struct sriov_capabilities *capabilities);

/**
 * @brief BARs of the device whose size can be chosen.
 * @param capabilities may be NULL.
 * @return borrowed; empty when there are none, NULL for NULL.
 * @since 0.1
 */
const struct sriov_resizable_bar_list *
sriov_capabilities_get_resizable_bars(const struct sriov_capabilities *capabilities);

/**
 * @brief BARs of its VFs whose size can be chosen.
 * @param capabilities may be NULL.
 * @return borrowed; empty when there are none, NULL for NULL.
 * @since 0.1
 */
const struct sriov_resizable_bar_list *
sriov_capabilities_get_vf_resizable_bars(const struct sriov_capabilities *capabilities);

#ifdef __cplusplus
}
#endif

#endif
