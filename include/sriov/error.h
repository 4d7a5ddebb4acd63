/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Errors: what failed, on which device, why, and what to do.
 */
#ifndef SRIOV_ERROR_H
#define SRIOV_ERROR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What a call came to.
 *
 * Values never change; later versions add new ones at the end. Treat one you do not know like
 * #SRIOV_CODE_FAILED.
 * @since 0.1
 */
enum sriov_code {
	/** Success. */
	SRIOV_CODE_OK = 0,
	/** The kernel refused or failed for a reason that has no code here: see the errno. */
	SRIOV_CODE_FAILED = 1,
	/** An argument is NULL, empty, malformed or out of its documented range. */
	SRIOV_CODE_INVALID = 2,
	/** Nothing has that address, name, number or index. */
	SRIOV_CODE_NOT_FOUND = 3,
	/** This device, driver or kernel has no such feature. */
	SRIOV_CODE_UNSUPPORTED = 4,
	/** The caller lacks the right; the message names the file or capability. */
	SRIOV_CODE_FORBIDDEN = 5,
	/** Out of memory. */
	SRIOV_CODE_NO_MEMORY = 6,
	/** Somebody else uses or changes it now. */
	SRIOV_CODE_BUSY = 7,
	/** The device was removed meanwhile. */
	SRIOV_CODE_GONE = 8,
	/** The device exists but is no PF. */
	SRIOV_CODE_NOT_PF = 9,
	/** The device exists but is no VF of a PF. */
	SRIOV_CODE_NOT_VF = 10,
	/** More VFs were asked for than the device has. */
	SRIOV_CODE_TOO_MANY_VFS = 11,
	/** No driver is bound, or the driver to bind is not loaded. */
	SRIOV_CODE_NO_DRIVER = 12,
	/** The change would destroy VFs, and the caller did not allow that. */
	SRIOV_CODE_WOULD_DESTROY = 13,
	/** It has that state already and is left as it is. */
	SRIOV_CODE_ALREADY = 14,
	/** Part of it was done; the causes tell what was not. */
	SRIOV_CODE_PARTIAL = 15,
	/** The module is blacklisted in the configuration of modprobe. */
	SRIOV_CODE_BLACKLISTED = 16,
	/** The kernel's answer makes no sense to this version. */
	SRIOV_CODE_MALFORMED = 17,
	/**
	 * It was not over when its deadline was. What was begun goes on in the kernel; the message
	 * says what, and who keeps it waiting. Since 0.2.
	 */
	SRIOV_CODE_TIMEOUT = 18,
	/** The caller had it ended before it was done. Since 0.2. */
	SRIOV_CODE_CANCELLED = 19,
};

/**
 * @brief The name of a code, for programs and logs: "not-found" for #SRIOV_CODE_NOT_FOUND.
 * @param code any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_code_get_name(enum sriov_code code);

/**
 * @brief One failure. Immutable, counted, may be read from any thread.
 * @since 0.1
 */
struct sriov_error;

/**
 * @brief Takes a reference.
 * @param error may be NULL.
 * @return `error`.
 * @since 0.1
 */
struct sriov_error *sriov_error_ref(struct sriov_error *error);

/**
 * @brief Drops a reference; the last one frees it.
 * @param error may be NULL.
 * @since 0.1
 */
void sriov_error_unref(struct sriov_error *error);

/**
 * @brief The code that the failed call returned.
 * @param error may be NULL, which is #SRIOV_CODE_OK.
 * @return the code.
 * @since 0.1
 */
enum sriov_code sriov_error_get_code(const struct sriov_error *error);

/**
 * @brief The errno of the system call behind it.
 * @param error may be NULL.
 * @return a positive errno, or 0 when no system call failed.
 * @since 0.1
 */
int sriov_error_get_errno(const struct sriov_error *error);

/**
 * @brief What was being done: "read", "write", "open", "readlink", "list", "stat", "netlink",
 * "load"; since 0.2 also "make", "lock", "sync", "rename" and "remove".
 * @param error may be NULL.
 * @return borrowed; NULL when nothing had been started yet.
 * @since 0.1
 */
const char *sriov_error_get_operation(const struct sriov_error *error);

/**
 * @brief The file that the operation was on.
 * @param error may be NULL.
 * @return an absolute path, borrowed; NULL when it was no file.
 * @since 0.1
 */
const char *sriov_error_get_path(const struct sriov_error *error);

/**
 * @brief The netlink attribute that was refused, as the kernel calls it: "IFLA_VF_MAC".
 * @param error may be NULL.
 * @return borrowed; NULL when there is none.
 * @since 0.1
 */
const char *sriov_error_get_attribute(const struct sriov_error *error);

/**
 * @brief The PCI address of the device it is about: "0000:01:00.0".
 * @param error may be NULL.
 * @return borrowed; NULL when it is about no device.
 * @since 0.1
 */
const char *sriov_error_get_device(const struct sriov_error *error);

/**
 * @brief The index of the VF it is about.
 * @param error may be NULL.
 * @return from 0; -1 when it is about no VF.
 * @since 0.1
 */
int sriov_error_get_vf_index(const struct sriov_error *error);

/**
 * @brief One sentence for a person: what, which device, why, and what to do where that is known.
 *
 * For instance: `em1 (0000:01:00.0, igb): cannot make 9 VFs: the device has at most 7`.
 * @param error may be NULL, which reads "success".
 * @return borrowed, never NULL.
 * @since 0.1
 */
const char *sriov_error_get_message(const struct sriov_error *error);

/**
 * @brief How many causes it has: the single failures behind a failure of many.
 * @param error may be NULL.
 * @return often 0; for a change of many VFs one for each VF that failed.
 * @since 0.1
 */
size_t sriov_error_get_cause_count(const struct sriov_error *error);

/**
 * @brief One of the causes.
 * @param error may be NULL.
 * @param position from 0, below sriov_error_get_cause_count().
 * @return borrowed; NULL past the end.
 * @since 0.1
 */
const struct sriov_error *sriov_error_get_cause(const struct sriov_error *error, size_t position);

#ifdef __cplusplus
}
#endif

#endif
