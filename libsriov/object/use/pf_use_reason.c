/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/list.h"
#include "base/text.h"
#include "object/use/pf_use.h"

struct sriov_pf_use_reason {
	struct object object;
	enum sriov_pf_use_kind kind;
	struct sriov_string_list *chain;
	char *gateway;
	char *mount_point;
	int vf_index;
	char *message;
};

OBJECT_REFERENCES(pf_use_reason)
OBJECT_LIST(pf_use_reason)

static void destroy(void *object)
{
	struct sriov_pf_use_reason *reason = object;

	sriov_string_list_unref(reason->chain);
	free(reason->gateway);
	free(reason->mount_point);
	free(reason->message);
}

/* NULL and "" are none. */
static bool copy(char **field, const char *text)
{
	if (!text || !text[0])
		return true;
	*field = strdup(text);
	return *field;
}

static struct sriov_pf_use_reason *make(const struct pf_use_facts *facts, char *message)
{
	struct sriov_pf_use_reason *reason = object_new(sizeof(*reason), destroy);

	if (!reason) {
		free(message);
		return NULL;
	}
	reason->kind = facts->kind;
	reason->vf_index = facts->vf_index;
	reason->message = message;
	reason->chain = facts->chain ? sriov_string_list_ref(facts->chain) : string_list_new();
	if (message && reason->chain && copy(&reason->gateway, facts->gateway) &&
	    copy(&reason->mount_point, facts->mount_point))
		return reason;
	sriov_pf_use_reason_unref(reason);
	return NULL;
}

static bool says(const struct sriov_pf_use_reason_list *reasons, const char *message)
{
	for (size_t i = 0; i < list_get_count(reasons); i++)
		if (!strcmp(sriov_pf_use_reason_list_get(reasons, i)->message, message))
			return true;
	return false;
}

enum sriov_code pf_use_add(struct sriov_pf_use *use, const struct pf_use_facts *facts,
			   char *message, struct sriov_error **error)
{
	struct sriov_pf_use_reason *reason;

	if (message && says(use->reasons, message)) {
		free(message);
		return SRIOV_CODE_OK;
	}
	reason = make(facts, message);
	return reason && list_add(use->reasons, reason) ? SRIOV_CODE_OK : error_no_memory(error);
}

EXPORT enum sriov_pf_use_kind sriov_pf_use_reason_get_kind(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->kind : SRIOV_PF_USE_KIND_UNKNOWN;
}

EXPORT const struct sriov_string_list *
sriov_pf_use_reason_get_chain(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->chain : NULL;
}

EXPORT const char *sriov_pf_use_reason_get_gateway(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->gateway : NULL;
}

EXPORT const char *sriov_pf_use_reason_get_mount_point(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->mount_point : NULL;
}

EXPORT int sriov_pf_use_reason_get_vf_index(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->vf_index : -1;
}

EXPORT const char *sriov_pf_use_reason_get_message(const struct sriov_pf_use_reason *reason)
{
	return reason ? reason->message : NULL;
}
