/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "talk.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "protocol.h"

static int ask(const char *directory, const char *line, struct protocol_answer *answer)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0);
	struct protocol_request request = {.kind = PROTOCOL_TELL};
	ssize_t length = -1;

	snprintf(address.sun_path, sizeof(address.sun_path), "%s/kernel", directory);
	snprintf(request.text, sizeof(request.text), "%s", line);
	if (!connect(fd, (struct sockaddr *)&address, sizeof(address)) &&
	    send(fd, &request, offsetof(struct protocol_request, text) + strlen(request.text),
		 MSG_NOSIGNAL) > 0)
		length = recv(fd, answer, sizeof(*answer) - 1, 0);
	close(fd);
	if (length < (ssize_t)PROTOCOL_ANSWER_SIZE)
		return EIO;
	((char *)answer)[length] = '\0';
	return answer->number;
}

char *talk(const char *directory, const char *line)
{
	struct protocol_answer *answer = malloc(sizeof(*answer));
	char *text = NULL;

	if (!answer)
		return NULL;
	errno = ask(directory, line, answer);
	if (!errno)
		text = strdup(answer->text);
	free(answer);
	return text;
}
