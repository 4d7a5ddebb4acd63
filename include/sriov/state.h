/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What the PFs and VFs of a host should be like, as an object and as JSON.
 *
 * @code{.c}
 * struct sriov_state *state = NULL;
 *
 * if (sriov_state_new(&state, &error) ||
 *     sriov_state_add_json(state,
 *                          "{\"version\": 1, \"pfs\": [{\"pf\": \"em1\", \"vf_count\": 7,"
 *                          " \"defaults\": {\"driver\": \"vfio-pci\", \"trust\": true},"
 *                          " \"vfs\": [{\"index\": 0, \"mac\": \"52:54:00:00:00:01\"}]}]}",
 *                          &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * sriov_state_unref(state);
 * sriov_error_unref(error);
 * @endcode
 */
#ifndef SRIOV_STATE_H
#define SRIOV_STATE_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/pf_state.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief What the PFs of a host should be like. PFs that are not in it stay as they are.
 * @since 0.2
 */
struct sriov_state;

/**
 * @brief Takes a reference.
 * @param state may be NULL.
 * @return `state`.
 * @since 0.2
 */
struct sriov_state *sriov_state_ref(struct sriov_state *state);

/**
 * @brief Drops a reference; the last one frees it.
 * @param state may be NULL.
 * @since 0.2
 */
void sriov_state_unref(struct sriov_state *state);

/**
 * @brief Makes a state that says nothing.
 * @param[out] state released with sriov_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `state` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_new(struct sriov_state **state, struct sriov_error **error);

/**
 * @brief What all PFs of the host are like now: sriov_pf_state_capture() of each.
 * @param context the host.
 * @param[out] state released with sriov_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_GONE a PF or VF was removed meanwhile.
 * @retval SRIOV_CODE_BUSY a driver tells nothing of a VF now: try again.
 * @retval SRIOV_CODE_NOT_FOUND the kernel has no PCI bus, or a PF's interface is in another network
 * namespace.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks the right.
 * @retval SRIOV_CODE_MALFORMED the kernel's description of a PF is not understood.
 * @retval SRIOV_CODE_FAILED a PF cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `/sys/bus/pci/devices`, and for each PF what sriov_pf_state_capture() reads.
 * @since 0.2
 */
enum sriov_code sriov_state_capture(struct sriov_context *context, struct sriov_state **state,
				    struct sriov_error **error);

/**
 * @brief Adds what a JSON text says. All that is wrong with it is told at once.
 * @param state the state; it stays as it is when the text is refused.
 * @param json the text, ended by a NUL; the book says what may be in it.
 * @param[out] error may be NULL. With more than one mistake it has a cause for each, which names
 * the place: "pfs[0].vfs[3].mac".
 * @retval SRIOV_CODE_INVALID an argument is NULL; it is no JSON, with the line; a field is not
 * known, is missing, is there twice, or has a value that it cannot have; a PF or a VF is there
 * twice.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_add_json(struct sriov_state *state, const char *json,
				     struct sriov_error **error);

/**
 * @brief The state as JSON, which sriov_state_add_json() understands.
 * @param state the state.
 * @param[out] json indented, with a line end, released with free().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_format_json(const struct sriov_state *state, char **json,
					struct sriov_error **error);

/**
 * @brief Adds a PF, of which nothing is said yet.
 * @param state the state.
 * @param name its address or interface: "0000:01:00.0", "01:00.0" (domain 0), "em1".
 * @param[out] pf to be filled, released with sriov_pf_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name is neither an address nor can be an
 * interface's, or it is no UTF-8, or a PF of that name is in it already.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_add_pf(struct sriov_state *state, const char *name,
				   struct sriov_pf_state **pf, struct sriov_error **error);

/**
 * @brief Adds a PF by the serial number of its card, wherever that is plugged in.
 * @param state the state.
 * @param serial_number as the card tells it: in its Vital Product Data
 * (sriov_vpd_get_serial_number()) or as a capability of PCI Express
 * (sriov_capabilities_get_serial_number()); in whatever case.
 * @param function which function of the card, from 0 to 7: many ports have one serial number.
 * @param[out] pf to be filled, released with sriov_pf_state_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, the serial number is empty, longer than 64 bytes
 * or not printable, there is no such function, or that PF is in it already.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_add_pf_by_serial_number(struct sriov_state *state,
						    const char *serial_number,
						    unsigned int function,
						    struct sriov_pf_state **pf,
						    struct sriov_error **error);

/**
 * @brief Adds what was captured of a PF, or made for another state.
 * @param state the state.
 * @param pf is referenced, not copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or a PF of that name is in it already.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_state_add(struct sriov_state *state, struct sriov_pf_state *pf,
				struct sriov_error **error);

/**
 * @brief The PFs that are in it.
 * @param state may be NULL.
 * @return borrowed; NULL for NULL.
 * @since 0.2
 */
const struct sriov_pf_state_list *sriov_state_get_pfs(const struct sriov_state *state);

#ifdef __cplusplus
}
#endif

#endif
