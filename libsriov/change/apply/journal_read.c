/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/json.h"
#include "base/text.h"
#include "change/apply/journal.h"
#include "change/apply/journal_words.h"
#include "change/lease/owner.h"
#include "change/state/state_json.h"
#include "kernel/directory.h"

enum sriov_code journal_list(struct sriov_context *context, struct sriov_string_list **names,
			     struct sriov_error **error)
{
	CLEANUP(directory_close) struct directory runtime = {.fd = -1}, folder = {.fd = -1};
	enum sriov_code code = directory_find(&runtime, context->runtime_path, error);

	*names = NULL;
	if (!code && runtime.path)
		code = directory_find_below(&runtime, JOURNAL_FOLDER, &folder, error);
	/* Where there is no folder there is no journal. */
	if (code || !folder.path)
		return code;
	return directory_list(&folder, names, error);
}

static enum sriov_code read_text(struct sriov_context *context, const char *name, char **text,
				 struct sriov_error **error)
{
	CLEANUP(directory_close) struct directory folder = {.fd = -1};
	CLEANUP(cleanup_close) int fd = -1;
	CLEANUP(text_clear) struct text made = {0};
	const struct directory *runtime;
	char buffer[4096];
	ssize_t count;
	enum sriov_code code = context_get_runtime(context, &runtime, error);

	if (!code)
		code = directory_open_below(runtime, JOURNAL_FOLDER, &folder, error);
	if (!code)
		code = directory_open_file(&folder, name, O_RDONLY, &fd, error);
	if (code)
		return code;
	while ((count = read(fd, buffer, sizeof(buffer))) > 0)
		text_add(&made, "%.*s", (int)count, buffer);
	if (count < 0)
		return error_set_system(error, errno, "read", NULL, "read the journal of %s", name);
	*text = text_take(&made);
	return *text ? SRIOV_CODE_OK : error_no_memory(error);
}

/* --- The head --------------------------------------------------------------------------------- */

static void read_overrides(const struct json_node *node, struct sriov_pf_state *state)
{
	struct sriov_vf_state *vf;
	const char *text;
	char index[16];

	for (size_t i = 0; (vf = sriov_vf_state_list_get(state->vfs, i)); i++) {
		struct json_node member;

		snprintf(index, sizeof(index), "%u", vf->index);
		member = json_get_member(node, index);
		if (json_is_there(&member) && json_read_text(&member, &text) &&
		    !vf_state_set_text(&vf->override, text))
			mistakes_add(node->mistakes, NULL);
	}
}

static void read_pf(const struct json_node *node, struct journal_pf *pf)
{
	struct json_node address = json_get_member(node, JOURNAL_ADDRESS),
			 old = json_get_member(node, JOURNAL_OLD),
			 overrides = json_get_member(node, JOURNAL_OVERRIDES),
			 target = json_get_member(node, JOURNAL_TARGET);
	const char *text;

	if (!json_is_there(&address) || !json_is_there(&old) || !json_is_there(&overrides) ||
	    !json_is_there(&target)) {
		json_note(node, "it is not whole");
		return;
	}
	if (json_read_text(&address, &text) && !address_parse(text, pf->address))
		json_note(&address, "\"%s\" is no address", text);
	pf->old = state_json_read_pf(&old);
	pf->target = state_json_read_pf(&target);
	if (pf->old && json_expect_object(&overrides))
		read_overrides(&overrides, pf->old);
	if (!pf->old || !pf->target)
		json_note(node, "it is not whole");
}

static enum sriov_code read_pfs(const struct json_node *node, struct journal *journal,
				struct sriov_error **error)
{
	size_t count;

	if (!json_is_there(node) || !json_expect_array(node)) {
		json_note(node, "it is not whole");
		return SRIOV_CODE_OK;
	}
	count = json_get_length(node);
	journal->pfs = calloc(count + 1, sizeof(*journal->pfs));
	if (!journal->pfs)
		return error_no_memory(error);
	journal->count = count;
	for (size_t i = 0; i < count; i++) {
		struct json_node element = json_get_element(node, i);

		if (json_expect_object(&element))
			read_pf(&element, &journal->pfs[i]);
	}
	return SRIOV_CODE_OK;
}

static const char *text_of(const struct json_node *node, const char *name)
{
	struct json_node member = json_get_member(node, name);
	const char *text = "";

	if (json_is_there(&member))
		json_read_text(&member, &text);
	return text ? text : "";
}

static enum sriov_code read_owner(const struct json_node *root, struct journal *journal,
				  struct sriov_error **error)
{
	struct json_node pid = json_get_member(root, JOURNAL_PID);
	const char *name = text_of(root, JOURNAL_OWNER);
	struct text text = {0};
	uint64_t number = 0;

	if (json_is_there(&pid))
		json_read_number(&pid, INT_MAX, &number);
	text_add(&text, name[0] ? "%s (process %llu)" : "%sprocess %llu", name,
		 (unsigned long long)number);
	journal->owner = text_take(&text);
	return journal->owner ? SRIOV_CODE_OK : error_no_memory(error);
}

/* One that does not say of which is of this one: then it has to make sense. */
static enum sriov_code read_boot(struct sriov_context *context, const struct json_node *root,
				 struct journal *journal, struct sriov_error **error)
{
	const char *told = text_of(root, JOURNAL_BOOT_ID);
	char boot_id[OWNER_BOOT_ID_SIZE] = "";
	const struct tree *procfs;
	enum sriov_code code = context_get_procfs(context, &procfs, error);

	if (code)
		return code;
	owner_read_boot_id(procfs, boot_id);
	journal->is_of_boot = !told[0] || !strcmp(boot_id, told);
	return SRIOV_CODE_OK;
}

static void check_version(const struct json_node *root)
{
	struct json_node version = json_get_member(root, JOURNAL_VERSION);
	uint64_t number;

	if (json_is_there(&version) && json_read_number(&version, UINT32_MAX, &number) &&
	    number != JOURNAL_VERSION_NOW)
		json_note(&version, "it is %llu, and this library knows %d alone",
			  (unsigned long long)number, JOURNAL_VERSION_NOW);
}

/* One of an earlier boot has no meaning any more: there it ends, whoever wrote it. */
static enum sriov_code read_root(struct sriov_context *context, const struct json_node *root,
				 struct journal *journal, struct sriov_error **error)
{
	struct json_node pfs = json_get_member(root, JOURNAL_PFS);
	enum sriov_code code = read_owner(root, journal, error);

	if (!code)
		code = read_boot(context, root, journal, error);
	if (code || !journal->is_of_boot)
		return code;
	check_version(root);
	code = read_pfs(&pfs, journal, error);
	return code ? code : mistakes_conclude(root->mistakes, "the journal", error);
}

static enum sriov_code read_head(struct sriov_context *context, const char *line,
				 struct journal *journal, struct sriov_error **error)
{
	CLEANUP(mistakes_clear) struct mistakes mistakes = {.count = 0};
	struct json_document *document;
	struct json_node root;
	enum sriov_code code = json_parse(line, &document, error);

	if (code)
		return code;
	root = json_get_root(document, &mistakes);
	code = read_root(context, &root, journal, error);
	json_drop(document);
	return code;
}

/* --- The lines -------------------------------------------------------------------------------- */

/* The last one may be cut off: then its step was not begun. */
static void read_lines(const char *text, struct journal *journal)
{
	for (const char *end; (end = strchr(text, '\n')); text = end + 1) {
		journal->has_removed |=
			!strncmp(text, JOURNAL_LINE_REMOVE " ", strlen(JOURNAL_LINE_REMOVE " "));
		journal->goes_back |=
			!strncmp(text, JOURNAL_LINE_BACK "\n", strlen(JOURNAL_LINE_BACK "\n"));
	}
}

enum sriov_code journal_read(struct sriov_context *context, const char *name,
			     struct journal *journal, struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *text = NULL;
	enum sriov_code code;
	char *end;

	*journal = (struct journal) {.count = 0};
	if (!address_parse(name, journal->name))
		return error_set(error, SRIOV_CODE_MALFORMED,
				 "among the journals is a file \"%.64s\", which is no address",
				 name);
	code = read_text(context, name, &text, error);
	if (code)
		return code;
	if (!text[0])
		return SRIOV_CODE_OK;
	end = strchr(text, '\n');
	if (end)
		*end = '\0';
	code = end ? read_head(context, text, journal, error)
		   : error_set(error, SRIOV_CODE_MALFORMED, "its first line has no end");
	if (code == SRIOV_CODE_INVALID || code == SRIOV_CODE_MALFORMED)
		return error_explain(error, SRIOV_CODE_MALFORMED,
				     "the journal of %s makes no sense: look whether the PF is as "
				     "it should be, and remove %s/%s/%s",
				     name, context->runtime_path, JOURNAL_FOLDER, name);
	if (!code)
		read_lines(end + 1, journal);
	return code;
}

void journal_clear(struct journal *journal)
{
	for (size_t i = 0; i < journal->count; i++) {
		sriov_pf_state_unref(journal->pfs[i].old);
		sriov_pf_state_unref(journal->pfs[i].target);
	}
	free(journal->pfs);
	free(journal->owner);
	*journal = (struct journal) {.count = 0};
}
