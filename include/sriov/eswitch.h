/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The switch inside a card: how packets of VFs find their way.
 *
 * In legacy mode the card itself sends a VF's packets by MAC and VLAN, and the PF sets what each VF
 * may do (vf_settings.h). In switchdev mode the host decides packet by packet: each VF has a
 * representor (representor.h), an interface of the host that is the other end of the VF's cable.
 */
#ifndef SRIOV_ESWITCH_H
#define SRIOV_ESWITCH_H

#include <sriov/error.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Who decides where packets of VFs go; the numbers are the kernel's.
 * @since 0.1
 */
enum sriov_eswitch_mode {
	/** A mode that this version does not know. */
	SRIOV_ESWITCH_MODE_UNKNOWN = -1,
	/** The card, by MAC and VLAN. */
	SRIOV_ESWITCH_MODE_LEGACY = 0,
	/** The host, through representors. */
	SRIOV_ESWITCH_MODE_SWITCHDEV = 1,
	/** The host, but nothing goes through yet: for setting rules first (newer kernels and
	 * cards). */
	SRIOV_ESWITCH_MODE_SWITCHDEV_INACTIVE = 2,
};

/**
 * @brief How many of a packet's headers a VF's driver has to hand to the card with it.
 * @since 0.1
 */
enum sriov_eswitch_inline_mode {
	/** The driver does not tell, or tells what this version does not know. */
	SRIOV_ESWITCH_INLINE_MODE_UNKNOWN = -1,
	/** None. */
	SRIOV_ESWITCH_INLINE_MODE_NONE = 0,
	/** Those of the link layer. */
	SRIOV_ESWITCH_INLINE_MODE_LINK = 1,
	/** Up to the network layer. */
	SRIOV_ESWITCH_INLINE_MODE_NETWORK = 2,
	/** Up to the transport layer. */
	SRIOV_ESWITCH_INLINE_MODE_TRANSPORT = 3,
};

/**
 * @brief The state of a PF's switch. Immutable and counted.
 * @since 0.1
 */
struct sriov_eswitch;

/**
 * @brief Takes a reference.
 * @param eswitch may be NULL.
 * @return `eswitch`.
 * @since 0.1
 */
struct sriov_eswitch *sriov_eswitch_ref(struct sriov_eswitch *eswitch);

/**
 * @brief Drops a reference; the last one frees it.
 * @param eswitch may be NULL.
 * @since 0.1
 */
void sriov_eswitch_unref(struct sriov_eswitch *eswitch);

/**
 * @brief Who decides where packets of VFs go.
 * @param eswitch may be NULL.
 * @return the mode.
 * @since 0.1
 */
enum sriov_eswitch_mode sriov_eswitch_get_mode(const struct sriov_eswitch *eswitch);

/**
 * @brief What of a packet has to be handed to the card with it.
 * @param eswitch may be NULL.
 * @return the mode.
 * @since 0.1
 */
enum sriov_eswitch_inline_mode sriov_eswitch_get_inline_mode(const struct sriov_eswitch *eswitch);

/**
 * @brief Whether the card may put packets into tunnels by itself.
 * @param eswitch may be NULL.
 * @return on or off; unknown when the driver does not tell.
 * @since 0.1
 */
enum sriov_switch sriov_eswitch_get_encapsulation(const struct sriov_eswitch *eswitch);

/**
 * @brief Reads the state of the PF's switch.
 * @param pf the PF.
 * @param[out] eswitch released with sriov_eswitch_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED its driver has no devlink (igb, nvme) or no such modes, or the
 * kernel has no devlink: then it is what legacy mode is. The same is seen from a network namespace
 * that the PF's devlink is not in.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN, which it takes to read it, too.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot tell now: try again; or the kernel was asked before,
 * and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the driver failed.
 * @par Kernel interface
 * devlink (generic netlink) `DEVLINK_CMD_ESWITCH_GET`.
 * @since 0.1
 */
enum sriov_code sriov_pf_read_eswitch(struct sriov_pf *pf, struct sriov_eswitch **eswitch,
				      struct sriov_error **error);

/**
 * @brief Sets the mode of the PF's switch.
 *
 * The mode that it has already is success and changes nothing. After the change the mode is read
 * back. What VFs were set to in one mode is not kept in the other; many drivers want no driver to
 * be bound to the VFs meanwhile, and some (mlx5) drop the links of the PF for a moment.
 * @param pf the PF.
 * @param mode one of the modes but #SRIOV_ESWITCH_MODE_UNKNOWN.
 * @param[out] error may be NULL; the message has the driver's own words where it gave any.
 * @retval SRIOV_CODE_INVALID `pf` is NULL or there is no such mode.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_UNSUPPORTED its driver has no devlink (igb, nvme) or not this mode, or the
 * kernel has no devlink.
 * @retval SRIOV_CODE_NO_DRIVER no driver is bound to the PF.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_NET_ADMIN, or the driver forbids it.
 * @retval SRIOV_CODE_GONE the device was removed.
 * @retval SRIOV_CODE_BUSY the driver cannot now, or somebody else set another mode at the same
 * time; or an earlier change of the PF is not over.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on; see
 * sriov_context_options_set_deadline_ms().
 * @retval SRIOV_CODE_MALFORMED the kernel's answer is not understood.
 * @retval SRIOV_CODE_FAILED the driver refused, or it is not known what it did.
 * @par Kernel interface
 * devlink (generic netlink) `DEVLINK_CMD_ESWITCH_SET` with `DEVLINK_ATTR_ESWITCH_MODE`.
 * @since 0.1
 */
enum sriov_code sriov_pf_set_eswitch_mode(struct sriov_pf *pf, enum sriov_eswitch_mode mode,
					  struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
