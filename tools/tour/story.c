/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "story.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLUMNS 96
#define INDENT	4

void story_begin(struct story *story, bool json)
{
	*story = (struct story) {.json = json};
	if (json)
		printf("{\"steps\": [");
}

static void print_json(const char *text)
{
	putchar('"');
	for (; *text; text++) {
		if (*text == '"' || *text == '\\')
			printf("\\%c", *text);
		else if ((unsigned char)*text < ' ')
			printf("\\u%04x", (unsigned char)*text);
		else
			putchar(*text);
	}
	putchar('"');
}

void story_step(struct story *story, const char *number, const char *title)
{
	if (story->json) {
		printf("%s{\"step\": \"%s\", \"title\": ", story->begun ? "]}, " : "", number);
		print_json(title);
		printf(", \"lines\": [");
	} else {
		printf("%s%s  %s\n", story->begun ? "\n" : "", number, title);
	}
	story->begun = true;
	story->line_begun = false;
	fflush(stdout);
}

/* How much of the text fits in a line: up to a space, or all of it. */
static size_t fit(const char *text, size_t room)
{
	size_t length = strlen(text);

	if (length <= room)
		return length;
	for (length = room; length && text[length] != ' '; length--)
		;
	return length ? length : strcspn(text, " ");
}

/* A further line stands under the first one, right of its mark. */
static void print_wrapped(const char *mark, const char *text)
{
	size_t begin = strspn(text, " -"), indent = INDENT + strlen(mark) + begin, length;

	printf("%*s%s%.*s", INDENT, "", mark, (int)begin, text);
	for (text += begin; *text; text += length + strspn(text + length, " ")) {
		length = fit(text, COLUMNS - indent);
		printf("%.*s\n", (int)length, text);
		if (text[length])
			printf("%*s", (int)indent, "");
	}
}

static void print_line(struct story *story, const char *kind, const char *mark, const char *text)
{
	/* A command is there to be copied, in one piece. */
	if (!story->json && !strcmp(kind, "by_hand"))
		printf("%*s%s%s\n", INDENT, "", mark, text);
	else if (!story->json)
		print_wrapped(mark, text);
	if (!story->json)
		return;
	printf("%s{\"%s\": ", story->line_begun ? ", " : "", kind);
	print_json(text);
	putchar('}');
	story->line_begun = true;
}

static void print_format(struct story *story, const char *kind, const char *mark,
			 const char *format, va_list arguments)
{
	char *text = NULL;

	if (vasprintf(&text, format, arguments) < 0)
		return;
	print_line(story, kind, mark, text);
	free(text);
}

void story_say(struct story *story, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_format(story, "fact", "", format, arguments);
	va_end(arguments);
}

void story_hand(struct story *story, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_format(story, "by_hand", "by hand: ", format, arguments);
	va_end(arguments);
}

void story_warn(struct story *story, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	print_format(story, "warning", "! ", format, arguments);
	va_end(arguments);
}

void story_quote(struct story *story, const char *text)
{
	if (story->json) {
		print_line(story, "text", "", text);
		return;
	}
	printf("        ");
	for (; *text; text++) {
		putchar(*text);
		if (*text == '\n' && text[1])
			printf("        ");
	}
}

void story_end(struct story *story)
{
	if (story->json)
		printf("%s], \"troubles\": %u}\n", story->begun ? "]}" : "", story->troubles);
	else if (story->troubles)
		printf("\n%u step%s did not work: see the lines with \"!\".\n", story->troubles,
		       story->troubles == 1 ? "" : "s");
}
