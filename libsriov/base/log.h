/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Finished lines for the caller's callback; nothing is formatted that nobody wants. */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include "sriov/context.h"

#include "base/common.h"

struct log {
	void (*callback)(void *user_data, enum sriov_log_level level, const char *text);
	void *user_data;
	enum sriov_log_level level;
};

PRINTF_LIKE(3, 4)
void log_add(const struct log *log, enum sriov_log_level level, const char *format, ...);

#endif
