/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Numbers of what?
 */
#include "gadget.h"

/**
 * @brief How fast it is.
 * @param gadget may be NULL.
 * @return the speed.
 * @since 0.1
 */
/* refused: sriov_gadget_get_speed(): speed says no unit, such as _bits, _bytes, _mbps, _ms, _mts,
 * _s, _ticks or _us */
unsigned int sriov_gadget_get_speed(const struct sriov_gadget *gadget);

/**
 * @brief How long it waits.
 * @param gadget may be NULL.
 * @param timeout how long.
 * @since 0.1
 */
/* refused: sriov_gadget_set_patience(): timeout says no unit, such as _bits, _bytes, _mbps, _ms,
 * _mts, _s, _ticks or _us */
void sriov_gadget_set_patience(struct sriov_gadget *gadget, int timeout);
