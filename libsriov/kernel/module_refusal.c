/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/module_refusal.h"

#include <errno.h>
#include <linux/capability.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "base/text.h"
#include "kernel/modprobe_config.h"
#include "kernel/tree.h"

#define LINE_SIZE 128

static bool has_capability(unsigned int wanted)
{
	struct __user_cap_header_struct header = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct data[_LINUX_CAPABILITY_U32S_3] = {0};

	return !syscall(SYS_capget, &header, data) &&
	       data[wanted / 32].effective & (uint32_t)1 << wanted % 32;
}

/* The first line of a file of the running kernel, whose modules these are; "" for none. */
static void read_line(const char *path, char line[LINE_SIZE])
{
	struct tree tree;

	line[0] = '\0';
	if (tree_open(&tree, "/", NULL, NULL))
		return;
	if (tree_read_line(&tree, line, LINE_SIZE, NULL, "%s", path))
		line[0] = '\0';
	tree_close(&tree);
}

static bool says(const char *path, const char *text)
{
	char line[LINE_SIZE];

	read_line(path, line);
	return strstr(line, text);
}

/* The kernel answers EPERM to all of these. */
static const char *explain_forbidden(void)
{
	if (!has_capability(CAP_SYS_MODULE))
		return "the caller lacks CAP_SYS_MODULE: it takes root";
	if (says("proc/sys/kernel/modules_disabled", "1"))
		return "loading modules is switched off until the next boot "
		       "(kernel.modules_disabled)";
	if (says("sys/kernel/security/lockdown", "[integrity]") ||
	    says("sys/kernel/security/lockdown", "[confidentiality]"))
		return "the kernel is locked down, as with Secure Boot, and takes modules only "
		       "that are signed with a key it trusts";
	return "the kernel forbids it: in a container it takes the host's CAP_SYS_MODULE, "
	       "otherwise a security module's rules say no";
}

static const char *explain(const char *path, int number, enum sriov_code *code)
{
	*code = SRIOV_CODE_FAILED;
	switch (number) {
	case EPERM:
	case EACCES:
		*code = SRIOV_CODE_FORBIDDEN;
		return explain_forbidden();
	case EKEYREJECTED:
	case ENOKEY:
	case ENOPKG:
	case EBADMSG:
		*code = SRIOV_CODE_FORBIDDEN;
		return "its signature is missing, broken or of a key that the kernel does not "
		       "trust: install the modules of the running kernel, or sign it and enrol the "
		       "key";
	case ENOENT:
		if (path && !access(path, F_OK))
			return "the kernel lacks something that it needs, a module that is missing "
			       "or of another build: run depmod, and see the kernel's log (dmesg)";
		*code = SRIOV_CODE_NOT_FOUND;
		return "its file is gone: the kernel's package was updated or removed; boot the "
		       "kernel that is installed, or install this one's modules";
	case ENOEXEC:
		return "its file is broken or made for another kernel or machine, see the kernel's "
		       "log (dmesg): install the modules of the running kernel";
	case ENODEV:
		return "it found no device, or was told by its options to leave it";
	case EINVAL:
		return "the kernel does not take its file, or one of the options that modprobe's "
		       "configuration has for it; see the kernel's log (dmesg)";
	case ENOMEM:
		*code = SRIOV_CODE_NO_MEMORY;
		return "the kernel has no memory for it";
	default:
		return "the kernel refused, see its log (dmesg)";
	}
}

/* "module vfio_pci cannot be loaded: it", or "... it needs vfio, which" */
static char *begin(const struct refusal *refusal)
{
	struct text text = {0};

	text_add(&text, "module %s cannot be loaded: it", refusal->wanted);
	if (strcmp(refusal->wanted, refusal->culprit))
		text_add(&text, " needs %s, which", refusal->culprit);
	return text_take(&text);
}

enum sriov_code refusal_by_blacklist(const struct refusal *refusal, struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *beginning = begin(refusal);
	CLEANUP(cleanup_free) char *where = NULL;

	if (!beginning)
		return error_no_memory(error);
	where = modprobe_config_locate(refusal->modprobe_path, "blacklist", refusal->culprit);
	if (where)
		return error_set(error, SRIOV_CODE_BLACKLISTED,
				 "%s is blacklisted by %s: remove that line, or load it by hand "
				 "(modprobe %s)",
				 beginning, where, refusal->culprit);
	return error_set(error, SRIOV_CODE_BLACKLISTED,
			 "%s is blacklisted, on the kernel's command line (modprobe.blacklist=) "
			 "or in modprobe's configuration: remove that, or load it by hand "
			 "(modprobe %s)",
			 beginning, refusal->culprit);
}

enum sriov_code refusal_by_command(const struct refusal *refusal, const char *command,
				   struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *beginning = begin(refusal);
	CLEANUP(cleanup_free) char *where = NULL;

	if (!beginning)
		return error_no_memory(error);
	where = modprobe_config_locate(refusal->modprobe_path, "install", refusal->culprit);
	return error_set(error, SRIOV_CODE_UNSUPPORTED,
			 "%s has an install command in %s, which a library may not run: %s; remove "
			 "that line, or load it by hand (modprobe %s)",
			 beginning, where ? where : "modprobe's configuration", command,
			 refusal->culprit);
}

enum sriov_code refusal_by_kernel(const struct refusal *refusal, const char *path, int number,
				  struct sriov_error **error)
{
	enum sriov_code code;
	const char *why = explain(path, number, &code);

	error_set_system(error, number, "load", path, "load %s", path ? path : refusal->culprit);
	if (!strcmp(refusal->wanted, refusal->culprit))
		return error_explain(error, code, "module %s cannot be loaded: %s", refusal->wanted,
				     why);
	return error_explain(error, code, "module %s cannot be loaded, since it needs %s: %s",
			     refusal->wanted, refusal->culprit, why);
}

/* "it", or "vfio, which it needs," */
static void name_culprit(const struct refusal *refusal, char name[LINE_SIZE])
{
	if (!strcmp(refusal->wanted, refusal->culprit))
		snprintf(name, LINE_SIZE, "it");
	else
		snprintf(name, LINE_SIZE, "%s, which goes with it,", refusal->culprit);
}

/* The kernel's function that the process waits in; it tells that to root, and "0" of others. */
static void describe_wait(int pid, char text[2 * LINE_SIZE])
{
	char path[64], function[LINE_SIZE];

	snprintf(path, sizeof(path), "proc/%d/wchan", pid);
	read_line(path, function);
	text[0] = '\0';
	if (function[0] && strcmp(function, "0"))
		snprintf(text, 2 * LINE_SIZE, " (it waits in %s())", function);
}

enum sriov_code refusal_by_start(const struct refusal *refusal, int pid, struct sriov_error **error)
{
	char name[LINE_SIZE], wait[2 * LINE_SIZE];

	name_culprit(refusal, name);
	describe_wait(pid, wait);
	return error_explain(error, SRIOV_CODE_TIMEOUT,
			     "module %s is not loaded in time: %s is at its start, which of a "
			     "driver is the probe of each device that is there for it%s; see the "
			     "kernel's log (dmesg)",
			     refusal->wanted, name, wait);
}

enum sriov_code refusal_by_file(const struct refusal *refusal, const char *path,
				struct sriov_error **error)
{
	return error_explain(error, SRIOV_CODE_TIMEOUT,
			     "module %s is not loaded in time: the kernel does not have all of its "
			     "file yet: %s",
			     refusal->wanted, path ? path : refusal->culprit);
}
