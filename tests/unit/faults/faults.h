/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The steps of test_faults: calls of the interface, in each of which every allocation fails in
 * turn. A file for each object, a step for each thing that it does.
 */
#ifndef TESTS_FAULTS_H
#define TESTS_FAULTS_H

#include "../unit.h"

#define CARD   "0000:01:00.0"
#define SECOND "0000:02:00.0"
#define VF     "0000:01:10.2"

/* Two VFs are in it together. */
#define SHARED_GROUP 77
#define HELD	     "0000:01:10.4" /* through VFIO */

/* What a step says when its result is not whole although the call succeeded. */
#define HALF ((enum sriov_code)1000)

enum faults_place {
	FAULTS_ANYWHERE,
	FAULTS_IN_NETWORK,
	FAULTS_WITH_MODULES,
};

/* Does one thing, of a host, of a device or of a PF, and frees what it got. */
struct step {
	const char *name;
	enum sriov_code (*run)(struct sriov_context *context, struct sriov_error **error);
	enum sriov_code (*on_device)(struct sriov_device *device, struct sriov_error **error);
	enum sriov_code (*on_pf)(struct sriov_pf *pf, struct sriov_error **error);
	/* The address of the device, the interface of the PF. */
	const char *target;
	/* What it comes to while memory lasts. */
	enum sriov_code code;
	enum faults_place where;
};

struct step_table {
	const struct step *steps;
	size_t count;
};

/* Ends the file of an object: its array "steps" becomes one of the tables of walk.c. */
#define STEPS(object)                                                                              \
	const struct step_table faults_##object = {steps, sizeof(steps) / sizeof(steps[0])};

#endif
