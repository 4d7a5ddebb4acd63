/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The host's files, and how the library is shown them. */
#include "fake_tree.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Somebody without rights: "nobody" nearly everywhere. */
#define NOBODY 65534

void fake_fail(const char *what, const char *path)
{
	fprintf(stderr, "the made-up host cannot be built: %s %s: %s\n", what, path,
		strerror(errno));
	abort();
}

static char *format_path(const struct fake *fake, const char *format, va_list arguments)
{
	char *relative, *path;

	if (vasprintf(&relative, format, arguments) < 0 ||
	    asprintf(&path, "%s/%s", fake->root, relative) < 0)
		fake_fail("format", format);
	free(relative);
	return path;
}

#define FORMAT_PATH(path, fake, format)                                                            \
	do {                                                                                       \
		va_list arguments;                                                                 \
		va_start(arguments, format);                                                       \
		(path) = format_path(fake, format, arguments);                                     \
		va_end(arguments);                                                                 \
	} while (0)

char *fake_path(const struct fake *fake, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	return path;
}

/* Makes the directories above the last part of the path, the nearest that are missing first. */
static void make_parents(char *path)
{
	char *slash = strrchr(path, '/');

	*slash = '\0';
	if (mkdir(path, 0755) && errno != EEXIST) {
		if (errno != ENOENT)
			fake_fail("mkdir", path);
		make_parents(path);
		if (mkdir(path, 0755))
			fake_fail("mkdir", path);
	}
	*slash = '/';
}

void fake_make_directory(struct fake *fake, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	if (mkdir(path, 0755) && errno == ENOENT) {
		make_parents(path);
		mkdir(path, 0755);
	}
	if (access(path, F_OK))
		fake_fail("mkdir", path);
	free(path);
}

static void write_all(int fd, const void *bytes, size_t length, const char *path)
{
	if (fd < 0 || write(fd, bytes, length) != (ssize_t)length)
		fake_fail("write", path);
	close(fd);
}

/* The kernel's files: whoever reads one meanwhile sees all that was there or all that is. */
static bool is_kernels(const struct fake *fake, const char *path)
{
	return !strncmp(path + strlen(fake->root), "/sys/", strlen("/sys/"));
}

static void put_again(const char *path, const void *bytes, size_t length)
{
	char *beside;

	if (asprintf(&beside, "%s.new", path) < 0)
		fake_fail("format", path);
	write_all(open(beside, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644), bytes, length,
		  beside);
	if (rename(beside, path))
		fake_fail("rename", beside);
	free(beside);
}

static void put(const struct fake *fake, char *path, const void *bytes, size_t length)
{
	bool whole = is_kernels(fake, path);
	const int flags = O_WRONLY | O_CREAT | (whole ? O_EXCL : O_TRUNC) | O_CLOEXEC;
	int fd = open(path, flags, 0644);

	if (fd < 0 && errno == ENOENT) {
		make_parents(path);
		fd = open(path, flags, 0644);
	}
	if (whole && fd < 0 && errno == EEXIST)
		put_again(path, bytes, length);
	else
		write_all(fd, bytes, length, path);
	free(path);
}

void fake_write(struct fake *fake, const char *text, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	put(fake, path, text, strlen(text));
}

void fake_write_bytes(struct fake *fake, const void *bytes, size_t length, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	put(fake, path, bytes, length);
}

void fake_link(struct fake *fake, const char *target, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	if (symlink(target, path) && errno == ENOENT) {
		make_parents(path);
		if (symlink(target, path))
			fake_fail("symlink", path);
	}
	if (faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW))
		fake_fail("symlink", path);
	free(path);
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *ftw)
{
	(void)status;
	(void)type;
	(void)ftw;
	return remove(path);
}

static int remove_all(const char *path)
{
	return nftw(path, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

void fake_remove(struct fake *fake, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	if (remove_all(path))
		fake_fail("remove", path);
	free(path);
}

char *fake_read(struct fake *fake, const char *format, ...)
{
	char *path, *text = NULL;
	size_t size = 0;
	FILE *file;

	FORMAT_PATH(path, fake, format);
	file = fopen(path, "re");
	free(path);
	if (!file)
		return NULL;
	/* A text has no NUL in it, so this reads to the end. */
	if (getdelim(&text, &size, '\0', file) < 0) {
		free(text);
		text = strdup("");
	}
	fclose(file);
	return text;
}

void fake_forbid(struct fake *fake, const char *format, ...)
{
	char *path;

	FORMAT_PATH(path, fake, format);
	if (chmod(path, 0))
		fake_fail("chmod", path);
	if (!geteuid() && seteuid(NOBODY))
		fake_fail("seteuid", path);
	free(fake->forbidden);
	fake->forbidden = path;
}

char *fake_read_link(const struct fake *fake, const char *format, ...)
{
	char target[4096], *path;
	ssize_t length;

	FORMAT_PATH(path, fake, format);
	length = readlink(path, target, sizeof(target) - 1);
	free(path);
	if (length < 0)
		return NULL;
	target[length] = '\0';
	return strdup(target);
}

static void fill(struct fake *fake)
{
	fake_make_directory(fake, "sys/bus/pci/devices");
	fake_make_directory(fake, "sys/bus/pci/drivers");
	fake_write(fake, "1\n", "sys/bus/pci/drivers_autoprobe");
	fake_write(fake, "", "sys/bus/pci/drivers_probe");
	fake_make_directory(fake, "sys/class/net");
	fake_make_directory(fake, "sys/class/iommu");
	fake_make_directory(fake, "sys/devices/virtual/net");
	fake_make_directory(fake, "sys/kernel/iommu_groups");
	fake_make_directory(fake, "sys/module");
	fake_write(fake, "BOOT_IMAGE=/boot/vmlinuz root=/dev/sda1 ro quiet\n", "proc/cmdline");
	fake_write(fake,
		   "           CPU0\n"
		   "  0:         11   IO-APIC    2-edge      timer\n"
		   " 24:        170   PCI-MSI 16384-edge      em1\n",
		   "proc/interrupts");
	fake_make_directory(fake, "modules");
	fake_make_directory(fake, "modprobe");
}

struct fake *fake_new(void)
{
	const char *folder = getenv("TMPDIR");
	struct fake *fake = calloc(1, sizeof(*fake));

	if (!fake || asprintf(&fake->root, "%s/fake-XXXXXX", folder ? folder : "/tmp") < 0 ||
	    !mkdtemp(fake->root) || chmod(fake->root, 0755))
		fake_fail("mkdtemp", "");
	fill(fake);
	return fake;
}

struct fake *fake_new_in(const char *directory)
{
	struct fake *fake = calloc(1, sizeof(*fake));

	if (!fake || !(fake->root = strdup(directory)) || mkdir(directory, 0755))
		fake_fail("mkdir", directory);
	fill(fake);
	return fake;
}

void fake_leave(struct fake *fake)
{
	free(fake->forbidden);
	free(fake->root);
	free(fake);
}

void fake_free(struct fake *fake)
{
	if (!fake)
		return;
	/* Back from fake_forbid(); it fails for those who never were root. */
	if (geteuid() != getuid() && seteuid(getuid()))
		fake_fail("seteuid", fake->root);
	/* What is in a forbidden directory could not be removed. */
	if (fake->forbidden && chmod(fake->forbidden, 0700))
		fake_fail("chmod", fake->forbidden);
	free(fake->forbidden);
	if (remove_all(fake->root))
		fake_fail("remove", fake->root);
	fake->forbidden = NULL;
	fake_leave(fake);
}

static void point(const struct fake *fake, struct sriov_context_options *options, const char *name,
		  enum sriov_code (*set)(struct sriov_context_options *options, const char *path,
					 struct sriov_error **error))
{
	char *path = fake_path(fake, "%s", name);

	if (set(options, path, NULL))
		fake_fail("show the library", path);
	free(path);
}

struct sriov_context_options *fake_make_options(const struct fake *fake)
{
	struct sriov_context_options *options;

	if (sriov_context_options_new(&options, NULL))
		fake_fail("make options", fake->root);
	point(fake, options, "sys", sriov_context_options_set_sysfs);
	point(fake, options, "proc", sriov_context_options_set_procfs);
	point(fake, options, "dev", sriov_context_options_set_devfs);
	point(fake, options, "modules", sriov_context_options_set_modules);
	point(fake, options, "modprobe", sriov_context_options_set_modprobe);
	point(fake, options, "runtime", sriov_context_options_set_runtime_directory);
	return options;
}

struct sriov_context *fake_open_context(const struct fake *fake)
{
	struct sriov_context_options *options = fake_make_options(fake);
	struct sriov_context *context;

	if (sriov_context_new(options, &context, NULL))
		fake_fail("open", fake->root);
	sriov_context_options_unref(options);
	return context;
}
