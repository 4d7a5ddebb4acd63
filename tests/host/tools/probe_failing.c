// SPDX-License-Identifier: LGPL-2.1-or-later
/* Commands while the kernel fails to allocate memory, once. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "probe.h"

#define SWITCH "/proc/thread-self/fail-nth"

static char output[1 << 20];

static int open_switch(int flags)
{
	int fd = open(SWITCH, flags | O_CLOEXEC);

	if (fd < 0) {
		perror(SWITCH);
		exit(2);
	}
	return fd;
}

/* Its own writing counts, too, unless it is the last that happens: so it does. */
static void write_switch(int fd, const char *number)
{
	if (write(fd, number, strlen(number)) < 0) {
		perror(SWITCH);
		exit(2);
	}
}

/* The number of allocations that were still to come before the one that fails; 0 when it came. */
static long long read_switch(int fd)
{
	char number[32] = "";

	return pread(fd, number, sizeof(number) - 1, 0) > 0 ? atoll(number) : -1;
}

/* What is printed goes out in one piece, when all is over. */
static enum sriov_code fail_nth(struct call *call)
{
	const char *number = call->words[0];
	const struct command *command = number ? find_command(call->words[1]) : NULL;
	enum sriov_code code;
	long long left;
	int fd;

	if (!command)
		exit(2);
	setvbuf(stdout, output, _IOFBF, sizeof(output));
	fd = open_switch(O_RDWR);
	call->words += 2;
	write_switch(fd, number);
	code = command->run(call);
	left = read_switch(fd);
	write_switch(fd, "0");
	close(fd);
	json_number("left", left);
	return code;
}

const struct command failing_commands[] = {
	{"fail-nth", "NUMBER COMMAND [WORD]...", fail_nth},
	{0},
};
