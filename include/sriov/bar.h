/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Base address registers (BARs): the memory and ports of a device, and of a PF's VFs.
 */
#ifndef SRIOV_BAR_H
#define SRIOV_BAR_H

#include <sriov/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What a BAR is for.
 * @since 0.1
 */
enum sriov_bar_role {
	/** Nothing: the answer for NULL. */
	SRIOV_BAR_ROLE_UNKNOWN = -1,
	/** The device itself: BAR 0 to 5 of its header. */
	SRIOV_BAR_ROLE_DEVICE = 0,
	/** The expansion ROM of the device. */
	SRIOV_BAR_ROLE_ROM = 1,
	/** The VFs of the PF, one behind the other: VF BAR 0 to 5 of its SR-IOV capability. */
	SRIOV_BAR_ROLE_VF = 2,
};

/**
 * @brief The name of a role, for programs and logs: "device" for
 * #SRIOV_BAR_ROLE_DEVICE.
 * @param role any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_bar_role_get_name(enum sriov_bar_role role);

/**
 * @brief The address space that a BAR is in.
 * @since 0.1
 */
enum sriov_bar_space {
	/** The answer for NULL. */
	SRIOV_BAR_SPACE_UNKNOWN = -1,
	/** Memory. */
	SRIOV_BAR_SPACE_MEMORY = 0,
	/** I/O ports. */
	SRIOV_BAR_SPACE_IO = 1,
};

/**
 * @brief One BAR that is in use. Immutable and counted.
 * @since 0.1
 */
struct sriov_bar;

/**
 * @brief Takes a reference.
 * @param bar may be NULL.
 * @return `bar`.
 * @since 0.1
 */
struct sriov_bar *sriov_bar_ref(struct sriov_bar *bar);

/**
 * @brief Drops a reference; the last one frees it.
 * @param bar may be NULL.
 * @since 0.1
 */
void sriov_bar_unref(struct sriov_bar *bar);

/**
 * @brief What it is for.
 * @param bar may be NULL.
 * @return the role.
 * @since 0.1
 */
enum sriov_bar_role sriov_bar_get_role(const struct sriov_bar *bar);

/**
 * @brief Its number among those of its role.
 *
 * One of 64 bits takes two numbers: after BAR 0 comes BAR 2.
 * @param bar may be NULL.
 * @return 0 to 5; 0 for the ROM.
 * @since 0.1
 */
unsigned int sriov_bar_get_index(const struct sriov_bar *bar);

/**
 * @brief The address space that it is in.
 * @param bar may be NULL.
 * @return memory or ports.
 * @since 0.1
 */
enum sriov_bar_space sriov_bar_get_space(const struct sriov_bar *bar);

/**
 * @brief Whether it may be anywhere in 64 bits of addresses.
 * @param bar may be NULL.
 * @return false for one of 32 bits, and for ports.
 * @since 0.1
 */
bool sriov_bar_is_64_bit(const struct sriov_bar *bar);

/**
 * @brief Whether reading has no effect on the device, so that it may be read ahead.
 * @param bar may be NULL.
 * @return true when it is prefetchable.
 * @since 0.1
 */
bool sriov_bar_is_prefetchable(const struct sriov_bar *bar);

/**
 * @brief Whether it has an address.
 *
 * Without one the device cannot be used through it: firmware and kernel found no room. A PF whose
 * VF BARs have none cannot make VFs.
 * @param bar may be NULL.
 * @return true when it has.
 * @since 0.1
 */
bool sriov_bar_is_assigned(const struct sriov_bar *bar);

/**
 * @brief Where it begins, as the processor sees it.
 * @param bar may be NULL.
 * @return an address in memory, or the number of the first port; 0 when it is not assigned.
 * @since 0.1
 */
uint64_t sriov_bar_get_address(const struct sriov_bar *bar);

/**
 * @brief How long it is; for a VF BAR the room of all VFs that the hardware can have.
 * @param bar may be NULL.
 * @return in bytes.
 * @since 0.1
 */
uint64_t sriov_bar_get_size_bytes(const struct sriov_bar *bar);

/**
 * @brief How much of a VF BAR belongs to one VF.
 *
 * The first part is VF 0's. It is the whole divided by TotalVFs of the SR-IOV capability, which can
 * be more than sriov_pf_get_total_vfs(): igb's is 8 where the driver allows 7.
 * @param bar may be NULL.
 * @return in bytes; 0 when sriov_bar_get_error() says why it is not known, and for other roles.
 * @since 0.1
 */
uint64_t sriov_bar_get_vf_size_bytes(const struct sriov_bar *bar);

/**
 * @brief Why sriov_bar_get_vf_size_bytes() is not known.
 *
 * Of a PF that has VFs everybody may know it; of one without them only who may read the
 * configuration space, which takes CAP_SYS_ADMIN: #SRIOV_CODE_FORBIDDEN.
 * @param bar may be NULL.
 * @return borrowed; NULL when all is known.
 * @since 0.1
 */
const struct sriov_error *sriov_bar_get_error(const struct sriov_bar *bar);

/**
 * @brief The BARs of a device: its own, its ROM, those of its VFs. Immutable and counted.
 * @since 0.1
 */
struct sriov_bar_list;

/**
 * @brief Takes a reference.
 * @param list may be NULL.
 * @return `list`.
 * @since 0.1
 */
struct sriov_bar_list *sriov_bar_list_ref(struct sriov_bar_list *list);

/**
 * @brief Drops a reference; the last one frees it.
 * @param list may be NULL.
 * @since 0.1
 */
void sriov_bar_list_unref(struct sriov_bar_list *list);

/**
 * @brief How many are in the list.
 * @param list may be NULL, which is empty.
 * @return the number.
 * @since 0.1
 */
size_t sriov_bar_list_get_count(const struct sriov_bar_list *list);

/**
 * @brief One of the list.
 * @param list may be NULL.
 * @param position from 0, below sriov_bar_list_get_count().
 * @return borrowed from the list, take a reference to keep it longer; NULL past the end.
 * @since 0.1
 */
struct sriov_bar *sriov_bar_list_get(const struct sriov_bar_list *list, size_t position);

#ifdef __cplusplus
}
#endif

#endif
