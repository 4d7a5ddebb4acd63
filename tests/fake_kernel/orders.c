/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "orders.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

int orders_fail(struct orders *orders, const char *name)
{
	if (!orders->fail[0] || strcmp(orders->fail, name))
		return 0;
	orders->fail[0] = '\0';
	return orders->number;
}

bool orders_hold(struct orders *orders, const char *name)
{
	if (!orders->hold[0] || strcmp(orders->hold, name))
		return false;
	strcpy(orders->held, orders->hold);
	orders->hold[0] = '\0';
	return true;
}

struct call {
	struct host *host;
	struct orders *orders;
	FILE *stream;
	char words[3][64];
};

static int snapshot(const struct call *call)
{
	return host_take_snapshot(call->host, call->words[1]) ? 0 : ENOSPC;
}

/* What was to become of the next writes belongs to what is over. */
static int restore(const struct call *call)
{
	call->orders->fail[0] = call->orders->hold[0] = '\0';
	call->host->confused = 0;
	return host_restore(call->host, call->words[1]) ? 0 : ENOENT;
}

static int state(const struct call *call)
{
	host_describe(call->host, call->stream);
	return 0;
}

static int means(const struct call *call)
{
	host_describe_means(call->host, call->stream);
	return 0;
}

static int confuse(const struct call *call)
{
	call->host->confused = (unsigned int)atoi(call->words[1]);
	return 0;
}

static int load(const struct call *call)
{
	host_load(call->host, call->words[1]);
	return 0;
}

static int fail(const struct call *call)
{
	strcpy(call->orders->fail, call->words[1]);
	call->orders->number = atoi(call->words[2]);
	return 0;
}

static int hold(const struct call *call)
{
	strcpy(call->orders->hold, call->words[1]);
	return 0;
}

static int held(const struct call *call)
{
	if (call->orders->held[0])
		fprintf(call->stream, "%s\n", call->orders->held);
	return 0;
}

static int release(const struct call *call)
{
	call->orders->held[0] = '\0';
	call->orders->release = true;
	return 0;
}

/* That there is an answer says that all before was done. */
static int sync_all(const struct call *call)
{
	(void)call;
	return 0;
}

static int end(const struct call *call)
{
	call->orders->end = true;
	return 0;
}

static const struct {
	const char *name;
	int words;
	int (*work)(const struct call *call);
} calls[] = {
	{"snapshot", 2, snapshot}, {"restore", 2, restore}, {"state", 1, state},
	{"means", 1, means},	   {"load", 2, load},	    {"fail", 3, fail},
	{"hold", 2, hold},	   {"held", 1, held},	    {"release", 1, release},
	{"confuse", 2, confuse},   {"sync", 1, sync_all},   {"end", 1, end},
};

int tell(struct host *host, struct orders *orders, const char *line, char *text, size_t size)
{
	struct call call = {.host = host, .orders = orders};
	int count = sscanf(line, "%63s %63s %63s", call.words[0], call.words[1], call.words[2]);
	int number = EINVAL;

	text[0] = '\0';
	call.stream = fmemopen(text, size, "w");
	if (!call.stream)
		return ENOMEM;
	for (size_t i = 0; i < sizeof(calls) / sizeof(calls[0]); i++)
		if (!strcmp(call.words[0], calls[i].name) && count == calls[i].words)
			number = calls[i].work(&call);
	fclose(call.stream);
	return number;
}
