/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include <stddef.h>
#include <sys/syscall.h>

#include "tracer.h"

#define CALL(name)                                                                                 \
	{                                                                                          \
		SYS_##name, #name                                                                  \
	}

/* Those of a program that uses the library; where it stands for the kernel, its write. */
static const struct {
	long number;
	const char *name;
} names[] = {
	CALL(bind),	  CALL(brk),	    CALL(clone),      CALL(clone3),	CALL(close),
	CALL(connect),	  CALL(exit_group), CALL(faccessat),  CALL(fcntl),	CALL(fdatasync),
	CALL(flock),	  CALL(fstat),	    CALL(fsync),      CALL(ftruncate),	CALL(futex),
	CALL(getdents64), CALL(getpid),	    CALL(getrandom),  CALL(getsockopt), CALL(ioctl),
	CALL(kill),	  CALL(linkat),	    CALL(lseek),      CALL(mkdirat),	CALL(mmap),
	CALL(mprotect),	  CALL(munmap),	    CALL(newfstatat), CALL(openat),	CALL(openat2),
	CALL(pidfd_open), CALL(pipe2),	    CALL(ppoll),      CALL(pread64),	CALL(pwrite64),
	CALL(read),	  CALL(readlinkat), CALL(recvmsg),    CALL(renameat2),	CALL(sendmsg),
	CALL(setsockopt), CALL(socket),	    CALL(unlinkat),   CALL(wait4),	CALL(waitid),
	CALL(write),	  CALL(writev),
#ifdef SYS_open
	CALL(access),	  CALL(mkdir),	    CALL(open),	      CALL(poll),	CALL(readlink),
	CALL(rename),	  CALL(stat),	    CALL(unlink),
#endif

};

const char *trace_name_call(long call)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (names[i].number == call)
			return names[i].name;
	return call < 0 ? "never reached" : "another one";
}
