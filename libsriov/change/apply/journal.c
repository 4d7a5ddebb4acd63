/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "base/json.h"
#include "change/apply/journal_words.h"
#include "change/lease/owner.h"
#include "change/state/state_json.h"
#include "kernel/directory.h"

/* --- The beginning ---------------------------------------------------------------------------- */

/* A state has no words for overrides: users say drivers. */
static struct json *write_overrides(const struct sriov_pf_state *state)
{
	struct json *json = json_new_object();
	const struct sriov_vf_state *vf;
	bool good = json;
	char index[16];

	for (size_t i = 0; good && (vf = sriov_vf_state_list_get(state->vfs, i)); i++) {
		snprintf(index, sizeof(index), "%u", vf->index);
		good = json_set_text(json, index, vf->override);
	}
	if (good)
		return json;
	json_free(json);
	return NULL;
}

static struct json *write_pf(const struct journal_pf *pf)
{
	struct json *json = json_new_object();

	if (json && json_set_text(json, JOURNAL_ADDRESS, pf->address) &&
	    json_set(json, JOURNAL_OLD, state_json_write_pf(pf->old)) &&
	    json_set(json, JOURNAL_OVERRIDES, write_overrides(pf->old)) &&
	    json_set(json, JOURNAL_TARGET, state_json_write_pf(pf->target)))
		return json;
	json_free(json);
	return NULL;
}

static struct json *write_pfs(const struct journal_pf *pfs, size_t count)
{
	struct json *json = json_new_array();
	bool good = json;

	for (size_t i = 0; good && i < count; i++)
		good = json_append(json, write_pf(&pfs[i]));
	if (good)
		return json;
	json_free(json);
	return NULL;
}

static char *format_head(const struct sriov_owner *owner, const struct journal_pf *pfs,
			 size_t count)
{
	struct json *json = json_new_object();
	char *text = NULL;

	if (json && json_set_number(json, JOURNAL_VERSION, JOURNAL_VERSION_NOW) &&
	    json_set_text(json, JOURNAL_BOOT_ID, owner->boot_id) &&
	    json_set_text(json, JOURNAL_OWNER, owner->text) &&
	    json_set_number(json, JOURNAL_PID, (uint64_t)owner->pid) &&
	    json_set(json, JOURNAL_PFS, write_pfs(pfs, count)))
		text = json_format_line(json);
	json_free(json);
	return text;
}

/* As leases name him. Without a procfs it could not be told later whether it is of this boot. */
static enum sriov_code write_head(struct sriov_context *context, const char *owner,
				  const struct journal_pf *pfs, size_t count, char **head,
				  struct sriov_error **error)
{
	struct sriov_owner *own = NULL;
	const struct tree *procfs;
	enum sriov_code code = context_get_procfs(context, &procfs, error);

	if (!code)
		code = owner_new_own(context, owner, &own, error);
	if (code)
		return code;
	/* What is no UTF-8 makes no JSON. */
	owner_clean(own->text);
	*head = format_head(own, pfs, count);
	sriov_owner_unref(own);
	return *head ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code journal_begin(struct journal_writer *writer, struct sriov_context *context,
			      const char *owner, const struct journal_pf *pfs, size_t count,
			      struct sriov_error **error)
{
	CLEANUP(cleanup_free) char *head = NULL;
	const struct directory *runtime;
	enum sriov_code code = write_head(context, owner, pfs, count, &head, error);

	*writer = JOURNAL_NONE;
	if (code)
		return code;
	snprintf(writer->name, sizeof(writer->name), "%s", pfs[0].address);
	code = context_get_runtime(context, &runtime, error);
	if (!code)
		code = directory_open_below(runtime, JOURNAL_FOLDER, &writer->folder, error);
	if (code)
		return code;
	code = directory_replace_file(&writer->folder, writer->name, head, strlen(head), error);
	if (!code)
		code = directory_open_file(&writer->folder, writer->name, O_WRONLY | O_APPEND,
					   &writer->fd, error);
	if (!code)
		return code;
	/* Nothing was begun, and what is there would have somebody recover that. */
	directory_remove_file(&writer->folder, writer->name, NULL);
	journal_leave(writer);
	return code;
}

/* --- Steps ------------------------------------------------------------------------------------ */

static enum sriov_code fail(const struct journal_writer *writer, int number,
			    struct sriov_error **error)
{
	return error_set_system(error, number, "write", NULL, "write the journal of %s",
				writer->name);
}

static enum sriov_code add_line(const struct journal_writer *writer, const char *line,
				struct sriov_error **error)
{
	size_t length = strlen(line);
	ssize_t written = write(writer->fd, line, length);
	off_t end;

	if (written == (ssize_t)length)
		return SRIOV_CODE_OK;
	if (written < 0)
		return fail(writer, errno, error);
	/* What is full takes a part and says no more than that. The next line is not to follow it.
	 */
	end = lseek(writer->fd, 0, SEEK_END);
	return fail(writer, ftruncate(writer->fd, end - written) ? errno : ENOSPC, error);
}

static enum sriov_code synchronize(const struct journal_writer *writer, struct sriov_error **error)
{
	return fdatasync(writer->fd) ? fail(writer, errno, error) : SRIOV_CODE_OK;
}

static enum sriov_code add_step(const struct journal_writer *writer, const struct sriov_step *step,
				struct sriov_error **error)
{
	char line[128];

	snprintf(line, sizeof(line), "%s %s %d\n",
		 step->kind == SRIOV_STEP_KIND_REMOVE_VFS ? JOURNAL_LINE_REMOVE : JOURNAL_LINE_STEP,
		 step->address[0] ? step->address : "-",
		 step->vf_index <= UINT16_MAX ? (int)step->vf_index : -1);
	return add_line(writer, line, error);
}

enum sriov_code journal_add(const struct journal_writer *writer,
			    const struct sriov_step *const *steps, size_t count,
			    struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	for (size_t i = 0; !code && i < count; i++)
		code = add_step(writer, steps[i], error);
	return code ? code : synchronize(writer, error);
}

/* After a line that was cut off it is one of its own. */
void journal_turn_back(const struct journal_writer *writer)
{
	if (!add_line(writer, "\n" JOURNAL_LINE_BACK "\n", NULL))
		synchronize(writer, NULL);
}

/* --- The end ---------------------------------------------------------------------------------- */

void journal_leave(struct journal_writer *writer)
{
	cleanup_close(&writer->fd);
	writer->fd = -1;
	directory_close(&writer->folder);
}

enum sriov_code journal_remove(struct sriov_context *context, const char *name,
			       struct sriov_error **error)
{
	CLEANUP(directory_close) struct directory folder = {.fd = -1};
	const struct directory *runtime;
	enum sriov_code code = context_get_runtime(context, &runtime, error);

	if (!code)
		code = directory_open_below(runtime, JOURNAL_FOLDER, &folder, error);
	return code ? code : directory_remove_file(&folder, name, error);
}

/* One that is empty is over, too: that takes neither memory nor the right to the folder. */
enum sriov_code journal_end(struct journal_writer *writer, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code;

	if (writer->fd < 0)
		return SRIOV_CODE_OK;
	code = directory_remove_file(&writer->folder, writer->name, &failure);
	if (code && !ftruncate(writer->fd, 0))
		code = SRIOV_CODE_OK;
	journal_leave(writer);
	return code ? error_move(error, &failure) : SRIOV_CODE_OK;
}
