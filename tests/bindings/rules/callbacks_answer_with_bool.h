/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief A callback whose answer nobody can give who has failed.
 */
#include "gadget.h"

/**
 * @brief How loud it is.
 * @param gadget may be NULL.
 * @param callback says so.
 * @param user_data handed to the callback.
 * @since 0.1
 */
/* refused: sriov_gadget_set_volume(): the callback returns neither nothing nor bool */
void sriov_gadget_set_volume(struct sriov_gadget *gadget, int (*callback)(void *user_data),
			     void *user_data);

/**
 * @brief Whether it is to be stopped is no such answer.
 * @param gadget may be NULL.
 * @param callback says so.
 * @param user_data handed to the callback.
 * @since 0.1
 */
void sriov_gadget_set_stop(struct sriov_gadget *gadget, bool (*callback)(void *user_data),
			   void *user_data);
