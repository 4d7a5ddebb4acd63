/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The context: which host is looked at, and where the log goes.
 */
#ifndef SRIOV_CONTEXT_H
#define SRIOV_CONTEXT_H

#include <sriov/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief The door to one host. Every object holds the context it came from.
 *
 * A program may have many at once. One context is used by one thread at a time.
 * @since 0.1
 */
struct sriov_context;

/**
 * @brief What sriov_context_new() may be told. Starts with the defaults of the running host.
 * @since 0.1
 */
struct sriov_context_options;

/**
 * @brief How much a log line matters; the numbers are syslog's.
 * @since 0.1
 */
enum sriov_log_level {
	/** The library cannot go on as asked. */
	SRIOV_LOG_LEVEL_ERROR = 3,
	/** Something is odd, the call goes on. */
	SRIOV_LOG_LEVEL_WARNING = 4,
	/** A change was made to the system. */
	SRIOV_LOG_LEVEL_INFO = 6,
	/** Each step, for those who look for a fault. */
	SRIOV_LOG_LEVEL_DEBUG = 7,
};

/**
 * @brief Makes options that hold the defaults: /sys, /proc, /dev, the modules of the running
 * kernel, no log.
 * @param[out] options released with sriov_context_options_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_new(struct sriov_context_options **options,
					  struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param options may be NULL.
 * @return `options`.
 * @since 0.1
 */
struct sriov_context_options *sriov_context_options_ref(struct sriov_context_options *options);

/**
 * @brief Drops a reference; the last one frees it.
 * @param options may be NULL.
 * @since 0.1
 */
void sriov_context_options_unref(struct sriov_context_options *options);

/**
 * @brief Where sysfs is: "/host/sys" in a container, a made-up tree in a test.
 *
 * Everything is opened below this directory; a link that leads out of it is not followed.
 * @param options the options.
 * @param path an absolute path, copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_sysfs(struct sriov_context_options *options,
						const char *path, struct sriov_error **error);

/**
 * @brief Where procfs is; of it, the kernel's command line, /proc/interrupts and what processes
 * have open are read.
 * @param options the options.
 * @param path an absolute path, copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_procfs(struct sriov_context_options *options,
						 const char *path, struct sriov_error **error);

/**
 * @brief Where the files of devices are; of them, VFIO's and `iommu` are opened, and only when that
 * is asked for.
 * @param options the options.
 * @param path an absolute path, copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_devfs(struct sriov_context_options *options,
						const char *path, struct sriov_error **error);

/**
 * @brief Where the kernel's modules and their index are, "/lib/modules/VERSION".
 * @param options the options.
 * @param path an absolute path, copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_modules(struct sriov_context_options *options,
						  const char *path, struct sriov_error **error);

/**
 * @brief Where modprobe's configuration is (blacklists, options), instead of modprobe's own places.
 * @param options the options.
 * @param path an absolute path of a directory with .conf files or of one file, copied.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_modprobe(struct sriov_context_options *options,
						   const char *path, struct sriov_error **error);

/**
 * @brief Where leases, reservations and journals are: what agents on one host tell each other.
 *
 * All agents of a host must name the same one. It is made, with mode 0700, when it is first needed,
 * and refused when it belongs to somebody else, when others have any right in it or when it is a
 * link; the directory that it is in has to be there. It should be gone after a reboot, as what is
 * in it then has no meaning any more; where it is not, what is old is known to be old.
 * @param options the options.
 * @param path an absolute path, copied; "/run/libsriov" by default.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL or the path is not absolute.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @since 0.2
 */
enum sriov_code sriov_context_options_set_runtime_directory(struct sriov_context_options *options,
							    const char *path,
							    struct sriov_error **error);

/**
 * @brief How long one write to sysfs, one change by netlink, or the loading of a module may take;
 * so do those reads of sysfs that the kernel may keep waiting, and all questions by netlink.
 *
 * Some wait in the kernel, perhaps for ever: removing VFs and unbinding a driver do for as long as
 * another process holds the device, and whatever goes by netlink does while a driver changes an
 * interface. So they are done by a process of the library's own, which has nothing of the caller's
 * open, sends no SIGCHLD, is nobody's child in the program and ends with it. When one is not over
 * in time, the call gives #SRIOV_CODE_TIMEOUT and says what is under way and, where that is known,
 * who holds the device. It goes on: until it is over, another change of the same kind, and another
 * question, is #SRIOV_CODE_BUSY at once; all else of the context can be used. What came of it in
 * the end is told by sriov_unfinished_list(), and in the log as a warning.
 *
 * A call that changes more than once has this time for each change; a read of sysfs has two seconds
 * at most, and a question by netlink ten. Loading a module has it too, with all that the module
 * needs, in a process that is made for that: see sriov_module_load().
 * @param options the options.
 * @param milliseconds 60,000 by default; 0 for no deadline and no process: then the caller's own
 * thread waits.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL.
 * @since 0.2
 */
enum sriov_code sriov_context_options_set_deadline_ms(struct sriov_context_options *options,
						      unsigned int milliseconds,
						      struct sriov_error **error);

/**
 * @brief Which network namespace is looked at: that of a container, of `ip netns`.
 *
 * Interfaces, their settings and their events are those of this namespace, asked for by netlink
 * through sockets that are made in it. No thread of the caller ever enters it: a short-lived child
 * process does, which sends no SIGCHLD. To set VFs it must be the namespace that the PF's interface
 * is in.
 *
 * What sysfs shows below `net/` belongs to the namespace of its mount and not to this one: in such
 * a context it is not read, and which device an interface is on has to be told by netlink, as
 * Linux does from 5.14 on: before that, whatever needs it says #SRIOV_CODE_UNSUPPORTED. Bonds are
 * read from sysfs all the same: for those of a container set its sysfs too, with
 * sriov_context_options_set_sysfs(). PCI devices are in no namespace.
 *
 * Any other than the caller's own needs CAP_SYS_ADMIN in the user namespace that owns it, and in
 * that of the caller. Whether it may be entered shows in sriov_context_new().
 * @param options the options.
 * @param fd an open descriptor of a network namespace, such as of `/proc/PID/ns/net` or
 * `/run/netns/NAME`, which is duplicated and stays the caller's; -1 for the namespace of the
 * process, which is the default.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL, or `fd` is not open or not of a network namespace.
 * @retval SRIOV_CODE_FAILED the process has no descriptor left.
 * @par Kernel interface
 * `NS_GET_NSTYPE`, later setns().
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_netns(struct sriov_context_options *options, int fd,
						struct sriov_error **error);

/**
 * @brief Who gets the log. Without this call there is none.
 * @param options the options.
 * @param level lines less important than this one are not made.
 * @param callback called with finished text without a line end, borrowed for the call, from
 * within library calls on the caller's thread; it may not call the library. NULL for no log.
 * @param user_data handed to the callback.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `options` is NULL or the level is none of #sriov_log_level.
 * @since 0.1
 */
enum sriov_code sriov_context_options_set_log(
	struct sriov_context_options *options, enum sriov_log_level level,
	void (*callback)(void *user_data, enum sriov_log_level level, const char *text),
	void *user_data, struct sriov_error **error);

/**
 * @brief Makes a context.
 * @param options copied; NULL for the running host.
 * @param[out] context released with sriov_context_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID `context` is NULL.
 * @retval SRIOV_CODE_NOT_FOUND there is no sysfs at the path.
 * @retval SRIOV_CODE_FORBIDDEN sysfs may not be opened, or the network namespace not be entered.
 * @retval SRIOV_CODE_FAILED sysfs or the network namespace cannot be opened for another reason.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * The directory `/sys`; setns(), with a network namespace.
 * @since 0.1
 */
enum sriov_code sriov_context_new(const struct sriov_context_options *options,
				  struct sriov_context **context, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param context may be NULL.
 * @return `context`.
 * @since 0.1
 */
struct sriov_context *sriov_context_ref(struct sriov_context *context);

/**
 * @brief Drops a reference; the last one closes all that the context holds.
 * @param context may be NULL.
 * @since 0.1
 */
void sriov_context_unref(struct sriov_context *context);

#ifdef __cplusplus
}
#endif

#endif
