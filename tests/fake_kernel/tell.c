/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells a fake kernel something, from a shell. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "talk.h"

int main(int count, char **words)
{
	char line[256] = "", *text;

	if (count < 3) {
		fputs("usage: tell DIRECTORY WORD...\n", stderr);
		return EXIT_FAILURE;
	}
	for (int i = 2; i < count; i++)
		snprintf(line + strlen(line), sizeof(line) - strlen(line), "%s ", words[i]);
	text = talk(words[1], line);
	if (!text) {
		perror(line);
		return EXIT_FAILURE;
	}
	fputs(text, stdout);
	free(text);
	return EXIT_SUCCESS;
}
