/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Parameters and what is said of them.
 */
#include "gadget.h"

/**
 * @brief Paints it.
 * @param gadget may be NULL.
 * @param colour the colour.
 * @param shade
 * @param gadget is told twice.
 * @since 0.1
 */
/* refused: sriov_gadget_paint() has no parameter colour */
/* refused: sriov_gadget_paint(): @param gadget is there 2 times */
/* refused: sriov_gadget_paint(): @param shade says nothing */
/* refused: sriov_gadget_paint(): no @param color */
void sriov_gadget_paint(struct sriov_gadget *gadget, int color, int shade);

/**
 * @brief Hides it.
 * @since 0.1
 */
/* refused: sriov_gadget_hide() has a parameter without a name */
void sriov_gadget_hide(struct sriov_gadget *);
