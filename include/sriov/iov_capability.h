/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The capability that makes a device a PF, decoded.
 */
#ifndef SRIOV_IOV_CAPABILITY_H
#define SRIOV_IOV_CAPABILITY_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The SR-IOV capability of a PF, decoded from its configuration space.
 *
 * It says what the hardware offers; what the driver allows may be less: see
 * sriov_pf_get_total_vfs(). Immutable and counted.
 * @since 0.1
 */
struct sriov_iov_capability;

/**
 * @brief Takes a reference.
 * @param capability may be NULL.
 * @return `capability`.
 * @since 0.1
 */
struct sriov_iov_capability *sriov_iov_capability_ref(struct sriov_iov_capability *capability);

/**
 * @brief Drops a reference; the last one frees it.
 * @param capability may be NULL.
 * @since 0.1
 */
void sriov_iov_capability_unref(struct sriov_iov_capability *capability);

/**
 * @brief Where it is in the configuration space.
 * @param capability may be NULL.
 * @return in bytes.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_offset(const struct sriov_iov_capability *capability);

/**
 * @brief InitialVFs: how many VFs are there at first.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_initial_vfs(const struct sriov_iov_capability *capability);

/**
 * @brief TotalVFs: the most VFs the hardware can have.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_total_vfs(const struct sriov_iov_capability *capability);

/**
 * @brief NumVFs: how many VFs are made now, as the register says.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_count(const struct sriov_iov_capability *capability);

/**
 * @brief First VF Offset: from the PF's routing ID to that of VF 0.
 * @param capability may be NULL.
 * @return the distance.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_offset(const struct sriov_iov_capability *capability);

/**
 * @brief VF Stride: from one VF's routing ID to the next one's.
 * @param capability may be NULL.
 * @return the distance.
 * @since 0.1
 */
unsigned int sriov_iov_capability_get_vf_stride(const struct sriov_iov_capability *capability);

/**
 * @brief VF Device ID.
 * @param capability may be NULL.
 * @return the id; the vendor is the PF's.
 * @since 0.1
 */
uint16_t sriov_iov_capability_get_vf_device_id(const struct sriov_iov_capability *capability);

/**
 * @brief Supported Page Sizes: bit N stands for 2^(N+12) bytes.
 * @param capability may be NULL.
 * @return the bits.
 * @since 0.1
 */
uint32_t
sriov_iov_capability_get_supported_page_sizes(const struct sriov_iov_capability *capability);

/**
 * @brief System Page Size, one of the supported ones, same coding.
 * @param capability may be NULL.
 * @return the bit.
 * @since 0.1
 */
uint32_t sriov_iov_capability_get_system_page_size(const struct sriov_iov_capability *capability);

/**
 * @brief Function Dependency Link: the function that this one depends on.
 * @param capability may be NULL.
 * @return a function number, the PF's own when it depends on none.
 * @since 0.1
 */
unsigned int
sriov_iov_capability_get_dependency_link(const struct sriov_iov_capability *capability);

/**
 * @brief VF Enable: the VFs exist.
 * @param capability may be NULL.
 * @return true when they do.
 * @since 0.1
 */
bool sriov_iov_capability_is_enabled(const struct sriov_iov_capability *capability);

/**
 * @brief VF MSE: the VFs answer memory accesses.
 * @param capability may be NULL.
 * @return true when they do.
 * @since 0.1
 */
bool sriov_iov_capability_is_memory_enabled(const struct sriov_iov_capability *capability);

/**
 * @brief ARI Capable Hierarchy: VFs may have function numbers above 7.
 * @param capability may be NULL.
 * @return true when they may.
 * @since 0.1
 */
bool sriov_iov_capability_is_ari_capable_hierarchy(const struct sriov_iov_capability *capability);

/**
 * @brief The raw value of a VF BAR register: flags in the low 4 bits, the address above.
 * @param capability may be NULL.
 * @param bar 0 to 5.
 * @return the register; 0 when it is not used or the number is above 5. The upper half of a
 * 64-bit BAR is the next register.
 * @since 0.1
 */
uint32_t sriov_iov_capability_get_vf_bar(const struct sriov_iov_capability *capability,
					 unsigned int bar);

/**
 * @brief Whether InitialVFs and TotalVFs fit together: where VFs do not migrate they are the same.
 *
 * Of a device where they do not, Linux makes no VFs: it answers EIO.
 * @param capability may be NULL.
 * @return true when they fit.
 * @since 0.1
 */
bool sriov_iov_capability_is_consistent(const struct sriov_iov_capability *capability);

/**
 * @brief How many page sizes the VFs' BARs can be aligned to.
 * @param capability may be NULL.
 * @return the number.
 * @since 0.1
 */
unsigned int
sriov_iov_capability_get_page_size_count(const struct sriov_iov_capability *capability);

/**
 * @brief One of the page sizes, the smallest first.
 * @param capability may be NULL.
 * @param position from 0, below sriov_iov_capability_get_page_size_count().
 * @return in bytes, 4096 or more; 0 past the end.
 * @since 0.1
 */
uint64_t sriov_iov_capability_get_page_size_bytes(const struct sriov_iov_capability *capability,
						  unsigned int position);

/**
 * @brief The page size that is set.
 * @param capability may be NULL.
 * @return in bytes; 0 when the register has not exactly one bit set, as it should.
 * @since 0.1
 */
uint64_t
sriov_iov_capability_get_system_page_size_bytes(const struct sriov_iov_capability *capability);

/**
 * @brief ARI Capable Hierarchy Preserved: that switch survives resets.
 * @param capability may be NULL.
 * @return true when it does.
 * @since 0.1
 */
bool sriov_iov_capability_is_ari_hierarchy_preserved(const struct sriov_iov_capability *capability);

/**
 * @brief VF Migration Capable: VFs can move between machines by the rules of multi-root I/O
 * virtualization. Later standards withdrew them; migration through VFIO is something else.
 * @param capability may be NULL.
 * @return true when they can.
 * @since 0.1
 */
bool sriov_iov_capability_has_vf_migration(const struct sriov_iov_capability *capability);

/**
 * @brief VF Migration Enable.
 * @param capability may be NULL.
 * @return true when it is on.
 * @since 0.1
 */
bool sriov_iov_capability_is_vf_migration_enabled(const struct sriov_iov_capability *capability);

/**
 * @brief VF 10-Bit Tag Requester Supported.
 * @param capability may be NULL.
 * @return true when the VFs can use tags of 10 bits.
 * @since 0.1
 */
bool sriov_iov_capability_has_vf_10bit_tags(const struct sriov_iov_capability *capability);

/**
 * @brief What a register of the VFs' BARs is.
 * @since 0.1
 */
enum sriov_vf_bar_kind {
	/** Something that the standard does not allow for a VF, such as I/O ports. */
	SRIOV_VF_BAR_KIND_UNKNOWN = -1,
	/** Not used. */
	SRIOV_VF_BAR_KIND_NONE = 0,
	/** Memory below 4 GiB. */
	SRIOV_VF_BAR_KIND_MEMORY_32 = 1,
	/** Memory anywhere; the next register is its upper half. */
	SRIOV_VF_BAR_KIND_MEMORY_64 = 2,
	/** The upper half of the one before. */
	SRIOV_VF_BAR_KIND_UPPER_HALF = 3,
};

/**
 * @brief What a register of the VFs' BARs is.
 * @param capability may be NULL.
 * @param bar 0 to 5.
 * @return the kind; none when the number is above 5.
 * @since 0.1
 */
enum sriov_vf_bar_kind
sriov_iov_capability_get_vf_bar_kind(const struct sriov_iov_capability *capability,
				     unsigned int bar);

/**
 * @brief Whether a VF BAR may be read ahead and written together.
 * @param capability may be NULL.
 * @param bar 0 to 5.
 * @return true for a BAR that is prefetchable.
 * @since 0.1
 */
bool sriov_iov_capability_is_vf_bar_prefetchable(const struct sriov_iov_capability *capability,
						 unsigned int bar);

/**
 * @brief Where VF 0's part of a VF BAR begins; those of the other VFs follow it without a gap.
 * @param capability may be NULL.
 * @param bar 0 to 5.
 * @return the address on the bus, both halves together; 0 for what is no BAR.
 * @since 0.1
 */
uint64_t sriov_iov_capability_get_vf_bar_address(const struct sriov_iov_capability *capability,
						 unsigned int bar);

#ifdef __cplusplus
}
#endif

#endif
