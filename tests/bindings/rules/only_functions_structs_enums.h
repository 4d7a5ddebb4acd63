/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief What is neither function, struct nor enum.
 */
#include "gadget.h"

/** A shorter name. */
/* refused: typedef sriov_gadget_t: write the struct or enum out */
typedef struct sriov_gadget sriov_gadget_t;

/** How many there are. */
/* refused: variable sriov_gadget_count: a function has to give it */
extern int sriov_gadget_count;

/** One of two. */
/* refused: union sriov_either: no layout is public */
union sriov_either {
	/** A number. */
	int number;
};

/** The most there may be. */
/* refused: SRIOV_MOST is a macro: make it the value of an enum */
#define SRIOV_MOST 7

/** The next. */
/* refused: SRIOV_NEXT() is a macro with arguments: make it a function */
#define SRIOV_NEXT(number) ((number) + 1)
