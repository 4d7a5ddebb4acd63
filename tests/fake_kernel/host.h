/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What the fake kernel knows of its PFs and VFs. The made-up host's files follow it: whatever
 * changes it changes them in the same call.
 */
#ifndef TESTS_FAKE_KERNEL_HOST_H
#define TESTS_FAKE_KERNEL_HOST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define MOST_PFS       4
#define MOST_VFS       128
#define MOST_SNAPSHOTS 8

#define DRIVER_SIZE 64

struct vf_settings {
	uint8_t mac[6];
	uint16_t vlan_protocol;
	uint32_t vlan;
	uint32_t qos;
	uint32_t min_rate;
	uint32_t max_rate;
	uint32_t spoof_check;
	uint32_t trust;
	uint32_t rss_query;
	uint32_t link_state;
};

/* A PF or a VF: what every PCI device has, and what a VF is set to. */
struct function {
	char address[20];
	char driver[DRIVER_SIZE];   /* "" for none */
	char override[DRIVER_SIZE]; /* "" for none */
	struct vf_settings settings;
};

struct pf {
	char interface[16];
	int index; /* the VFs' interfaces have those from 100 times this on */
	bool autoprobe;
	unsigned int total;
	unsigned int vf_count;
	struct function self;
	struct function vfs[MOST_VFS];
};

/* No pointers: a copy of it is a snapshot. */
struct host_state {
	struct pf pfs[MOST_PFS];
	size_t pf_count;
};

struct snapshot {
	char name[32];
	struct host_state state;
};

struct host {
	struct fake *fake;
	struct host_state now;
	struct snapshot snapshots[MOST_SNAPSHOTS];
	size_t snapshot_count;
	unsigned int confused; /* so many more native drivers make up a MAC when they are bound */
};

/* A PF or VF that is there; the index is -1 for the PF itself. */
struct found {
	struct pf *pf;
	struct function *function;
	int vf_index;
};

/*
 * Two 82576 without VFs in a directory that must not be there yet; igb, igbvf and vfio-pci are
 * loaded. NULL when there is no memory.
 */
struct host *host_new(const char *directory, unsigned int vfs_of_each);
void host_free(struct host *host);

bool host_find(struct host *host, const char *address, struct found *found);

/* What a kernel does, and its errno, 0 for success. */
int host_set_vf_count(struct host *host, struct pf *pf, unsigned int count);
int host_set_autoprobe(struct host *host, struct pf *pf, bool autoprobe);
int host_set_override(struct host *host, const struct found *found, const char *name);
int host_probe(struct host *host, const struct found *found);
int host_bind(struct host *host, const struct found *found, const char *driver);
int host_unbind(struct host *host, const struct found *found, const char *driver);

/* The name of a VF's interface while it has one: "em1v0". */
void host_name_interface(const struct found *found, char name[32]);
int host_number_interface(const struct found *found);
bool host_has_interface(const struct found *found);

/* A driver is there from now on. */
void host_load(struct host *host, const char *driver);

/* Both say false when there is no such snapshot, or no room for it. */
bool host_take_snapshot(struct host *host, const char *name);
bool host_restore(struct host *host, const char *name);

/* A line for each fact: what is set, and the means to that end, which must not stay behind. */
void host_describe(const struct host *host, FILE *stream);
void host_describe_means(const struct host *host, FILE *stream);

#endif
