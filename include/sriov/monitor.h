/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The monitor: hears what happens to devices, VFs and interfaces.
 */
#ifndef SRIOV_MONITOR_H
#define SRIOV_MONITOR_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/event.h>
#include <sriov/pf.h>
#include <sriov/vf_settings.h>
#include <stdbool.h>
#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Gives events, from the moment when it was made.
 *
 * Make the monitor first and take a snapshot of what is watched then: so nothing is missed, though
 * the first events may tell what the snapshot has already.
 *
 * @code{.c}
 * struct sriov_monitor *monitor = NULL;
 * struct sriov_event *event = NULL;
 * struct pollfd wait = {.events = POLLIN};
 *
 * if (sriov_monitor_new(ctx, NULL, &monitor, &error))
 *         fprintf(stderr, "%s\n", sriov_error_get_message(error));
 * wait.fd = sriov_monitor_get_fd(monitor);
 * // until nothing happens for a second
 * while (!error && poll(&wait, 1, 1000) > 0)
 *         while (!sriov_monitor_read(monitor, &event, &error) && event) {
 *                 puts(sriov_event_type_get_name(sriov_event_get_type(event)));
 *                 sriov_event_unref(event);
 *         }
 * sriov_monitor_unref(monitor);
 * sriov_error_unref(error);
 * @endcode
 *
 * Each fact is one event, though the kernel tells some of them twice. All about devices is in the
 * kernel's order, and so is all about interfaces. The kernel tells them through two sockets, so
 * that between the two only this is certain: a device comes before its interface, and that before
 * its driver is bound; its interface goes before its driver is unbound, and that before the device
 * goes. Whether a carrier came before or after some device is not known, and the later events are
 * read the less it is.
 *
 * One monitor is used by one thread at a time, like its context. A child of fork() may not use its
 * parent's monitor.
 * @since 0.1
 */
struct sriov_monitor;

/**
 * @brief What sriov_monitor_new() may be told.
 * @since 0.1
 */
struct sriov_monitor_options;

/**
 * @brief Makes options that hold the defaults: all PCI devices with their interfaces, and a big
 * receive buffer.
 * @param[out] options released with sriov_monitor_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_monitor_options_new(struct sriov_monitor_options **options,
					  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_monitor_options *sriov_monitor_options_ref(struct sriov_monitor_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_monitor_options_unref(struct sriov_monitor_options *options);

/**
 * @brief Only events of this PF, its VFs and their interfaces, and #SRIOV_EVENT_TYPE_OVERRUN.
 * @param options the options.
 * @param pf whose address is kept; NULL for all devices.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_monitor_options_set_pf(struct sriov_monitor_options *options,
					     const struct sriov_pf *pf, struct sriov_error **error);

/**
 * @brief Whether interfaces that are on no PCI device are told of too: bonds, bridges, VLANs, those
 * of containers. With sriov_monitor_options_set_pf() they are not in any case.
 * @param options the options.
 * @param all true for all interfaces; the default is false.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @since 0.1
 */
enum sriov_code sriov_monitor_options_set_all_interfaces(struct sriov_monitor_options *options,
							 bool all, struct sriov_error **error);

/**
 * @brief How much the kernel may keep for this monitor until it is read, in each of its two
 * sockets.
 *
 * A message takes about 1 to 8 KiB. More than the host allows (net.core.rmem_max) is given to
 * those with CAP_NET_ADMIN only; others get that much. The memory is taken only when it is needed.
 * @param options the options.
 * @param bytes from 1; the kernel has a least size of its own. The default is 16 MiB.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or `bytes` is 0 or more than 1 GiB.
 * @since 0.1
 */
enum sriov_code
sriov_monitor_options_set_receive_buffer_bytes(struct sriov_monitor_options *options, size_t bytes,
					       struct sriov_error **error);

/**
 * @brief Makes a monitor. What happens from now on is kept for sriov_monitor_read().
 *
 * Needs no right. It hears of the PCI devices of the running kernel, whatever the context's sysfs
 * is, and of the interfaces of the context's network namespace.
 * @param context the host.
 * @param options copied; NULL for the defaults.
 * @param[out] monitor released with sriov_monitor_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @retval SRIOV_CODE_NOT_FOUND the kernel has no PCI bus.
 * @retval SRIOV_CODE_FORBIDDEN devices may not be listed, or the network namespace not be entered.
 * @retval SRIOV_CODE_FAILED a socket cannot be made or the devices cannot be listed.
 * @retval SRIOV_CODE_BUSY the kernel was asked before, and that is not over.
 * @retval SRIOV_CODE_TIMEOUT the kernel does not answer in time; see
 * sriov_context_options_set_deadline_ms().
 * @par Kernel interface
 * netlink: `NETLINK_KOBJECT_UEVENT`, and `NETLINK_ROUTE` with `RTNLGRP_LINK` and `RTM_GETLINK`.
 * `/sys/bus/pci/devices`, of each device the links `driver` and `physfn`, of PFs `virtfnN`.
 * @since 0.1
 */
enum sriov_code sriov_monitor_new(struct sriov_context *context,
				  const struct sriov_monitor_options *options,
				  struct sriov_monitor **monitor, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param monitor may be NULL.
 * @return `monitor`.
 * @since 0.1
 */
struct sriov_monitor *sriov_monitor_ref(struct sriov_monitor *monitor);

/**
 * @brief Drops a reference; the last one closes its descriptor.
 * @param monitor may be NULL.
 * @since 0.1
 */
void sriov_monitor_unref(struct sriov_monitor *monitor);

/**
 * @brief The one descriptor to wait on, with poll(), select(), epoll or an event loop.
 *
 * It is readable while there may be something for sriov_monitor_read() to give: that an event
 * comes of it is not certain. Do not read from it.
 * @param monitor may be NULL.
 * @return the descriptor, which stays the monitor's; -1 for NULL.
 * @since 0.1
 */
int sriov_monitor_get_fd(const struct sriov_monitor *monitor);

/**
 * @brief Whether events about PCI devices reach the monitor at all.
 *
 * Linux (from 4.18 on) tells them only to network namespaces that belong to the initial user
 * namespace: in a container with a user namespace of its own just those about interfaces come.
 * @param monitor may be NULL.
 * @return on when they do, off when they do not, unknown when the caller's own user namespace hides
 * that.
 * @par Kernel interface
 * `NS_GET_USERNS`.
 * @since 0.1
 */
enum sriov_switch sriov_monitor_get_device_events(const struct sriov_monitor *monitor);

/**
 * @brief Gives the next event. Never blocks.
 * @param monitor the monitor.
 * @param[out] event released with sriov_event_unref(); NULL when there is none now, which is a
 * success.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory. What was lost by that is told by
 * #SRIOV_EVENT_TYPE_OVERRUN when there is memory again.
 * @retval SRIOV_CODE_FAILED the kernel's messages cannot be received, or events were lost and the
 * devices cannot be listed anew.
 * @par Kernel interface
 * The sockets of sriov_monitor_new(); what it lists, again when events were lost.
 * @since 0.1
 */
enum sriov_code sriov_monitor_read(struct sriov_monitor *monitor, struct sriov_event **event,
				   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
