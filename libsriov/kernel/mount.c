/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/mount.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/text.h"
#include "kernel/process.h"

void mount_table_clear(const struct mount_table *table)
{
	free(table->items);
	free(table->text);
}

static bool is_octal(const char *digits)
{
	for (int i = 0; i < 3; i++)
		if (digits[i] < '0' || digits[i] > '7')
			return false;
	return true;
}

/* Spaces, tabs, line ends and backslashes are written "\040". */
static void unescape(char *word)
{
	char *to = word;

	for (const char *from = word; *from;) {
		if (*from == '\\' && is_octal(from + 1)) {
			*to++ = (char)((from[1] - '0') * 64 + (from[2] - '0') * 8 +
				       (from[3] - '0'));
			from += 4;
		} else {
			*to++ = *from++;
		}
	}
	*to = '\0';
}

static bool parse_number(char *word, struct mount *mount)
{
	char *colon = strchr(word, ':');
	uint64_t major, minor;

	if (!colon)
		return false;
	*colon = '\0';
	if (!number_parse(word, 10, UINT_MAX, &major) ||
	    !number_parse(colon + 1, 10, UINT_MAX, &minor))
		return false;
	mount->major = (unsigned int)major;
	mount->minor = (unsigned int)minor;
	return true;
}

/*
 * "36 35 98:0 /root /point rw,noatime master:1 - ext3 /dev/root rw": any number of words before
 * the dash.
 */
static bool parse_line(char *line, struct mount *mount)
{
	char *rest, *word = strtok_r(line, " ", &rest);

	for (int field = 1; word && strcmp(word, "-") != 0; field++) {
		if (field == 3 && !parse_number(word, mount))
			return false;
		if (field == 5)
			mount->point = word;
		if (field == 5)
			unescape(word);
		word = strtok_r(NULL, " ", &rest);
	}
	mount->type = word ? strtok_r(NULL, " ", &rest) : NULL;
	word = mount->type ? strtok_r(NULL, " ", &rest) : NULL;
	if (!word || !mount->point)
		return false;
	unescape(word);
	mount->source = word;
	return true;
}

static size_t count_lines(const char *text)
{
	size_t count = 1;

	while ((text = strchr(text, '\n'))) {
		text++;
		count++;
	}
	return count;
}

enum sriov_code mount_parse(char *text, struct mount_table *table, struct sriov_error **error)
{
	char *rest, *line;

	table->text = text;
	table->count = 0;
	table->items = calloc(count_lines(text), sizeof(*table->items));
	if (!table->items)
		return error_no_memory(error);
	for (line = strtok_r(text, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest)) {
		struct mount mount = {0};

		if (parse_line(line, &mount))
			table->items[table->count++] = mount;
	}
	return SRIOV_CODE_OK;
}

enum sriov_code mount_read(const struct tree *procfs, struct mount_table *table,
			   struct sriov_error **error)
{
	char *text;
	enum sriov_code code = tree_read_all(procfs, &text, NULL, "1/mountinfo");

	table->of_host = !code && process_sees_all(procfs);
	if (code == SRIOV_CODE_NO_MEMORY)
		return error_no_memory(error);
	if (code)
		code = tree_read_all(procfs, &text, error, "self/mountinfo");
	return code ? code : mount_parse(text, table, error);
}

/* "/dev/dm-0 partition 1 2 3" below a line of headings. */
static bool add_swap(struct sriov_string_list *files, char *line)
{
	static const char deleted[] = " (deleted)";
	char *rest, *word = strtok_r(line, " \t", &rest);
	size_t length;

	if (!word || word[0] != '/')
		return true;
	unescape(word);
	length = strlen(word);
	if (length > strlen(deleted) && !strcmp(word + length - strlen(deleted), deleted))
		word[length - strlen(deleted)] = '\0';
	return string_list_add(files, word);
}

enum sriov_code mount_read_swaps(const struct tree *procfs, struct sriov_string_list **files,
				 struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *text = NULL;
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = tree_read_all(procfs, &text, &failure, "swaps");
	bool enough;
	char *rest;

	/* A kernel that cannot swap has no such file. */
	if (code && code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	*files = string_list_new();
	enough = *files;
	for (char *line = text ? strtok_r(text, "\n", &rest) : NULL; enough && line;
	     line = strtok_r(NULL, "\n", &rest))
		enough = add_swap(*files, line);
	if (enough)
		return SRIOV_CODE_OK;
	sriov_string_list_unref(*files);
	*files = NULL;
	return error_no_memory(error);
}
