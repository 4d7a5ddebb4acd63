/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The modules that can hand a device to user space, by what their aliases say. */
#include "kernel/module_index.h"

#include <errno.h>
#include <fnmatch.h>
#include <libkmod.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/string_list.h"
#include "base/text.h"

/* What a module's alias begins with when it takes a device only by driver_override, for VFIO. */
#define PREFIX "vfio_"

/* Takes any device. */
#define COMMON_MODULE "vfio_pci"

/* The characters of a pattern that are no wildcard: the more, the fewer devices it is for. */
static size_t count_literals(const char *pattern)
{
	size_t count = 0;

	for (; *pattern; pattern++)
		count += *pattern != '*' && *pattern != '?';
	return count;
}

/* How well the best of its aliases fits; 0 when none does. */
static size_t weigh(const struct kmod_list *info, const char *alias)
{
	const struct kmod_list *entry = info;
	size_t best = 0, literals;
	const char *pattern;

	for (; entry; entry = kmod_list_next(info, entry)) {
		pattern = kmod_module_info_get_value(entry);
		if (strcmp(kmod_module_info_get_key(entry), "alias") || fnmatch(pattern, alias, 0))
			continue;
		literals = count_literals(pattern);
		best = literals > best ? literals : best;
	}
	return best;
}

/* The index does not say by which alias a module was found, so that the module is asked. */
static enum sriov_code weigh_module(const struct module_index *index, const char *name,
				    const char *alias, size_t *weight, struct sriov_error **error)
{
	struct kmod_module *module;
	struct kmod_list *info = NULL;
	enum sriov_code code = module_get(index, name, &module, error);

	*weight = 0;
	if (code)
		return code;
	errno = 0;
	/* One whose file cannot be read comes after those that can. */
	if (kmod_module_get_info(module, &info) >= 0)
		*weight = weigh(info, alias);
	else if (module_ran_out_of_memory())
		code = error_no_memory(error);
	kmod_module_info_free_list(info);
	kmod_module_unref(module);
	return code;
}

/* Weights of modules that were taken. */
#define TAKEN SIZE_MAX

static size_t find_heaviest(const size_t *weights, size_t count)
{
	size_t best = count;

	for (size_t i = 0; i < count; i++)
		if (weights[i] != TAKEN && (best == count || weights[i] > weights[best]))
			best = i;
	return best;
}

static enum sriov_code add_by_weight(const struct sriov_string_list *found, size_t *weights,
				     struct sriov_string_list *names, struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(found), best;

	while ((best = find_heaviest(weights, count)) < count) {
		weights[best] = TAKEN;
		if (!string_list_add(names, sriov_string_list_get(found, best)))
			return error_no_memory(error);
	}
	return SRIOV_CODE_OK;
}

/* All but the common one; a single variant, which is usual, need not be weighed. */
static enum sriov_code add_variants(const struct module_index *index, const char *alias,
				    const struct sriov_string_list *found,
				    struct sriov_string_list *names, struct sriov_error **error)
{
	size_t count = sriov_string_list_get_count(found);
	bool choice = count > 1u + string_list_has(found, COMMON_MODULE);
	CLEANUP(cleanup_free) size_t *weights = calloc(count + 1, sizeof(*weights));
	enum sriov_code code = weights ? SRIOV_CODE_OK : error_no_memory(error);
	const char *name;

	for (size_t i = 0; i < count && !code; i++) {
		name = sriov_string_list_get(found, i);
		if (!strcmp(name, COMMON_MODULE))
			weights[i] = TAKEN;
		else if (choice)
			code = weigh_module(index, name, alias, &weights[i], error);
	}
	return code ? code : add_by_weight(found, weights, names, error);
}

/* That of older kernels has no such alias. */
static enum sriov_code add_common(struct module_index *index, struct sriov_string_list *names,
				  struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct module_facts facts = {0};
	enum sriov_code code = module_index_find(index, COMMON_MODULE, &facts, &failure);

	free(facts.name);
	free(facts.path);
	if (!code)
		return string_list_add(names, COMMON_MODULE) ? code : error_no_memory(error);
	if (code != SRIOV_CODE_NOT_FOUND)
		return error_move(error, &failure);
	sriov_error_unref(failure);
	return SRIOV_CODE_OK;
}

static enum sriov_code fill(struct module_index *index, const char *alias,
			    struct sriov_string_list *names, struct sriov_error **error)
{
	struct sriov_string_list *found = NULL;
	enum sriov_code code = module_index_list_by_alias(index, alias, &found, error);

	if (!code)
		code = add_variants(index, alias, found, names, error);
	if (!code)
		code = add_common(index, names, error);
	sriov_string_list_unref(found);
	return code;
}

enum sriov_code module_index_list_vfio(struct module_index *index, const char *modalias,
				       struct sriov_string_list **names, struct sriov_error **error)
{
	struct text text = {0};
	CLEANUP(cleanup_free) char *alias = NULL;
	struct sriov_string_list *made = string_list_new();
	enum sriov_code code;

	text_add(&text, PREFIX "%s", modalias);
	alias = text_take(&text);
	code = made && alias ? fill(index, alias, made, error) : error_no_memory(error);
	if (code)
		sriov_string_list_unref(made);
	else
		*names = made;
	return code;
}
