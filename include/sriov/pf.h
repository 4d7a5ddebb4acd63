/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Physical functions: the devices that can have VFs.
 */
#ifndef SRIOV_PF_H
#define SRIOV_PF_H

#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/error.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A physical function as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_pf;

struct sriov_vf;
struct sriov_vf_list;

/**
 * @brief PFs, those of sriov_pf_list() in the order of their addresses. Immutable and counted.
 * @since 0.1
 */
struct sriov_pf_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_pf_list *sriov_pf_list_ref(struct sriov_pf_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_pf_list_unref(struct sriov_pf_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_pf_list_get_count(const struct sriov_pf_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_pf_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_pf *sriov_pf_list_get(const struct sriov_pf_list *list, size_t position);

/**
 * @brief Lists the PFs of the host, with or without VFs.
 * @param context the host.
 * @param[out] list released with sriov_pf_list_unref(); may be empty. A PF that cannot be read is
 * in it all the same, with its address and sriov_pf_get_error().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND the kernel has no PCI bus.
 * @retval SRIOV_CODE_FORBIDDEN the bus may not be listed.
 * @retval SRIOV_CODE_FAILED the bus cannot be listed.
 * @par Kernel interface
 * `/sys/bus/pci/devices`; a device with `sriov_totalvfs` is a PF.
 * @since 0.1
 */
enum sriov_code sriov_pf_list(struct sriov_context *context, struct sriov_pf_list **list,
			      struct sriov_error **error);

/**
 * @brief The PFs of some names: a pool that VFs are to be taken from, for instance.
 * @param context the host.
 * @param names as sriov_pf_open() takes them, with spaces between: "em1 0000:02:00.0".
 * @param[out] list released with sriov_pf_list_unref(); in the order of the names, each PF once.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, there is no name in the text, or one is neither
 * an address nor can be an interface's.
 * @retval SRIOV_CODE_NOT_FOUND no device has that address, no interface that name, or the interface
 * is on no PCI device.
 * @retval SRIOV_CODE_NOT_PF a device is a VF (the message names its PF) or has no SR-IOV.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_GONE a device was removed.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of one is not understood.
 * @retval SRIOV_CODE_FAILED a device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * That of sriov_pf_open() for each PF.
 * @since 0.2
 */
enum sriov_code sriov_pf_list_by_names(struct sriov_context *context, const char *names,
				       struct sriov_pf_list **list, struct sriov_error **error);

/**
 * @brief The PCI address of a PF, by the name of its network interface.
 *
 * For whoever needs no more than that: it costs three system calls where sriov_pf_open(), which
 * reads the PF, takes about thirty. sriov_device_get_address() of the PF that this opens is the
 * same.
 * @param context the host.
 * @param name "em1"; an address is taken too, "0000:01:00.0" or "01:00.0" (domain 0).
 * @param[out] address "DDDD:BB:DD.F" in hexadecimal, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name is neither an address nor can be an
 * interface's.
 * @retval SRIOV_CODE_NOT_FOUND no device has that address, no interface that name, or the interface
 * is on no PCI device.
 * @retval SRIOV_CODE_NOT_PF the device is a VF (the message names its PF) or has no SR-IOV.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of what is no PF is not understood.
 * @retval SRIOV_CODE_FAILED the device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/class/net/NAME/device`; a device with `sriov_totalvfs` is a PF.
 * @since 0.1
 */
enum sriov_code sriov_pf_find(struct sriov_context *context, const char *name, char **address,
			      struct sriov_error **error);

/**
 * @brief Opens one PF by its PCI address or by the name of its network interface.
 * @param context the host.
 * @param name "0000:01:00.0", "01:00.0" (domain 0), "em1" or an alternative name of it.
 * @param[out] pf released with sriov_pf_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name is neither an address nor can be an
 * interface's.
 * @retval SRIOV_CODE_NOT_FOUND no device has that address, no interface that name, or the interface
 * is on no PCI device.
 * @retval SRIOV_CODE_NOT_PF the device is a VF (the message names its PF) or has no SR-IOV.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the device cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_totalvfs`, `sriov_offset`, `sriov_stride`, `sriov_vf_device`, the links `virtfnN`
 * and `net/` of the device. `sriov_numvfs` is not read: that blocks for as long as somebody's
 * removal of VFs waits for one that is held.
 * @since 0.1
 */
enum sriov_code sriov_pf_open(struct sriov_context *context, const char *name, struct sriov_pf **pf,
			      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param pf may be NULL.
 * @return `pf`.
 * @since 0.1
 */
struct sriov_pf *sriov_pf_ref(struct sriov_pf *pf);

/**
 * @brief Drops a reference; the last one frees it.
 * @param pf may be NULL.
 * @since 0.1
 */
void sriov_pf_unref(struct sriov_pf *pf);

/**
 * @brief The PF as a PCI device: address, driver, group and so on.
 * @param pf may be NULL.
 * @return borrowed.
 * @since 0.1
 */
struct sriov_device *sriov_pf_get_device(const struct sriov_pf *pf);

/**
 * @brief Why a PF in a list could not be read.
 * @param pf may be NULL.
 * @return borrowed; NULL when all is well. With an error only its address is sure to be known.
 * @since 0.1
 */
const struct sriov_error *sriov_pf_get_error(const struct sriov_pf *pf);

/**
 * @brief Its network interface; of several the first by name.
 * @param pf may be NULL.
 * @return borrowed; NULL when it has none that is seen here.
 * @since 0.1
 */
const char *sriov_pf_get_interface(const struct sriov_pf *pf);

/**
 * @brief The most VFs that it and its driver can have.
 * @param pf may be NULL.
 * @return the number, often less than the hardware's.
 * @since 0.1
 */
unsigned int sriov_pf_get_total_vfs(const struct sriov_pf *pf);

/**
 * @brief How many VFs it had when it was read.
 * @param pf may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_pf_get_vf_count(const struct sriov_pf *pf);

/**
 * @brief From the PF's routing ID to that of VF 0.
 * @param pf may be NULL.
 * @return the distance; 0 when the kernel does not tell.
 * @since 0.1
 */
unsigned int sriov_pf_get_vf_offset(const struct sriov_pf *pf);

/**
 * @brief From one VF's routing ID to the next one's.
 * @param pf may be NULL.
 * @return the distance; 0 when the kernel does not tell.
 * @since 0.1
 */
unsigned int sriov_pf_get_vf_stride(const struct sriov_pf *pf);

/**
 * @brief The device ID that its VFs have.
 * @param pf may be NULL.
 * @return the id; 0 when the kernel does not tell.
 * @since 0.1
 */
uint16_t sriov_pf_get_vf_device_id(const struct sriov_pf *pf);

/**
 * @brief The VFs that the PF has now.
 * @param pf the PF.
 * @param[out] list released with sriov_vf_list_unref(), in the order of their indexes; may be
 * empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN the PF may not be read.
 * @retval SRIOV_CODE_FAILED the PF cannot be read.
 * @par Kernel interface
 * the links `virtfnN`, of each VF `modalias`, `driver` and `iommu_group`; `/sys/class/net`, or
 * `net/` of each VF where that is quicker.
 * @since 0.1
 */
enum sriov_code sriov_pf_list_vfs(struct sriov_pf *pf, struct sriov_vf_list **list,
				  struct sriov_error **error);

/**
 * @brief One VF of the PF.
 * @param pf the PF.
 * @param index from 0, below the number of VFs: seven VFs are numbered 0 to 6.
 * @param[out] vf released with sriov_vf_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VF of that index now; the message says how many it
 * has.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN the VF may not be read.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of it is not understood.
 * @retval SRIOV_CODE_FAILED the VF cannot be read.
 * @par Kernel interface
 * the link `virtfnN`, of the VF `modalias`, `driver`, `iommu_group` and `net/`.
 * @since 0.1
 */
enum sriov_code sriov_pf_open_vf(struct sriov_pf *pf, unsigned int index, struct sriov_vf **vf,
				 struct sriov_error **error);

/**
 * @brief The settings of all VFs of the PF, in one question to the kernel.
 *
 * Lists of any length are read whole: the kernel's length field for them wraps at about 220 VFs,
 * so it is not what the end is told by.
 * @param pf the PF.
 * @param[out] list released with sriov_vf_settings_list_unref(); may be empty.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver tells nothing of
 * VFs.
 * @retval SRIOV_CODE_NOT_FOUND its interface is in another network namespace.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver leaves a VF out of its answer, as while it resets: try again;
 * or the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FORBIDDEN the caller may not use netlink.
 * @retval SRIOV_CODE_MALFORMED the kernel's answer does not hold the VFs that it promises.
 * @retval SRIOV_CODE_FAILED the kernel did not answer.
 * @par Kernel interface
 * rtnetlink `RTM_GETLINK` with `RTEXT_FILTER_VF`: `IFLA_NUM_VF`, `IFLA_VFINFO_LIST`.
 * @since 0.1
 */
enum sriov_code sriov_pf_list_vf_settings(struct sriov_pf *pf, struct sriov_vf_settings_list **list,
					  struct sriov_error **error);

/**
 * @brief Spoof check for every VF of the PF, in one send.
 *
 * The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
 * being set.
 * @param pf the PF.
 * @param enable true to drop frames with a source MAC that is not the VF's.
 * @param[out] error may be NULL; has one cause for each VF that could not be set.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_PARTIAL some VFs were set and some not; one cause for each that was not.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the interface is in another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while a VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused all of them: one cause for each VF; or it is not
 * known what it did.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_SPOOFCHK`, one message for each VF.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_spoof_check_all(struct sriov_pf *pf, bool enable,
					     struct sriov_error **error);

/**
 * @brief Trust for every VF of the PF, in one send.
 *
 * The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
 * being set.
 * @param pf the PF.
 * @param enable true to let VFs override their admin MAC and ask for promiscuous mode.
 * @param[out] error may be NULL; has one cause for each VF that could not be set.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_PARTIAL some VFs were set and some not; one cause for each that was not.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the interface is in another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while a VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused all of them: one cause for each VF; or it is not
 * known what it did.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_TRUST`, one message for each VF.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_trust_all(struct sriov_pf *pf, bool enable,
				       struct sriov_error **error);

/**
 * @brief Link state for every VF of the PF, in one send.
 *
 * The VFs are those that the PF has now, from VF 0 on. One refusal does not keep the others from
 * being set.
 * @param pf the PF.
 * @param state what link the VFs are to see.
 * @param[out] error may be NULL; has one cause for each VF that could not be set.
 * @retval SRIOV_CODE_INVALID an argument is NULL or out of its range.
 * @retval SRIOV_CODE_PARTIAL some VFs were set and some not; one cause for each that was not.
 * @retval SRIOV_CODE_UNSUPPORTED the PF has no network interface, or its driver no such setting.
 * @retval SRIOV_CODE_NOT_FOUND the interface is in another network namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, for instance while a VF resets: try again; or an
 * earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_FAILED the driver refused all of them: one cause for each VF; or it is not
 * known what it did.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * rtnetlink `RTM_SETLINK` with `IFLA_VF_LINK_STATE`, one message for each VF.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_link_state_all(struct sriov_pf *pf, enum sriov_link_state state,
					    struct sriov_error **error);

/**
 * @brief Whether the kernel looks for a driver for each VF that is made.
 * @param pf the PF.
 * @param[out] enabled true, as the kernel has it at first: the native driver takes new VFs at once.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has no such setting (it came with Linux 4.12).
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_MALFORMED the file holds neither 0 nor 1.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_drivers_autoprobe`.
 * @since 0.1
 */
enum sriov_code sriov_pf_read_autoprobe(struct sriov_pf *pf, bool *enabled,
					struct sriov_error **error);

/**
 * @brief Has the kernel look for a driver for each VF that is made, or leave it without.
 *
 * Off, new VFs get no driver, interface and DHCP of their own before they are configured, and are
 * made much faster. It is about VFs that are made from now on, for as long as the host is up. A
 * write to `drivers_probe` finds a driver for such a VF only when it has a `driver_override`.
 * @param pf the PF.
 * @param enable true to look for drivers.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `pf` is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED the kernel has no such setting (it came with Linux 4.12).
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN it takes root and a writable sysfs.
 * @retval SRIOV_CODE_BUSY somebody else set it at the same time: read back, it was otherwise.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED read back, the file holds neither 0 nor 1.
 * @retval SRIOV_CODE_FAILED it cannot be written.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_drivers_autoprobe`.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_autoprobe(struct sriov_pf *pf, bool enable,
				       struct sriov_error **error);

/**
 * @brief How many MSI-X vectors there are for all VFs together, to be shared out with
 * sriov_vf_set_msix_count().
 *
 * The kernel waits here as long as somebody's making or removing of VFs takes.
 * @param pf the PF.
 * @param[out] vectors from 1.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_UNSUPPORTED its driver gives each VF a fixed number, or the kernel is older
 * than 5.13.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_BUSY it was asked for before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time: somebody changes the device; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_FORBIDDEN it may not be read.
 * @retval SRIOV_CODE_MALFORMED the file holds no number.
 * @retval SRIOV_CODE_FAILED it cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `sriov_vf_total_msix`.
 * @since 0.1
 */
enum sriov_code sriov_pf_read_vf_msix_pool(struct sriov_pf *pf, unsigned int *vectors,
					   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
