/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The one door to JSON: jansson reads and writes it, nobody else sees jansson.
 *
 * A reader goes from node to node and asks each for what it should be. What is wrong is no end: it
 * is noted with its path, and all of it is told at once.
 */
#ifndef BASE_JSON_H
#define BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/mistakes.h"

/* --- Reading ---------------------------------------------------------------------------------- */

#define JSON_PATH_SIZE 128

/* A value and where it stands: "pfs[0].vfs[3].mac". Without a value it is not there. */
struct json_node {
	const void *value;
	struct mistakes *mistakes;
	char path[JSON_PATH_SIZE];
};

struct json_document;

/* A text that is no JSON, or that has a name twice in one object, is refused with its line. */
enum sriov_code json_parse(const char *text, struct json_document **document,
			   struct sriov_error **error);
void json_drop(struct json_document *document);

struct json_node json_get_root(const struct json_document *document, struct mistakes *mistakes);

bool json_is_there(const struct json_node *node);

/* A member of an object. */
struct json_node json_get_member(const struct json_node *node, const char *name);

/* The elements of an array. */
size_t json_get_length(const struct json_node *node);
struct json_node json_get_element(const struct json_node *node, size_t position);

/* These are false, and have noted it, when the node is something else; it must be there. */
bool json_expect_object(const struct json_node *node);
bool json_expect_array(const struct json_node *node);
bool json_read_text(const struct json_node *node, const char **text);
bool json_read_number(const struct json_node *node, uint64_t maximum, uint64_t *number);
bool json_read_switch(const struct json_node *node, bool *value);

/* Notes each member whose name is none of these, which end with NULL. */
void json_check_names(const struct json_node *node, const char *const *names);

/* What is wrong with a node. */
PRINTF_LIKE(2, 3) void json_note(const struct json_node *node, const char *format, ...);

/* The same, when the failure is no want of memory; takes it over. */
void json_note_error(const struct json_node *node, struct sriov_error *failure);

/* --- Writing ---------------------------------------------------------------------------------- */

/*
 * A value under construction. Each of these takes and gives NULL when memory ran out, so that it
 * shows in the end: json_take_text() gives NULL then.
 */
struct json;

struct json *json_new_object(void);
struct json *json_new_array(void);
void json_free(struct json *json);

/* False when memory ran out; a NULL text is left out. */
bool json_set_text(struct json *object, const char *name, const char *text);
bool json_set_number(struct json *object, const char *name, uint64_t number);
bool json_set_switch(struct json *object, const char *name, bool value);

/* Both take the value over, also when they fail. */
bool json_set(struct json *object, const char *name, struct json *value);
bool json_append(struct json *array, struct json *value);

/* With a line end; the caller frees it. */
char *json_format(const struct json *json);

/* The same in one line. */
char *json_format_line(const struct json *json);

#endif
