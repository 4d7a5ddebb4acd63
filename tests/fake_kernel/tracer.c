/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "tracer.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "registers.h"

/* What a program may take. */
#define PATIENCE 60

#define SYSTEM_CALL_STOP (SIGTRAP | 0x80)

/* Libraries whose calls are not the program's: the one that stands for the kernel comes first. */
static const char *const foreign[] = {"/preload.so", "/libasan.so", "/libubsan.so"};

#define FOREIGN_COUNT (sizeof(foreign) / sizeof(foreign[0]))

struct tracing {
	const struct trace_order *order;
	struct trace_result *result;
	pid_t program;
	pid_t at_place;	   /* the thread whose call is the one; 0 for none */
	pid_t last_let_go; /* a process that the program started */
	struct {
		uint64_t start;
		uint64_t end;
	} foreign[FOREIGN_COUNT]; /* where the code of these is; nowhere when they are not there */
};

/* The number comes first: it is the program's only when it is its own. */
static pid_t begin(char *const *words)
{
	pid_t child = fork();
	char number[16];

	if (child)
		return child;
	snprintf(number, sizeof(number), "%d", getpid());
	setenv("FAKE_KERNEL_TRACED", number, 1);
	ptrace(PTRACE_TRACEME, 0, NULL, NULL);
	execvp(words[0], words);
	fprintf(stderr, "%s: %s\n", words[0], strerror(errno));
	_exit(127);
}

/* --- Who made the call ------------------------------------------------------------------------ */

static void find_code(struct tracing *tracing, const char *line)
{
	unsigned long start, end;
	char rights[8];

	if (sscanf(line, "%lx-%lx %7s", &start, &end, rights) != 3 || rights[2] != 'x')
		return;
	for (size_t i = 0; i < FOREIGN_COUNT; i++) {
		if (!strstr(line, foreign[i]))
			continue;
		tracing->foreign[i].start = start;
		tracing->foreign[i].end = end;
	}
}

static void find_libraries(struct tracing *tracing)
{
	char path[64], line[512];
	FILE *maps;

	snprintf(path, sizeof(path), "/proc/%d/maps", tracing->program);
	maps = fopen(path, "re");
	while (maps && fgets(line, sizeof(line), maps))
		find_code(tracing, line);
	if (maps)
		fclose(maps);
}

/*
 * What these libraries do is no call of the program's, but for the one write to the fake kernel:
 * that is the call that it stands for. A sanitizer ends the program when one of its own calls
 * fails.
 */
static bool counts(const struct tracing *tracing, const struct __ptrace_syscall_info *call)
{
	size_t i = 0;

	while (i < FOREIGN_COUNT && (call->instruction_pointer < tracing->foreign[i].start ||
				     call->instruction_pointer >= tracing->foreign[i].end))
		i++;
	return i == FOREIGN_COUNT ||
	       (i == 0 && (call->entry.nr == SYS_write || call->entry.nr == SYS_writev));
}

/* These have no failure, or none that anybody could live with. */
static bool can_fail(long call)
{
	switch (call) {
	case SYS_exit:
	case SYS_exit_group:
	case SYS_rt_sigreturn:
	case SYS_rt_sigprocmask:
	case SYS_restart_syscall:
	case SYS_brk:
	case SYS_futex:
	case SYS_getpid:
	case SYS_gettid:
	case SYS_getppid:
	case SYS_getuid:
	case SYS_geteuid:
	case SYS_getgid:
	case SYS_getegid:
	case SYS_set_robust_list:
	case SYS_rseq:
	case SYS_munmap:
		return false;
	default:
		return true;
	}
}

/* --- What is done at the place ---------------------------------------------------------------- */

static void kill_program(const struct tracing *tracing)
{
	kill(tracing->program, SIGKILL);
}

static void enter(struct tracing *tracing, pid_t thread, const struct __ptrace_syscall_info *call)
{
	const struct trace_order *order = tracing->order;
	long number = (long)call->entry.nr;

	if (!counts(tracing, call) || ++tracing->result->calls != order->at)
		return;
	tracing->result->call = number;
	if (order->action == TRACE_KILL_BEFORE) {
		registers_skip_call(thread);
		kill_program(tracing);
	}
	if (order->action == TRACE_KILL_AFTER || (order->action == TRACE_FAIL && can_fail(number)))
		tracing->at_place = thread;
	/* A file is closed even when that fails. */
	if (order->action == TRACE_FAIL && tracing->at_place && number != SYS_close)
		registers_skip_call(thread);
}

static void leave(struct tracing *tracing, pid_t thread)
{
	if (tracing->at_place != thread)
		return;
	tracing->at_place = 0;
	if (tracing->order->action == TRACE_FAIL)
		registers_set_result(thread, -tracing->order->number);
	else
		kill_program(tracing);
}

static void look_at_call(struct tracing *tracing, pid_t thread)
{
	struct __ptrace_syscall_info call;

	if (ptrace(PTRACE_GET_SYSCALL_INFO, thread, sizeof(call), &call) <= 0)
		return;
	if (call.op == PTRACE_SYSCALL_INFO_ENTRY)
		enter(tracing, thread, &call);
	else if (call.op == PTRACE_SYSCALL_INFO_EXIT)
		leave(tracing, thread);
}

/* --- Threads, processes and signals ----------------------------------------------------------- */

static bool is_thread(const struct tracing *tracing, pid_t thread)
{
	char path[64];

	snprintf(path, sizeof(path), "/proc/%d/task/%d", tracing->program, thread);
	return !access(path, F_OK);
}

static void let_go(struct tracing *tracing, pid_t process)
{
	tracing->last_let_go = process;
	ptrace(PTRACE_DETACH, process, NULL, 0);
}

/* A process that does not say SIGCHLD at its end looks like a thread at first. */
static void meet(struct tracing *tracing, pid_t parent)
{
	unsigned long made = 0;

	ptrace(PTRACE_GETEVENTMSG, parent, NULL, &made);
	if (is_thread(tracing, (pid_t)made) || (pid_t)made == tracing->last_let_go)
		return;
	if (waitpid((pid_t)made, NULL, __WALL) == (pid_t)made)
		let_go(tracing, (pid_t)made);
}

static void go_on(const struct tracing *tracing, pid_t thread, int signal)
{
	ptrace(tracing->foreign[0].end ? PTRACE_SYSCALL : PTRACE_CONT, thread, NULL, signal);
}

/* The library says by a signal that the loader is done; others are the program's own. */
static void look_at_signal(struct tracing *tracing, pid_t thread, int signal)
{
	if (thread != tracing->program && !is_thread(tracing, thread)) {
		let_go(tracing, thread);
		return;
	}
	if (signal == SIGTRAP && !tracing->foreign[0].end) {
		find_libraries(tracing);
		tracing->result->counted = tracing->foreign[0].end > 0;
		signal = 0;
	}
	/* Every new thread begins with one. */
	go_on(tracing, thread, signal == SIGSTOP ? 0 : signal);
}

static void look(struct tracing *tracing, pid_t thread, int status)
{
	if (status >> 8 == (SIGTRAP | PTRACE_EVENT_CLONE << 8)) {
		meet(tracing, thread);
		go_on(tracing, thread, 0);
	} else if (WSTOPSIG(status) == SYSTEM_CALL_STOP) {
		look_at_call(tracing, thread);
		go_on(tracing, thread, 0);
	} else {
		look_at_signal(tracing, thread, WSTOPSIG(status));
	}
}

static void ignore(int signal)
{
	(void)signal;
}

static void follow(struct tracing *tracing)
{
	int status;

	for (;;) {
		pid_t thread = waitpid(-1, &status, __WALL);

		if (thread < 0 && errno == EINTR) {
			tracing->result->hung = true;
			kill_program(tracing);
		} else if (thread < 0) {
			return;
		} else if (WIFSTOPPED(status)) {
			look(tracing, thread, status);
		} else if (thread == tracing->program) {
			tracing->result->status = status;
			return;
		}
	}
}

bool trace_run(const struct trace_order *order, char *const *words, struct trace_result *result)
{
	const struct sigaction alarmed = {.sa_handler = ignore};
	struct tracing tracing = {.order = order, .result = result};
	int status;

	*result = (struct trace_result) {.call = -1};
	tracing.program = begin(words);
	if (tracing.program < 0 || waitpid(tracing.program, &status, __WALL) < 0)
		return false;
	if (!WIFSTOPPED(status)) {
		errno = ENOEXEC;
		return false;
	}
	if (ptrace(PTRACE_SETOPTIONS, tracing.program, NULL,
		   PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACECLONE | PTRACE_O_EXITKILL))
		return false;
	sigaction(SIGALRM, &alarmed, NULL);
	alarm(PATIENCE);
	go_on(&tracing, tracing.program, 0);
	follow(&tracing);
	alarm(0);
	return true;
}
