/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "base/log.h"

#include <stdarg.h>

#include "base/text.h"

void log_add(const struct log *log, enum sriov_log_level level, const char *format, ...)
{
	CLEANUP(text_clear) struct text text = {0};
	va_list arguments;

	if (!log || !log->callback || level > log->level)
		return;
	va_start(arguments, format);
	text_add_list(&text, format, arguments);
	va_end(arguments);
	log->callback(log->user_data, level,
		      text.failed ? "out of memory for a log line" : text.data);
}
