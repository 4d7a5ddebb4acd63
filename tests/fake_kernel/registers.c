/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "registers.h"

#include <elf.h>
#include <stddef.h>
#include <sys/ptrace.h>
#include <sys/uio.h>
#include <sys/user.h>

#if defined(__x86_64__)
void registers_skip_call(pid_t thread)
{
	ptrace(PTRACE_POKEUSER, thread, offsetof(struct user_regs_struct, orig_rax), -1L);
}

void registers_set_result(pid_t thread, long result)
{
	ptrace(PTRACE_POKEUSER, thread, offsetof(struct user_regs_struct, rax), result);
}
#elif defined(__aarch64__)
#define NT_ARM_SYSTEM_CALL 0x404

void registers_skip_call(pid_t thread)
{
	int none = -1;
	struct iovec part = {&none, sizeof(none)};

	ptrace(PTRACE_SETREGSET, thread, (void *)NT_ARM_SYSTEM_CALL, &part);
}

void registers_set_result(pid_t thread, long result)
{
	struct user_regs_struct registers;
	struct iovec part = {&registers, sizeof(registers)};

	ptrace(PTRACE_GETREGSET, thread, (void *)NT_PRSTATUS, &part);
	registers.regs[0] = (unsigned long)result;
	ptrace(PTRACE_SETREGSET, thread, (void *)NT_PRSTATUS, &part);
}
#else
#error "system calls of this processor are not known here"
#endif
