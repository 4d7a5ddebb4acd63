/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/modprobe_config.h"

#include <dirent.h>
#include <errno.h>
#include <fnmatch.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/list.h"
#include "base/text.h"

/* From the one that wins to the one that loses when they have files of the same name. */
static const char *const places[] = {
	"/etc/modprobe.d",     "/run/modprobe.d", "/usr/local/lib/modprobe.d",
	"/usr/lib/modprobe.d", "/lib/modprobe.d",
};

struct file {
	struct object object;
	char *path;
	const char *name;
};

struct line {
	const char *path;
	unsigned int number;
	const char *text; /* as it is in the file, with its line ends */
	char *command;	  /* NULL when the line is empty */
	char *first;	  /* NULL when there is no such word */
	char *rest;	  /* NULL when nothing is behind the first */
};

struct walk {
	bool (*found)(void *data, const struct line *line);
	void *data;
	struct list *files;
	const struct log *log;
	bool unreadable; /* there is a directory that libkmod would complain of */
};

static void destroy_file(void *object)
{
	struct file *file = object;

	free(file->path);
}

static bool add_file(struct walk *walk, const char *path)
{
	const char *slash = strrchr(path, '/');
	struct file *file = object_new(sizeof(*file), destroy_file);

	if (!file)
		return false;
	file->path = strdup(path);
	if (!file->path || !slash) {
		object_unref(file);
		return false;
	}
	file->name = file->path + (slash + 1 - path);
	return list_add(walk->files, file);
}

static bool has_file(const struct walk *walk, const char *name)
{
	for (size_t i = 0; i < list_get_count(walk->files); i++)
		if (!strcmp(((struct file *)list_get(walk->files, i))->name, name))
			return true;
	return false;
}

static bool ends_with(const char *name, const char *end)
{
	size_t length = strlen(name), end_length = strlen(end);

	return length >= end_length && !strcmp(name + length - end_length, end);
}

static bool is_directory(const char *path)
{
	struct stat status;

	return !stat(path, &status) && S_ISDIR(status.st_mode);
}

static bool add_entry(struct walk *walk, const char *directory, const char *name)
{
	CLEANUP(text_clear) struct text path = {0};

	if (name[0] == '.' || (!ends_with(name, ".conf") && !ends_with(name, ".alias")) ||
	    has_file(walk, name))
		return true;
	text_add(&path, "%s/%s", directory, name);
	if (path.failed)
		return false;
	if (!is_directory(path.data))
		return add_file(walk, path.data);
	walk->unreadable = true;
	return true;
}

/* What is not there is no mistake. */
static bool add_place(struct walk *walk, const char *path)
{
	const struct dirent *entry;
	bool added = true;
	DIR *directory;

	if (!is_directory(path))
		return access(path, F_OK) || add_file(walk, path);
	directory = opendir(path);
	if (!directory && errno == ENOMEM)
		return false;
	if (!directory) {
		log_add(walk->log, SRIOV_LOG_LEVEL_WARNING,
			"modprobe's configuration in %s cannot be read", path);
		walk->unreadable = true;
		return true;
	}
	while (added && (entry = readdir(directory)))
		added = add_entry(walk, path, entry->d_name);
	closedir(directory);
	return added;
}

/* modprobe goes by the files' names, whatever directory they are in. */
static int compare(const void *left, const void *right)
{
	const struct file *const *first = left, *const *second = right;

	return strcmp((*first)->name, (*second)->name);
}

/* Cuts a line, which goes on after a backslash at a line's end, into its words. */
static void cut(char *text, struct line *line)
{
	char *rest, *wrap;

	while ((wrap = strstr(text, "\\\n")))
		memmove(wrap, wrap + 2, strlen(wrap + 2) + 1);
	text[strcspn(text, "\n")] = '\0';
	line->command = text[0] == '#' ? NULL : strtok_r(text, "\t ", &rest);
	line->first = line->command ? strtok_r(NULL, "\t ", &rest) : NULL;
	line->rest = line->first ? rest + strspn(rest, "\t ") : NULL;
	if (line->rest && !line->rest[0])
		line->rest = NULL;
}

/* False stops the walk. */
static bool tell(struct walk *walk, struct line *line, const char *text)
{
	CLEANUP(cleanup_free) char *copy = strdup(text);

	if (!copy)
		return false;
	line->text = text;
	cut(copy, line);
	return walk->found(walk->data, line);
}

static bool walk_lines(struct walk *walk, const char *path, FILE *file)
{
	CLEANUP(cleanup_free) char *part = NULL;
	CLEANUP(text_clear) struct text whole = {0};
	struct line line = {.path = path};
	unsigned int count = 0;
	bool going = true;
	size_t size = 0;

	while (going && (errno = 0, getline(&part, &size, file) > 0)) {
		count++;
		if (!whole.length)
			line.number = count;
		text_add(&whole, "%s", part);
		if (whole.failed || ends_with(part, "\\\n"))
			continue;
		going = tell(walk, &line, whole.data);
		text_clear(&whole);
	}
	if (errno == ENOMEM || whole.failed)
		return false;
	return going && whole.data ? tell(walk, &line, whole.data) : going;
}

/* What cannot be read is passed over, as libkmod does. */
static bool walk_file(struct walk *walk, const char *path)
{
	FILE *file = fopen(path, "re");
	bool going;

	if (!file)
		return errno != ENOMEM;
	going = walk_lines(walk, path, file);
	fclose(file);
	return going;
}

/* False when it was stopped or there is no memory. */
static bool walk_all(struct walk *walk, const char *path)
{
	bool going = true;

	walk->files = list_new();
	if (!walk->files)
		return false;
	for (size_t i = 0; going && i < (path ? 1 : ARRAY_SIZE(places)); i++)
		going = add_place(walk, path ? path : places[i]);
	list_sort(walk->files, compare);
	for (size_t i = 0; going && i < list_get_count(walk->files); i++)
		going = walk_file(walk, ((struct file *)list_get(walk->files, i))->path);
	object_unref(walk->files);
	return going;
}

/* Brackets that do not match are the one thing that may be wrong with a name. */
static bool is_name(const char *word)
{
	while (word && (word = strpbrk(word, "[]"))) {
		word = *word == '[' ? strchr(word, ']') : NULL;
		if (!word)
			return false;
		word++;
	}
	return true;
}

static bool is_understood(const struct line *line)
{
	static const char *const with_rest[] = {"alias", "options", "install", "remove", "softdep"};

	if (!line->command)
		return true;
	if (!line->first || !is_name(line->first))
		return false;
	if (!strcmp(line->command, "blacklist"))
		return true;
	if (!strcmp(line->command, "alias") && !is_name(line->rest))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(with_rest); i++)
		if (!strcmp(line->command, with_rest[i]))
			return line->rest;
	return false;
}

struct copy {
	const struct log *log;
	struct text text;
	bool needed;
};

static bool keep(void *data, const struct line *line)
{
	struct copy *copy = data;

	if (is_understood(line)) {
		text_add(&copy->text, "%s%s", line->text, ends_with(line->text, "\n") ? "" : "\n");
	} else {
		copy->needed = true;
		log_add(copy->log, SRIOV_LOG_LEVEL_WARNING,
			"%s line %u is not understood and left out: %.*s", line->path, line->number,
			(int)strcspn(line->text, "\n"), line->text);
	}
	return !copy->text.failed;
}

/* Without memfd_create() or /proc, what libkmod writes to stderr is the lesser evil. */
static void use_copy(struct modprobe_config *config, const struct text *text)
{
	config->fd = memfd_create("modprobe", MFD_CLOEXEC);
	snprintf(config->copy, sizeof(config->copy), "/proc/self/fd/%d", config->fd);
	if (config->fd < 0 || access(config->copy, R_OK) ||
	    (text->length && write(config->fd, text->data, text->length) != (ssize_t)text->length))
		return;
	config->list[0] = config->copy;
	config->paths = config->list;
}

enum sriov_code modprobe_config_open(const char *path, const struct log *log,
				     struct modprobe_config *config, struct sriov_error **error)
{
	struct copy copy = {.log = log};
	struct walk walk = {.found = keep, .data = &copy, .log = log};
	bool walked;

	*config = (struct modprobe_config) {.fd = -1};
	if (path && access(path, F_OK)) {
		error_set_system(error, errno, "open", path, "open %s", path);
		return error_explain(error, SRIOV_CODE_FAILED,
				     "modprobe's configuration is not at %s", path);
	}
	if (path) {
		config->list[0] = path;
		config->paths = config->list;
	}
	walked = walk_all(&walk, path);
	if (walked && (copy.needed || walk.unreadable))
		use_copy(config, &copy.text);
	text_clear(&copy.text);
	return walked ? SRIOV_CODE_OK : error_no_memory(error);
}

void modprobe_config_close(struct modprobe_config *config)
{
	cleanup_close(&config->fd);
}

struct search {
	const char *command;
	const char *module;
	char *where;
};

static bool seek(void *data, const struct line *line)
{
	struct search *search = data;

	if (!line->first || strcmp(line->command, search->command))
		return true;
	for (char *dash = line->first; (dash = strchr(dash, '-'));)
		*dash = '_';
	if (fnmatch(line->first, search->module, 0))
		return true;
	if (asprintf(&search->where, "%s line %u", line->path, line->number) < 0)
		search->where = NULL;
	return false;
}

char *modprobe_config_locate(const char *path, const char *command, const char *module)
{
	struct search search = {.command = command, .module = module};
	struct walk walk = {.found = seek, .data = &search};

	walk_all(&walk, path);
	return search.where;
}
