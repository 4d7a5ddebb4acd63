/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/apply/recovery.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/mistakes.h"
#include "base/text.h"
#include "change/apply/apply_options.h"
#include "change/apply/journal.h"
#include "change/apply/journal_words.h"
#include "change/apply/way.h"
#include "kernel/directory.h"

struct sriov_recovery {
	struct object object;
	enum sriov_recovery_result result;
	char *description;
	struct sriov_error *error;
};

OBJECT_REFERENCES(recovery)
OBJECT_LIST(recovery)

static void destroy(void *object)
{
	struct sriov_recovery *recovery = object;

	free(recovery->description);
	sriov_error_unref(recovery->error);
}

EXPORT enum sriov_recovery_result sriov_recovery_get_result(const struct sriov_recovery *recovery)
{
	return recovery ? recovery->result : SRIOV_RECOVERY_RESULT_UNKNOWN;
}

EXPORT const char *sriov_recovery_get_description(const struct sriov_recovery *recovery)
{
	return recovery ? recovery->description : NULL;
}

EXPORT const struct sriov_error *sriov_recovery_get_error(const struct sriov_recovery *recovery)
{
	return recovery ? recovery->error : NULL;
}

/* One that is looked at. */
struct search {
	struct sriov_context *context;
	const struct leases *held; /* the caller's, or NULL */
	struct sriov_recovery_list *list;
	struct mistakes mistakes; /* what the caller cannot go on with */
};

/* Who has no leases wants all of them recovered; who has some, that theirs are. */
static bool concerns_caller(const struct search *search, const struct journal *journal)
{
	if (!search->held || leases_find(search->held, journal->name))
		return true;
	for (size_t i = 0; i < journal->count; i++)
		if (leases_find(search->held, journal->pfs[i].address))
			return true;
	return false;
}

static void note(struct search *search, enum sriov_code code, struct sriov_error *failure,
		 const struct journal *journal)
{
	struct sriov_error *reason = NULL;

	if (sriov_error_get_code(failure) == SRIOV_CODE_NO_MEMORY)
		code = SRIOV_CODE_NO_MEMORY;
	error_set(&reason, code, "%s", sriov_error_get_message(failure));
	error_set_device(&reason, journal->name);
	mistakes_add(&search->mistakes, reason);
}

/* Whoever has the lease of one of its PFs must not write another journal over it. */
static void note_result(struct search *search, enum sriov_recovery_result result,
			struct sriov_error *failure, const struct journal *journal)
{
	if (!concerns_caller(search, journal))
		return;
	if (result == SRIOV_RECOVERY_RESULT_FAILED)
		note(search, SRIOV_CODE_PARTIAL, failure, journal);
	else if (result == SRIOV_RECOVERY_RESULT_BUSY && search->held)
		note(search, SRIOV_CODE_BUSY, failure, journal);
}

/* Takes the error over; what became of it goes to the list and to the log. */
static bool tell(struct search *search, const char *name, enum sriov_recovery_result result,
		 struct sriov_error *failure, const struct journal *journal)
{
	static const char *const words[] = {
		[SRIOV_RECOVERY_RESULT_TAKEN_BACK] = "taken back",
		[SRIOV_RECOVERY_RESULT_FINISHED] = "finished",
		[SRIOV_RECOVERY_RESULT_OLD] = "too old to mean anything",
		[SRIOV_RECOVERY_RESULT_BUSY] = "still under way",
		[SRIOV_RECOVERY_RESULT_FAILED] = "could be brought neither here nor there",
	};
	struct sriov_recovery *recovery = object_new(sizeof(*recovery), destroy);
	struct text text = {0};

	note_result(search, result, failure, journal);
	if (!recovery) {
		sriov_error_unref(failure);
		return false;
	}
	text_add(&text, "%s%s: what %s did not bring to its end: %s", name,
		 journal->count > 1 ? " and others" : "",
		 journal->owner ? journal->owner : "somebody", words[result]);
	if (failure)
		text_add(&text, ": %s", sriov_error_get_message(failure));
	recovery->result = result;
	recovery->error = failure;
	recovery->description = text_take(&text);
	if (recovery->description)
		log_add(&search->context->log, SRIOV_LOG_LEVEL_WARNING, "%s",
			recovery->description);
	if (search->list)
		return list_add(search->list, recovery);
	sriov_recovery_unref(recovery);
	return true;
}

/* --- Bringing PFs to what they were, or should be --------------------------------------------- */

static enum sriov_code fill_way(struct way *way, const struct journal *journal, bool to_old,
				struct sriov_error **error)
{
	*way = (struct way) {.run = {.parallelism = apply_defaults.parallelism, .goes_on = true}};
	way->pfs = calloc(journal->count + 1, sizeof(*way->pfs));
	if (!way->pfs)
		return error_no_memory(error);
	way->count = journal->count;
	for (size_t i = 0; i < journal->count; i++) {
		memcpy(way->pfs[i].address, journal->pfs[i].address, ADDRESS_SIZE);
		way->pfs[i].target = to_old ? journal->pfs[i].old : journal->pfs[i].target;
		way->pfs[i].may_rebind = journal->pfs[i].target->allow_in_use;
	}
	return SRIOV_CODE_OK;
}

/* The leases that the caller has are kept by the workers, too. */
static void add_held(struct way *way, const struct search *search)
{
	for (size_t i = 0; i < way->count; i++)
		if (!way->run.lanes[i].lease)
			way->run.lanes[i].lease = leases_find(search->held, way->pfs[i].address);
}

/* Who uses a VF by now, or has it reserved, loses it to nobody's recovery. */
static enum sriov_code bring(struct search *search, const struct journal *journal,
			     const struct leases *leases, bool to_old, struct sriov_error **error)
{
	CLEANUP(mistakes_clear) struct mistakes mistakes = {.count = 0};
	CLEANUP(reservation_keep_drop) struct reservation_keep keep = {.owner = NULL};
	CLEANUP(way_clear) struct way way = {.count = 0};
	enum sriov_code code = fill_way(&way, journal, to_old, error);

	way.run.deadline_ms = search->context->deadline_ms;
	if (!code)
		code = way_prepare(&way, search->context, leases, &mistakes, error);
	if (code)
		return code;
	add_held(&way, search);
	if (!mistakes.count && !way_would_take_reserved(&way, &keep, &mistakes) &&
	    !way_would_destroy(&way, &mistakes)) {
		run_wait(&way.run);
		way_note_failures(&way, &mistakes);
	}
	if (!mistakes.count)
		return SRIOV_CODE_OK;
	return mistakes_conclude(&mistakes,
				 to_old ? "it could not be taken back" : "it could not be finished",
				 error);
}

static bool are_gone(const struct search *search, const struct journal *journal)
{
	for (size_t i = 0; i < journal->count; i++)
		if (tree_exists(&search->context->sysfs, "bus/pci/devices/%s",
				journal->pfs[i].address))
			return false;
	return true;
}

/* One way, and when that is closed the other one. */
static enum sriov_code bring_anywhere(struct search *search, const struct journal *journal,
				      const struct leases *leases, bool *to_old,
				      struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	enum sriov_code code = bring(search, journal, leases, *to_old, &failure);

	if (!code)
		return code;
	if (code != SRIOV_CODE_TIMEOUT && code != SRIOV_CODE_BUSY && code != SRIOV_CODE_NO_MEMORY &&
	    !bring(search, journal, leases, !*to_old, NULL)) {
		*to_old = !*to_old;
		return SRIOV_CODE_OK;
	}
	error_explain(&failure, code, "%s: what %s did not bring to its end is kept in %s/%s/%s",
		      journal->pfs[0].address, journal->owner, search->context->runtime_path,
		      JOURNAL_FOLDER, journal->name);
	return error_move(error, &failure);
}

/* What is before a removal cannot be had back, and what is after it was wanted. */
static bool end(struct search *search, const struct journal *journal, const struct leases *leases)
{
	bool to_old = journal->goes_back || !journal->has_removed;
	struct sriov_error *failure = NULL;
	enum sriov_code code;

	if (!journal->is_of_boot || are_gone(search, journal)) {
		journal_remove(search->context, journal->name, NULL);
		return !journal->owner ||
		       tell(search, journal->name, SRIOV_RECOVERY_RESULT_OLD, NULL, journal);
	}
	code = bring_anywhere(search, journal, leases, &to_old, &failure);
	if (!code)
		code = journal_remove(search->context, journal->name, &failure);
	if (code)
		return tell(search, journal->name,
			    code == SRIOV_CODE_BUSY ? SRIOV_RECOVERY_RESULT_BUSY
						    : SRIOV_RECOVERY_RESULT_FAILED,
			    failure, journal);
	return tell(search, journal->name,
		    to_old ? SRIOV_RECOVERY_RESULT_TAKEN_BACK : SRIOV_RECOVERY_RESULT_FINISHED,
		    NULL, journal);
}

/* --- Whose it is ------------------------------------------------------------------------------ */

/*
 * Those that the caller has not; while one is somebody else's the journal is his. One that is over,
 * or old, has no PFs, and the name of one.
 */
static enum sriov_code take_leases(const struct search *search, const struct journal *journal,
				   struct leases *leases, struct sriov_error **error)
{
	CLEANUP(cleanup_free)
	char(*addresses)[ADDRESS_SIZE] = calloc(journal->count + 2, ADDRESS_SIZE);
	size_t count = 0;

	if (!addresses)
		return error_no_memory(error);
	for (size_t i = 0; i < journal->count; i++)
		if (!leases_find(search->held, journal->pfs[i].address))
			memcpy(addresses[count++], journal->pfs[i].address, ADDRESS_SIZE);
	if (!journal->count && !leases_find(search->held, journal->name))
		memcpy(addresses[count++], journal->name, ADDRESS_SIZE);
	return leases_acquire(leases, search->context, (const char(*)[ADDRESS_SIZE])addresses,
			      count, NULL, &apply_defaults.lease, error);
}

/* One that was not whole when its program was killed: nothing had been begun. */
static bool is_unfinished(const char *name, char address[ADDRESS_SIZE])
{
	const char *end = strstr(name, DIRECTORY_NEW);
	char text[ADDRESS_SIZE];

	if (!end || end[strlen(DIRECTORY_NEW)] || (size_t)(end - name) >= sizeof(text))
		return false;
	snprintf(text, sizeof(text), "%.*s", (int)(end - name), name);
	return address_parse(text, address);
}

static enum sriov_code remove_unfinished(const struct search *search, const char *name,
					 const char *address, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	struct sriov_lease *lease = NULL;
	enum sriov_code code = SRIOV_CODE_OK;

	if (!leases_find(search->held, address))
		code = lease_acquire(search->context, address, NULL, &lease, &failure);
	if (!code)
		code = journal_remove(search->context, name, &failure);
	sriov_lease_unref(lease);
	return code && code != SRIOV_CODE_BUSY ? error_move(error, &failure) : SRIOV_CODE_OK;
}

/* With the leases it may have come to its end, and somebody else have begun another one. */
static enum sriov_code end_if_free(struct search *search, const char *name, struct journal *journal,
				   struct sriov_error **error)
{
	CLEANUP(leases_drop) struct leases leases = {.count = 0};
	enum sriov_code code = take_leases(search, journal, &leases, error);

	if (code)
		return code;
	journal_clear(journal);
	code = journal_read(search->context, name, journal, error);
	if (code)
		return code;
	return end(search, journal, &leases) ? SRIOV_CODE_OK : error_no_memory(error);
}

static enum sriov_code look_at(struct search *search, const char *name, struct sriov_error **error)
{
	CLEANUP(journal_clear) struct journal journal = {.count = 0};
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	char address[ADDRESS_SIZE];
	bool good;
	enum sriov_code code;

	if (is_unfinished(name, address))
		return remove_unfinished(search, name, address, error);
	code = journal_read(search->context, name, &journal, &failure);
	if (!code)
		code = end_if_free(search, name, &journal, &failure);
	if (!code || code == SRIOV_CODE_NOT_FOUND)
		return SRIOV_CODE_OK;
	if (code != SRIOV_CODE_BUSY && code != SRIOV_CODE_MALFORMED)
		return error_move(error, &failure);
	good = tell(search, name,
		    code == SRIOV_CODE_BUSY ? SRIOV_RECOVERY_RESULT_BUSY
					    : SRIOV_RECOVERY_RESULT_FAILED,
		    sriov_error_ref(failure), &journal);
	return good ? SRIOV_CODE_OK : error_no_memory(error);
}

enum sriov_code recovery_run(struct sriov_context *context, const struct leases *leases,
			     struct sriov_recovery_list *list, struct sriov_error **error)
{
	struct search search = {.context = context, .held = leases, .list = list};
	struct sriov_string_list *names;
	enum sriov_code code = journal_list(context, &names, error);

	for (size_t i = 0; !code && i < sriov_string_list_get_count(names); i++)
		code = look_at(&search, sriov_string_list_get(names, i), error);
	sriov_string_list_unref(names);
	if (!code)
		code = mistakes_conclude(
			&search.mistakes,
			"what was left by a program that was killed is still there", error);
	mistakes_clear(&search.mistakes);
	return code;
}

EXPORT enum sriov_code sriov_recovery_run_all(struct sriov_context *context,
					      struct sriov_recovery_list **list,
					      struct sriov_error **error)
{
	struct sriov_recovery_list *made = NULL;
	enum sriov_code code;

	if (list)
		*list = NULL;
	if (!context)
		return error_null(error, "context");
	made = list_new();
	if (!made)
		return error_no_memory(error);
	code = recovery_run(context, NULL, made, error);
	if (list && (!code || code == SRIOV_CODE_PARTIAL))
		*list = made;
	else
		sriov_recovery_list_unref(made);
	return code;
}
