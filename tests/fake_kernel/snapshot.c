/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The state in words, and states to come back to. */
#include <string.h>

#include "host.h"

static struct snapshot *find_snapshot(struct host *host, const char *name)
{
	for (size_t i = 0; i < host->snapshot_count; i++)
		if (!strcmp(host->snapshots[i].name, name))
			return &host->snapshots[i];
	return NULL;
}

bool host_take_snapshot(struct host *host, const char *name)
{
	struct snapshot *snapshot = find_snapshot(host, name);

	if (!snapshot && host->snapshot_count == MOST_SNAPSHOTS)
		return false;
	if (!snapshot)
		snapshot = &host->snapshots[host->snapshot_count++];
	snprintf(snapshot->name, sizeof(snapshot->name), "%s", name);
	snapshot->state = host->now;
	return true;
}

static void restore_function(struct host *host, const struct found *found,
			     const struct function *wanted)
{
	struct function *function = found->function;

	if (strcmp(function->driver, wanted->driver)) {
		if (function->driver[0])
			host_unbind(host, found, function->driver);
		if (wanted->driver[0]) {
			/* With its name as the override any driver takes it. */
			host_set_override(host, found, wanted->driver);
			host_bind(host, found, wanted->driver);
		}
	}
	if (strcmp(function->override, wanted->override))
		host_set_override(host, found, wanted->override);
	function->settings = wanted->settings;
}

static void restore_pf(struct host *host, struct pf *pf, const struct pf *wanted)
{
	struct found found = {.pf = pf, .function = &pf->self, .vf_index = -1};

	restore_function(host, &found, &wanted->self);
	if (pf->vf_count != wanted->vf_count) {
		host_set_autoprobe(host, pf, false);
		host_set_vf_count(host, pf, 0);
		host_set_vf_count(host, pf, wanted->vf_count);
	}
	for (unsigned int i = 0; i < pf->vf_count; i++) {
		found.function = &pf->vfs[i];
		found.vf_index = (int)i;
		restore_function(host, &found, &wanted->vfs[i]);
	}
	if (pf->autoprobe != wanted->autoprobe)
		host_set_autoprobe(host, pf, wanted->autoprobe);
}

bool host_restore(struct host *host, const char *name)
{
	const struct snapshot *snapshot = find_snapshot(host, name);

	if (!snapshot)
		return false;
	for (size_t i = 0; i < host->now.pf_count; i++)
		restore_pf(host, &host->now.pfs[i], &snapshot->state.pfs[i]);
	return true;
}

/* --- In words --------------------------------------------------------------------------------- */

static void describe_settings(const struct vf_settings *settings, FILE *stream)
{
	const uint8_t *mac = settings->mac;

	fprintf(stream,
		" mac %02x:%02x:%02x:%02x:%02x:%02x vlan %u qos %u protocol %04x rates %u %u"
		" spoof %u trust %u rss %u link %u\n",
		mac[0], mac[1], mac[2], mac[3], mac[4], mac[5], settings->vlan, settings->qos,
		settings->vlan_protocol, settings->min_rate, settings->max_rate,
		settings->spoof_check, settings->trust, settings->rss_query, settings->link_state);
}

static void describe_driver(const struct function *function, FILE *stream)
{
	fprintf(stream, "%s driver %s\n", function->address,
		function->driver[0] ? function->driver : "none");
}

void host_describe(const struct host *host, FILE *stream)
{
	for (size_t i = 0; i < host->now.pf_count; i++) {
		const struct pf *pf = &host->now.pfs[i];

		describe_driver(&pf->self, stream);
		fprintf(stream, "%s vfs %u\n", pf->self.address, pf->vf_count);
		for (unsigned int j = 0; j < pf->vf_count; j++) {
			describe_driver(&pf->vfs[j], stream);
			fputs(pf->vfs[j].address, stream);
			describe_settings(&pf->vfs[j].settings, stream);
		}
	}
}

static void describe_override(const struct function *function, FILE *stream)
{
	if (function->override[0])
		fprintf(stream, "%s override %s\n", function->address, function->override);
}

void host_describe_means(const struct host *host, FILE *stream)
{
	for (size_t i = 0; i < host->now.pf_count; i++) {
		const struct pf *pf = &host->now.pfs[i];

		fprintf(stream, "%s autoprobe %d\n", pf->self.address, pf->autoprobe);
		describe_override(&pf->self, stream);
		for (unsigned int j = 0; j < pf->vf_count; j++)
			describe_override(&pf->vfs[j], stream);
	}
}
