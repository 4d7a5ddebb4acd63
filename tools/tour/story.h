/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* How the tour speaks: to a person, or as JSON to a program. */
#ifndef STORY_H
#define STORY_H

#include <stdbool.h>

#define SAYS(text, first) __attribute__((format(printf, text, first)))

struct story {
	bool json;
	bool begun;
	bool line_begun;
	unsigned int troubles;
};

void story_begin(struct story *story, bool json);
void story_step(struct story *story, const char *number, const char *title);

/* What was found or done. */
SAYS(2, 3) void story_say(struct story *story, const char *format, ...);

/* The command that would have done it by hand. */
SAYS(2, 3) void story_hand(struct story *story, const char *format, ...);

/* What does not work, or will not. */
SAYS(2, 3) void story_warn(struct story *story, const char *format, ...);

/* A text of many lines, such as a definition. */
void story_quote(struct story *story, const char *text);

void story_end(struct story *story);

#endif
