/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/finding/finding.h"

#include <stdarg.h>
#include <string.h>

#include "base/list.h"
#include "base/string_list.h"
#include "base/text.h"

struct sriov_finding {
	struct object object;
	enum sriov_finding_code code;
	enum sriov_severity severity;
	/* where it was added, which keeps the order among equals */
	size_t position;
	bool failed;
	char *device;
	char *message;
	char *evidence;
	/* one command for each remedy, "" for none */
	struct sriov_string_list *remedies;
	struct sriov_string_list *commands;
};

OBJECT_REFERENCES(finding)
OBJECT_LIST(finding)

static void destroy(void *object)
{
	struct sriov_finding *finding = object;

	free(finding->device);
	free(finding->message);
	free(finding->evidence);
	sriov_string_list_unref(finding->remedies);
	sriov_string_list_unref(finding->commands);
}

struct sriov_finding *finding_new(enum sriov_finding_code code, enum sriov_severity severity,
				  const char *address)
{
	struct sriov_finding *finding = object_new(sizeof(*finding), destroy);

	if (!finding)
		return NULL;
	finding->code = code;
	finding->severity = severity;
	finding->device = address ? strdup(address) : NULL;
	finding->remedies = string_list_new();
	finding->commands = string_list_new();
	finding->failed = (address && !finding->device) || !finding->remedies || !finding->commands;
	return finding;
}

/* Gives NULL for want of memory. */
PRINTF_LIKE(1, 0) static char *format_text(const char *format, va_list arguments)
{
	struct text text = {0};

	text_add_list(&text, format, arguments);
	return text_take(&text);
}

static void replace(struct sriov_finding *finding, char **field, char *text)
{
	free(*field);
	*field = text;
	if (!text)
		finding->failed = true;
}

void finding_set_message(struct sriov_finding *finding, const char *format, ...)
{
	va_list arguments;

	if (!finding)
		return;
	va_start(arguments, format);
	replace(finding, &finding->message, format_text(format, arguments));
	va_end(arguments);
}

void finding_set_evidence(struct sriov_finding *finding, const char *format, ...)
{
	va_list arguments;

	if (!finding)
		return;
	va_start(arguments, format);
	replace(finding, &finding->evidence, format_text(format, arguments));
	va_end(arguments);
}

void finding_add_remedy(struct sriov_finding *finding, const char *command, const char *format, ...)
{
	va_list arguments;
	char *remedy;

	if (!finding || finding->failed)
		return;
	va_start(arguments, format);
	remedy = format_text(format, arguments);
	va_end(arguments);
	finding->failed = !remedy || !string_list_add(finding->remedies, remedy) ||
			  !string_list_add(finding->commands, command ? command : "");
	free(remedy);
}

bool finding_list_add(struct sriov_finding_list *list, struct sriov_finding *finding)
{
	if (!finding || finding->failed) {
		sriov_finding_unref(finding);
		return false;
	}
	finding->position = list_get_count(list);
	return list_add(list, finding);
}

static int compare(const void *left, const void *right)
{
	const struct sriov_finding *one = *(struct sriov_finding *const *)left;
	const struct sriov_finding *other = *(struct sriov_finding *const *)right;

	if (one->severity != other->severity)
		return one->severity > other->severity ? -1 : 1;
	return one->position < other->position ? -1 : 1;
}

void finding_list_sort(struct sriov_finding_list *list)
{
	list_sort(list, compare);
}

EXPORT enum sriov_finding_code sriov_finding_get_code(const struct sriov_finding *finding)
{
	return finding ? finding->code : SRIOV_FINDING_CODE_NONE;
}

EXPORT const char *sriov_finding_get_code_name(const struct sriov_finding *finding)
{
	static const char *const names[] = {
		[SRIOV_FINDING_CODE_NONE] = "none",
		[SRIOV_FINDING_CODE_MAC_CHANGE_REFUSED] = "mac-change-refused",
		[SRIOV_FINDING_CODE_SPOOF_CHECK_DROPS] = "spoof-check-drops",
		[SRIOV_FINDING_CODE_LACP_OVER_VF] = "lacp-over-vf",
		[SRIOV_FINDING_CODE_NO_LINK_MONITORING] = "no-link-monitoring",
		[SRIOV_FINDING_CODE_SAME_MAC] = "same-mac",
	};

	return names[sriov_finding_get_code(finding)];
}

EXPORT enum sriov_severity sriov_finding_get_severity(const struct sriov_finding *finding)
{
	return finding ? finding->severity : SRIOV_SEVERITY_NOTE;
}

EXPORT const char *sriov_finding_get_device(const struct sriov_finding *finding)
{
	return finding ? finding->device : NULL;
}

EXPORT const char *sriov_finding_get_message(const struct sriov_finding *finding)
{
	return finding ? finding->message : NULL;
}

EXPORT const char *sriov_finding_get_evidence(const struct sriov_finding *finding)
{
	return finding ? finding->evidence : NULL;
}

EXPORT size_t sriov_finding_get_remedy_count(const struct sriov_finding *finding)
{
	return finding ? sriov_string_list_get_count(finding->remedies) : 0;
}

EXPORT const char *sriov_finding_get_remedy(const struct sriov_finding *finding, size_t position)
{
	return finding ? sriov_string_list_get(finding->remedies, position) : NULL;
}

EXPORT const char *sriov_finding_get_remedy_command(const struct sriov_finding *finding,
						    size_t position)
{
	const char *command = finding ? sriov_string_list_get(finding->commands, position) : NULL;

	return command && *command ? command : NULL;
}
