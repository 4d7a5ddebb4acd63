/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/pci_names.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What stands for a name that is not known. */
static enum sriov_code make_ids(uint16_t vendor, uint16_t device, char **name,
				struct sriov_error **error)
{
	if (asprintf(name, "%04x:%04x", vendor, device) >= 0)
		return SRIOV_CODE_OK;
	*name = NULL;
	return error_no_memory(error);
}

#ifdef HAVE_LIBPCI

#include <pci/pci.h>
#include <setjmp.h>
#include <stdbool.h>

/* A vendor's and a device's name, each from a line of libpci's file of at most 1024 bytes. */
#define NAME_SIZE 2560

/* More than pci_alloc() takes. */
#define ALLOC_SIZE 16384

/*
 * Local look-ups only: no PCI_LOOKUP_NETWORK, which asks the DNS, and no PCI_LOOKUP_CACHE, which
 * looks for a file in the user's home. udev's hwdb is left out as well: it is made from the same
 * file, so it adds nothing but one more library at work in the host program.
 */
#define LOOKUP_FLAGS (PCI_LOOKUP_VENDOR | PCI_LOOKUP_DEVICE | PCI_LOOKUP_NO_HWDB)

struct pci_names {
	struct pci_access *access;
};

/*
 * The way out of libpci when it has an error: its callback may not return, and is given nothing but
 * a text. So this is kept for the thread, and only during a call.
 *
 * A jump leaks what libpci had allocated and not stored yet. There are two errors that it can have
 * here. A line of the file that it does not understand: the file is closed by then, nothing leaks,
 * and the names above that line are known. No memory: the file stays open, and its buffer
 * allocated. Neither happens twice, since libpci remembers that it has tried to read the file.
 */
static _Thread_local jmp_buf *way_out;

__attribute__((noreturn)) PRINTF_LIKE(1, 2) static void leave(char *format, ...)
{
	(void)format;
	longjmp(*way_out, 1);
}

PRINTF_LIKE(1, 2) static void ignore(char *format, ...)
{
	(void)format;
}

/*
 * Without memory pci_alloc() ends the process, before any callback can be set. So the memory is
 * asked for here: what was just freed is there to be had, unless another thread is faster.
 */
static struct pci_access *alloc(void)
{
	void *volatile probe = malloc(ALLOC_SIZE);

	if (!probe)
		return NULL;
	free(probe);
	return pci_alloc();
}

static bool set_file(struct pci_access *access, const char *file)
{
	char *copy = strdup(file);

	if (copy)
		pci_set_name_list_path(access, copy, true);
	return copy;
}

enum sriov_code pci_names_open_file(const char *file, struct pci_names **names,
				    struct sriov_error **error)
{
	struct pci_names *made = calloc(1, sizeof(*made));

	if (made)
		made->access = alloc();
	if (!made || !made->access || (file && !set_file(made->access, file))) {
		pci_names_close(made);
		return error_no_memory(error);
	}
	made->access->error = leave;
	made->access->warning = ignore;
	made->access->debug = ignore;
	made->access->id_lookup_mode = 0;
	*names = made;
	return SRIOV_CODE_OK;
}

void pci_names_close(struct pci_names *names)
{
	if (names && names->access)
		pci_cleanup(names->access);
	free(names);
}

/* False when libpci had an error. */
static bool look_up(const struct pci_names *names, uint16_t vendor, uint16_t device, char *buffer,
		    const char **result)
{
	jmp_buf here;

	way_out = &here;
	if (setjmp(here)) {
		way_out = NULL;
		return false;
	}
	*result = pci_lookup_name(names->access, buffer, NAME_SIZE, LOOKUP_FLAGS, vendor, device);
	way_out = NULL;
	return true;
}

/* libpci's words for a device of which it does not even know the vendor: "Device 8086:10c9". */
static bool is_unknown(const char *found, const char *ids)
{
	static const char beginning[] = "Device ";
	size_t length = strlen(beginning);

	return !strncmp(found, beginning, length) && !strcmp(found + length, ids);
}

enum sriov_code pci_names_find(struct pci_names *names, uint16_t vendor, uint16_t device,
			       char **name, struct sriov_error **error)
{
	char buffer[NAME_SIZE];
	const char *found = NULL;
	enum sriov_code code = make_ids(vendor, device, name, error);

	if (code)
		return code;
	/* Once more after an error: the file may be broken below the names that are wanted. */
	if (!look_up(names, vendor, device, buffer, &found) &&
	    !look_up(names, vendor, device, buffer, &found))
		return SRIOV_CODE_OK;
	if (is_unknown(found, *name))
		return SRIOV_CODE_OK;
	free(*name);
	*name = strdup(found);
	return *name ? SRIOV_CODE_OK : error_no_memory(error);
}

#else

enum sriov_code pci_names_open_file(const char *file, struct pci_names **names,
				    struct sriov_error **error)
{
	(void)file;
	(void)error;
	*names = NULL;
	return SRIOV_CODE_OK;
}

void pci_names_close(struct pci_names *names)
{
	(void)names;
}

enum sriov_code pci_names_find(struct pci_names *names, uint16_t vendor, uint16_t device,
			       char **name, struct sriov_error **error)
{
	(void)names;
	return make_ids(vendor, device, name, error);
}

#endif

enum sriov_code pci_names_open(struct pci_names **names, struct sriov_error **error)
{
	return pci_names_open_file(NULL, names, error);
}
