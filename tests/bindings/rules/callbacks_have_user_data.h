/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief Callbacks that know nothing of who set them.
 */
#include "gadget.h"

/**
 * @brief Nothing is handed on.
 * @param gadget may be NULL.
 * @param callback called now and then.
 * @since 0.1
 */
/* refused: sriov_gadget_set_bell(): no void *user_data after the callback */
/* refused: sriov_gadget_set_bell(): the callback gets no user_data first */
void sriov_gadget_set_bell(struct sriov_gadget *gadget, void (*callback)(int number));

/**
 * @brief Something is handed to nobody.
 * @param gadget may be NULL.
 * @param thing anything.
 * @since 0.1
 */
/* refused: sriov_gadget_set_thing(): a void * that is no callback's user_data */
void sriov_gadget_set_thing(struct sriov_gadget *gadget, void *thing);
