/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What the commands of the probe share. */
#ifndef PROBE_H
#define PROBE_H

#include <sriov/sriov.h>
#include <stddef.h>

/* One call of the command line: the words behind the command's name; a missing one is NULL. */
struct call {
	struct sriov_context *context;
	struct sriov_error *error;
	char **words;
};

struct command {
	const char *name;
	const char *words;
	enum sriov_code (*run)(struct call *call);
};

/* Each ends with an entry without a name. */
extern const struct command read_commands[];
extern const struct command apply_commands[];
extern const struct command attribute_commands[];
extern const struct command capability_commands[];
extern const struct command change_commands[];
extern const struct command deadline_commands[];
extern const struct command event_commands[];
extern const struct command failing_commands[];
extern const struct command group_commands[];
extern const struct command host_commands[];
extern const struct command kill_commands[];
extern const struct command lease_commands[];
extern const struct command plan_commands[];
extern const struct command list_commands[];
extern const struct command settings_commands[];
extern const struct command stale_commands[];
extern const struct command netdev_commands[];
extern const struct command vfio_commands[];
extern const struct command devlink_commands[];
extern const struct command vfio_device_commands[];
extern const struct command use_commands[];

/* NULL when there is none. */
const struct command *find_command(const char *name);

void put_error(const char *key, const struct sriov_error *error);
void put_strings(const char *key, const struct sriov_string_list *list);
void put_device(const char *key, const struct sriov_device *device);
void put_netdev(const char *key, const struct sriov_netdev *one);

/* The plan for a state in JSON. */
enum sriov_code make_plan(struct call *call, const char *json, struct sriov_plan **plan);

/* Recovers until nothing is under way any more, and tells what became of all. */
enum sriov_code recover_in_the_end(struct call *call);

long long now_ms(void);

/* A word as a number; what is none is 0. */
unsigned int number_of(const char *word);

/* "on" is true. */
bool truth_of(const char *word);

#endif
