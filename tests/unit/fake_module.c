/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "fake_module.h"

#include <elf.h>
#include <errno.h>
#include <link.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fake_tree.h"

/* depmod looks below lib/modules of a root, for a name that begins like a version. */
#define RELEASE "6.0.0-fake"

extern char **environ;

static const char *find_depmod(void)
{
	static const char *const places[] = {"/sbin/depmod", "/usr/sbin/depmod", "/usr/bin/depmod"};

	for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++)
		if (!access(places[i], X_OK))
			return places[i];
	return NULL;
}

bool fake_has_depmod(void)
{
	return find_depmod();
}

/* The sections that depmod reads, in the order of the file. */
enum section {
	NONE,
	MODINFO,
	MADE,
	SYMBOLS,
	STRINGS,
	NAMES,
	SECTIONS
};

static const char names[] = "\0.modinfo\0__ksymtab_strings\0.symtab\0.strtab\0.shstrtab";

struct object_file {
	ElfW(Ehdr) header;
	ElfW(Shdr) sections[SECTIONS];
	ElfW(Sym) symbols[2]; /* the first is none, the second is the one that is needed */
	char modinfo[256];
	char made[64];
	char strings[64];
	char names[sizeof(names)];
};

static unsigned int offset_of_name(const char *name)
{
	const char *at = memmem(names, sizeof(names), name, strlen(name) + 1);

	return (unsigned int)(at - names);
}

static void describe(struct object_file *file, enum section section, unsigned int type,
		     const char *name, const void *start, size_t size)
{
	file->sections[section].sh_name = offset_of_name(name);
	file->sections[section].sh_type = type;
	file->sections[section].sh_offset = (size_t)((const char *)start - (const char *)file);
	file->sections[section].sh_size = size;
}

static void fill_header(struct object_file *file)
{
	const unsigned int one = 1;
	ElfW(Ehdr) *header = &file->header;

	memcpy(header->e_ident, ELFMAG, SELFMAG);
	header->e_ident[EI_CLASS] = __ELF_NATIVE_CLASS == 64 ? ELFCLASS64 : ELFCLASS32;
	header->e_ident[EI_DATA] = *(const char *)&one ? ELFDATA2LSB : ELFDATA2MSB;
	header->e_ident[EI_VERSION] = EV_CURRENT;
	header->e_type = ET_REL;
	header->e_version = EV_CURRENT;
	header->e_ehsize = sizeof(*header);
	header->e_shoff = offsetof(struct object_file, sections);
	header->e_shentsize = sizeof(file->sections[0]);
	header->e_shnum = SECTIONS;
	header->e_shstrndx = NAMES;
}

/* The texts end with a NUL, which the sections have to contain. */
static void fill(struct object_file *file, const struct fake_module *module)
{
	int length = 0;

	fill_header(file);
	if (module->alias)
		length = snprintf(file->modinfo, sizeof(file->modinfo), "alias=%s", module->alias);
	snprintf(file->modinfo + length + 1, sizeof(file->modinfo) - (size_t)length - 1,
		 "license=GPL");
	if (module->makes)
		snprintf(file->made, sizeof(file->made), "%s", module->makes);
	if (module->needs)
		snprintf(file->strings + 1, sizeof(file->strings) - 1, "%s", module->needs);
	file->symbols[1].st_name = module->needs ? 1 : 0;
	memcpy(file->names, names, sizeof(names));
	describe(file, MODINFO, SHT_PROGBITS, ".modinfo", file->modinfo, sizeof(file->modinfo));
	describe(file, MADE, SHT_PROGBITS, "__ksymtab_strings", file->made,
		 module->makes ? strlen(module->makes) + 1 : 0);
	describe(file, SYMBOLS, SHT_SYMTAB, ".symtab", file->symbols, sizeof(file->symbols));
	describe(file, STRINGS, SHT_STRTAB, ".strtab", file->strings, sizeof(file->strings));
	describe(file, NAMES, SHT_STRTAB, ".shstrtab", file->names, sizeof(file->names));
	file->sections[SYMBOLS].sh_entsize = sizeof(file->symbols[0]);
	file->sections[SYMBOLS].sh_link = STRINGS;
}

void fake_add_module(struct fake *fake, const struct fake_module *module)
{
	struct object_file file;

	memset(&file, 0, sizeof(file));
	fill(&file, module);
	fake_write_bytes(fake, &file, sizeof(file), "modules/kernel/drivers/%s.ko", module->name);
}

void fake_add_builtin_module(struct fake *fake, const char *name)
{
	char line[128];

	snprintf(line, sizeof(line), "kernel/drivers/%s.ko\n", name);
	fake_write(fake, line, "modules/modules.builtin");
}

static void run_depmod(const struct fake *fake)
{
	char *arguments[] = {(char *)"depmod", (char *)"-b", fake->root, (char *)RELEASE, NULL};
	const char *depmod = find_depmod();
	pid_t child;
	int status;

	errno = depmod ? posix_spawn(&child, depmod, NULL, NULL, arguments, environ) : ENOENT;
	if (errno || waitpid(child, &status, 0) != child || status)
		fake_fail("run depmod for", fake->root);
}

/* Without these depmod complains. */
static void add_if_missing(struct fake *fake, const char *name)
{
	char *text = fake_read(fake, "modules/%s", name);

	if (!text)
		fake_write(fake, "", "modules/%s", name);
	free(text);
}

void fake_index_modules(struct fake *fake)
{
	char *link = fake_read_link(fake, "lib/modules/" RELEASE);

	if (!link)
		fake_link(fake, "../../modules", "lib/modules/" RELEASE);
	free(link);
	add_if_missing(fake, "modules.order");
	add_if_missing(fake, "modules.builtin");
	add_if_missing(fake, "modules.builtin.modinfo");
	run_depmod(fake);
}
