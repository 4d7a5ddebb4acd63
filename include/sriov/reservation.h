/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Reservations: of all the agents on a host, one has a VF.
 *
 * As leases they are advisory, are freed by the kernel when their owner ends, and are locks of
 * flock(): on the file `reservation/ADDRESS` in the runtime directory, in which the same lines tell
 * whose it is. See sriov_pf_acquire_lease().
 */
#ifndef SRIOV_RESERVATION_H
#define SRIOV_RESERVATION_H

#include <sriov/error.h>
#include <sriov/owner.h>
#include <sriov/pf.h>
#include <sriov/vf.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief A VF that is reserved for as long as there is a reference to this. Counted.
 *
 * What is reserved is the VF of that PCI address: one that is removed and made anew is so again.
 * @since 0.2
 */
struct sriov_reservation;

/**
 * @brief Which VF is reserved, and for whom. Starts with the defaults: in the name of the process's
 * command, on any driver or none, and not in use.
 * @since 0.2
 */
struct sriov_reservation_options;

/**
 * @brief Makes options that hold the defaults.
 * @param[out] options released with sriov_reservation_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_reservation_options_new(struct sriov_reservation_options **options,
					      struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.2
 */
struct sriov_reservation_options *
sriov_reservation_options_ref(struct sriov_reservation_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.2
 */
void sriov_reservation_options_unref(struct sriov_reservation_options *options);

/**
 * @brief What the owner calls himself, for others to read.
 * @param options the options.
 * @param owner "my-agent 1.2": 1 to 64 bytes without control characters, copied; NULL for the
 * process's command.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or the text is not as it has to be.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_reservation_options_set_owner(struct sriov_reservation_options *options,
						    const char *owner, struct sriov_error **error);

/**
 * @brief Which driver the VF has to be on.
 * @param options the options.
 * @param driver a driver's name, such as "vfio-pci", copied; NULL for any, and for none.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or the name can be no driver's.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_reservation_options_set_driver(struct sriov_reservation_options *options,
						     const char *driver,
						     struct sriov_error **error);

/**
 * @brief Whether the VF may be in use: for an agent that starts again and reserves what the
 * machines that it had started use. It counts for sriov_vf_reserve(), and not where any VF of many
 * is given.
 * @param options may be NULL, and nothing is done.
 * @param allow false is the default.
 * @since 0.2
 */
void sriov_reservation_options_set_allow_in_use(struct sriov_reservation_options *options,
						bool allow);

/**
 * @brief Reserves this VF.
 *
 * First it is reserved, then looked at: of two agents that come at once one has it, and what the
 * other did with it before is seen. While a plan is carried out, the VFs that it would disturb are
 * reserved by whoever does so, and those that it makes from before they are there: a VF of a plan
 * that is not over may go again.
 * @param vf the VF; its use and its driver are read anew.
 * @param options NULL for the defaults.
 * @param[out] reservation released with sriov_reservation_unref(), which frees the VF for others.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `vf` or `reservation` is NULL, or the VF is one of a list that could
 * not be read.
 * @retval SRIOV_CODE_BUSY somebody has reserved it, or it is in use as sriov_vf_use_is_in_use()
 * says; the message tells who or what it is.
 * @retval SRIOV_CODE_NO_DRIVER it is not on the driver that is wanted.
 * @retval SRIOV_CODE_GONE the VF was removed.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened or is not this user's alone,
 * or sysfs or procfs may not be read.
 * @retval SRIOV_CODE_NOT_FOUND the directory that the runtime directory is to be made in is not
 * there, or there is no procfs where the context looks for it.
 * @retval SRIOV_CODE_FAILED the file cannot be made, written or locked, or the VF not be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * flock() on `/run/libsriov/reservation/ADDRESS`, of the VF and of its PF, and what
 * sriov_vf_read_use() reads.
 * @since 0.2
 */
enum sriov_code sriov_vf_reserve(struct sriov_vf *vf,
				 const struct sriov_reservation_options *options,
				 struct sriov_reservation **reservation,
				 struct sriov_error **error);

/**
 * @brief Reserves a VF of the PF that nobody has reserved and that is not in use: the first that
 * is so, by index.
 * @param pf the PF; its VFs are read anew.
 * @param options NULL for the defaults.
 * @param[out] reservation as sriov_vf_reserve() gives it; sriov_reservation_get_vf() tells which VF
 * it is.
 * @param[out] error may be NULL; when none is free it has a cause for each VF, which says who has
 * it or what else is in the way.
 * @retval SRIOV_CODE_INVALID `pf` or `reservation` is NULL.
 * @retval SRIOV_CODE_BUSY none of the VFs can be had; a cause for each.
 * @retval SRIOV_CODE_NOT_FOUND the PF has no VFs, there is no procfs where the context looks for
 * it, or not the directory that the runtime directory is to be made in.
 * @retval SRIOV_CODE_GONE the PF was removed.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened or is not this user's alone,
 * or sysfs or procfs may not be read.
 * @retval SRIOV_CODE_FAILED the runtime directory cannot be made, or the PF not be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * What sriov_pf_list_vf_uses() reads, and what sriov_vf_reserve() does.
 * @since 0.2
 */
enum sriov_code sriov_pf_reserve_vf(struct sriov_pf *pf,
				    const struct sriov_reservation_options *options,
				    struct sriov_reservation **reservation,
				    struct sriov_error **error);

/**
 * @brief The same of a pool of PFs: the first of them that has such a VF gives it.
 * @param list PFs of one context, such as sriov_pf_list_by_names() gives; in the order in which
 * they are asked.
 * @param options NULL for the defaults.
 * @param[out] reservation as sriov_vf_reserve() gives it.
 * @param[out] error may be NULL; when none is free it has a cause for each VF, and for each PF that
 * could not be read.
 * @retval SRIOV_CODE_INVALID `list` or `reservation` is NULL.
 * @retval SRIOV_CODE_BUSY none of the VFs can be had; a cause for each.
 * @retval SRIOV_CODE_NOT_FOUND there is no VF at all, or not the directory that the runtime
 * directory is to be made in.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened, or is not this user's
 * alone.
 * @retval SRIOV_CODE_FAILED the runtime directory cannot be made.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * That of sriov_pf_reserve_vf() for each PF.
 * @since 0.2
 */
enum sriov_code sriov_pf_list_reserve_vf(const struct sriov_pf_list *list,
					 const struct sriov_reservation_options *options,
					 struct sriov_reservation **reservation,
					 struct sriov_error **error);

/**
 * @brief Who has reserved a VF, or has all VFs of its PF since he makes or removes some. It is not
 * taken from anybody by that.
 * @param vf the VF.
 * @param[out] owner released with sriov_owner_unref(); NULL when nobody has reserved it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the VF is one of a list that could not be
 * read.
 * @retval SRIOV_CODE_FORBIDDEN the runtime directory may not be opened, or is not this user's
 * alone.
 * @retval SRIOV_CODE_FAILED the file cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * flock() on `/run/libsriov/reservation/ADDRESS`, of the VF and of its PF; of the owner,
 * `/proc/PID/stat`.
 * @since 0.2
 */
enum sriov_code sriov_vf_read_reservation_owner(const struct sriov_vf *vf,
						struct sriov_owner **owner,
						struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param reservation may be NULL.
 * @return `reservation`.
 * @since 0.2
 */
struct sriov_reservation *sriov_reservation_ref(struct sriov_reservation *reservation);

/**
 * @brief Drops a reference; the last one frees the VF for others.
 * @param reservation may be NULL.
 * @since 0.2
 */
void sriov_reservation_unref(struct sriov_reservation *reservation);

/**
 * @brief Which VF it is.
 * @param reservation may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
struct sriov_vf *sriov_reservation_get_vf(const struct sriov_reservation *reservation);

#ifdef __cplusplus
}
#endif

#endif
