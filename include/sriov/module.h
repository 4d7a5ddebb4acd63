/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Kernel modules, through libkmod.
 */
#ifndef SRIOV_MODULE_H
#define SRIOV_MODULE_H

#include <sriov/context.h>
#include <sriov/error.h>
#include <sriov/string_list.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @brief Where a module is on its way.
 * @since 0.1
 */
enum sriov_module_state {
	/** A state that this version does not know. */
	SRIOV_MODULE_STATE_UNKNOWN = -1,
	/** It exists and is not loaded. */
	SRIOV_MODULE_STATE_NOT_LOADED = 0,
	/** It is part of the kernel itself. */
	SRIOV_MODULE_STATE_BUILTIN = 1,
	/** It is loaded and runs. */
	SRIOV_MODULE_STATE_LIVE = 2,
	/** It is being loaded. */
	SRIOV_MODULE_STATE_COMING = 3,
	/** It is being unloaded. */
	SRIOV_MODULE_STATE_GOING = 4,
};

/**
 * @brief The name of a state, for programs and logs: "not-loaded" for
 * #SRIOV_MODULE_STATE_NOT_LOADED.
 * @param state any value.
 * @return constant; "unknown" for a value that this version does not know.
 * @since 0.1
 */
const char *sriov_module_state_get_name(enum sriov_module_state state);

/**
 * @brief A kernel module as it was when it was read. Immutable and counted.
 * @since 0.1
 */
struct sriov_module;

/**
 * @brief Opens a module by its name.
 * @param context the host.
 * @param name "vfio-pci" or "vfio_pci": both are the same.
 * @param[out] module released with sriov_module_unref().
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the name can be no module's.
 * @retval SRIOV_CODE_NOT_FOUND this kernel has no such module; the message says where was looked.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read, or there is nothing where
 * sriov_context_options_set_modprobe() says that the configuration is.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `modules.dep`, `modules.builtin`, modprobe's configuration and `/sys/module`, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_module_open(struct sriov_context *context, const char *name,
				  struct sriov_module **module, struct sriov_error **error);

/**
 * @brief Takes a reference.
 * @param module may be NULL.
 * @return `module`.
 * @since 0.1
 */
struct sriov_module *sriov_module_ref(struct sriov_module *module);

/**
 * @brief Drops a reference; the last one frees it.
 * @param module may be NULL.
 * @since 0.1
 */
void sriov_module_unref(struct sriov_module *module);

/**
 * @brief Its name as the kernel has it: "vfio_pci".
 * @param module may be NULL.
 * @return borrowed.
 * @since 0.1
 */
const char *sriov_module_get_name(const struct sriov_module *module);

/**
 * @brief Its file.
 * @param module may be NULL.
 * @return borrowed; NULL when it is part of the kernel, or was loaded from a file that the index of
 * modules does not have.
 * @since 0.1
 */
const char *sriov_module_get_path(const struct sriov_module *module);

/**
 * @brief Whether it was loaded when it was read.
 * @param module may be NULL.
 * @return the state.
 * @since 0.1
 */
enum sriov_module_state sriov_module_get_state(const struct sriov_module *module);

/**
 * @brief Whether modprobe's configuration or the kernel's command line has it blacklisted.
 * @param module may be NULL.
 * @return true when it has.
 * @since 0.1
 */
bool sriov_module_is_blacklisted(const struct sriov_module *module);

/**
 * @brief Loads the module and those that it needs, with the options of modprobe's configuration.
 *
 * A module that is loaded or part of the kernel is success. A blacklisted one is not loaded. An
 * "install" command in modprobe's configuration is not run, since it would start a process: such a
 * module is SRIOV_CODE_UNSUPPORTED. All that is needed is looked at before the first is loaded.
 * Soft dependencies are loaded as far as that works, and never hold it up.
 *
 * The kernel runs what a module does at its start while it is loaded. For most drivers that
 * includes the probe of each device that is there for them, one after the other, and a driver that
 * hangs in one hangs for good. Since 0.2 it has the deadline of
 * sriov_context_options_set_deadline_ms(), for the module with all that it needs. What is not over
 * then goes on: the message says which module is stuck, in which process and, as far as the kernel
 * tells, in what; sriov_unfinished_list() tells what came of it. Without a deadline (0) the
 * caller's own thread waits, as it did in 0.1.
 *
 * With a deadline it is done by a process of the library's own, which has nothing of the caller's
 * open, blocks all signals, and is nobody's child in the program: no SIGCHLD, nothing for wait().
 * It is made for this one load, as a copy of the program by fork(), for libkmod needs memory that
 * works; so handlers that the program has registered with pthread_atfork() are called: in that
 * process those for the child; those for the parent in another one, which shares the memory of the
 * caller's thread while that waits for it, and so has another process number. When the program or
 * the context ends meanwhile, the load goes on to its end. A program that is given the orphans of
 * others (process 1, or PR_SET_CHILD_SUBREAPER) is given this one, and a SIGCHLD as of any orphan;
 * the library waits for it when it has answered in time.
 * @param module the module.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL.
 * @retval SRIOV_CODE_NO_MEMORY out of memory, also for the process.
 * @retval SRIOV_CODE_TIMEOUT it is not over in time, and goes on.
 * @retval SRIOV_CODE_BUSY an earlier load of the same module in this context is not over.
 * @retval SRIOV_CODE_BLACKLISTED it, or one that it needs, is blacklisted; the message names it.
 * @retval SRIOV_CODE_NOT_FOUND its file is gone.
 * @retval SRIOV_CODE_UNSUPPORTED the configuration has an install command for it, or for one that
 * it needs.
 * @retval SRIOV_CODE_FORBIDDEN the caller lacks CAP_SYS_MODULE, the kernel is locked down or takes
 * no unsigned modules, or loading is switched off.
 * @retval SRIOV_CODE_FAILED the kernel refused: for instance it has another version (ENOEXEC) or
 * finds no device (ENODEV); or the process could not be made or was killed, which the message says.
 * @par Kernel interface
 * finit_module(2), through libkmod; fork(2), pidfd_open(2).
 * @since 0.1
 */
enum sriov_code sriov_module_load(struct sriov_module *module, struct sriov_error **error);

/**
 * @brief The modules that claim a device by its modalias, whether loaded or not.
 * @param context the host.
 * @param alias what sriov_device_get_modalias() gives, or any other alias.
 * @param[out] modules released with sriov_string_list_unref(); empty when there is none.
 * Blacklisted ones are in it.
 * @param[out] error may be NULL.
 * @retval SRIOV_CODE_INVALID an argument is NULL, or the alias empty or with brackets that do not
 * match.
 * @retval SRIOV_CODE_FAILED the index of modules cannot be read.
 * @retval SRIOV_CODE_NO_MEMORY out of memory.
 * @par Kernel interface
 * `modules.alias`, through libkmod.
 * @since 0.1
 */
enum sriov_code sriov_module_list_by_alias(struct sriov_context *context, const char *alias,
					   struct sriov_string_list **modules,
					   struct sriov_error **error);

#ifdef __cplusplus
}
#endif

#endif
