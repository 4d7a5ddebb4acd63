/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/lease/claim.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>

#include "base/error.h"
#include "kernel/directory.h"

/* Who has just locked a file has not yet written who he is: nobody is given this long to do so. */
#define INSTANT_MS 10

/*
 * Who looks whether a file is locked shares its lock for an instant. That is no reason to say that
 * somebody has it, unless it does not end.
 */
#define LONGEST_LOOK_MS 1000

#define LONGEST_PAUSE_MS 20

/* What is being taken, and how far it has come. */
struct taking {
	struct sriov_context *context;
	const char *folder;
	const char *address;
	struct claim *claim;
	uint64_t begin_ms;
	uint32_t wait_ms;
	uint32_t pause_ms;
};

static uint64_t get_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

static void sleep_ms(uint64_t duration_ms)
{
	const struct timespec pause = {.tv_sec = (time_t)(duration_ms / 1000),
				       .tv_nsec = (long)(duration_ms % 1000) * 1000000};

	nanosleep(&pause, NULL);
}

static enum sriov_code fail(const struct taking *taking, int number, const char *operation,
			    struct sriov_error **error)
{
	error_set_system(error, number, operation, NULL, "%s the %s of %s", operation,
			 taking->folder, taking->address);
	error_set_device(error, taking->address);
	return error_code_of(number);
}

static enum sriov_code open_file(struct taking *taking, struct sriov_error **error)
{
	CLEANUP(directory_close) struct directory folder = {0};
	const struct directory *runtime;
	enum sriov_code code = context_get_runtime(taking->context, &runtime, error);

	if (!code)
		code = directory_open_below(runtime, taking->folder, &folder, error);
	if (!code)
		code = directory_open_file(&folder, taking->address, O_RDWR | O_CREAT,
					   &taking->claim->fd, error);
	return code;
}

/* Somebody who cleans up may have removed it: then it is another file that the others lock. */
static bool is_removed(int fd)
{
	struct stat status;

	return !fstat(fd, &status) && !status.st_nlink;
}

static bool read_record(int fd, char record[OWNER_RECORD_SIZE])
{
	ssize_t length = pread(fd, record, OWNER_RECORD_SIZE - 1, 0);

	record[length > 0 ? length : 0] = '\0';
	return length >= 0;
}

static bool clear_record(int fd)
{
	return !ftruncate(fd, 0);
}

static bool write_record(int fd, const struct sriov_owner *owner)
{
	char record[OWNER_RECORD_SIZE];
	size_t length = owner_write(owner, record);

	if (!clear_record(fd))
		return false;
	/* Of a part only that was written. */
	errno = ENOSPC;
	return pwrite(fd, record, length, 0) == (ssize_t)length;
}

/* Whether all who have it locked share the lock. */
static bool is_only_looked_at(int fd)
{
	return !flock(fd, LOCK_SH | LOCK_NB) && !flock(fd, LOCK_UN);
}

static bool is_over(const struct taking *taking, uint32_t at_least_ms)
{
	uint64_t passed_ms = get_now_ms() - taking->begin_ms;

	return taking->wait_ms != CLAIM_WAIT_FOR_EVER && passed_ms >= taking->wait_ms &&
	       passed_ms >= at_least_ms;
}

static void pause_between(struct taking *taking)
{
	uint64_t passed_ms = get_now_ms() - taking->begin_ms, pause_ms = taking->pause_ms;

	/* Not beyond the end; what is waited for after that is short. */
	if (passed_ms >= taking->wait_ms)
		pause_ms = 1;
	else if (taking->wait_ms - passed_ms < pause_ms)
		pause_ms = taking->wait_ms - passed_ms;
	sleep_ms(pause_ms);
	taking->pause_ms *= 2;
	if (taking->pause_ms > LONGEST_PAUSE_MS)
		taking->pause_ms = LONGEST_PAUSE_MS;
}

/* BUSY with the other owner when it took too long; else it was waited for a while. */
static enum sriov_code wait_for(struct taking *taking, bool only_looked_at,
				struct sriov_owner **other, struct sriov_error **error)
{
	char record[OWNER_RECORD_SIZE];
	enum sriov_code code;

	if (!is_over(taking, only_looked_at ? LONGEST_LOOK_MS : 0)) {
		pause_between(taking);
		return SRIOV_CODE_OK;
	}
	if (!read_record(taking->claim->fd, record))
		return fail(taking, errno, "read", error);
	code = owner_parse(taking->context, record, other, error);
	if (code)
		return code;
	if ((*other)->pid)
		return SRIOV_CODE_BUSY;
	sriov_owner_unref(*other);
	*other = NULL;
	if (is_over(taking, INSTANT_MS))
		return owner_new_silent(taking->context, taking->claim->fd, other, error)
			       ? SRIOV_CODE_NO_MEMORY
			       : SRIOV_CODE_BUSY;
	pause_between(taking);
	return SRIOV_CODE_OK;
}

static void close_file(struct claim *claim)
{
	cleanup_close(&claim->fd);
	*claim = CLAIM_NONE;
}

/* Until the file is locked that has this name then. */
static enum sriov_code lock_file(struct taking *taking, struct sriov_owner **other,
				 struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;

	while (!code) {
		if (taking->claim->fd < 0) {
			code = open_file(taking, error);
			continue;
		}
		if (!flock(taking->claim->fd, LOCK_EX | LOCK_NB)) {
			if (!is_removed(taking->claim->fd))
				return SRIOV_CODE_OK;
			close_file(taking->claim);
		} else if (errno == EWOULDBLOCK) {
			code = wait_for(taking, is_only_looked_at(taking->claim->fd), other, error);
		} else if (errno != EINTR) {
			code = fail(taking, errno, "lock", error);
		}
	}
	return code;
}

enum sriov_code claim_take(struct sriov_context *context, const char *folder, const char *address,
			   const char *text, uint32_t wait_ms, struct claim *claim,
			   struct sriov_owner **other, struct sriov_error **error)
{
	struct taking taking = {.context = context,
				.folder = folder,
				.address = address,
				.claim = claim,
				.begin_ms = get_now_ms(),
				.wait_ms = wait_ms,
				.pause_ms = 1};
	struct sriov_owner *owner;
	enum sriov_code code;

	*claim = CLAIM_NONE;
	*other = NULL;
	code = owner_new_own(context, text, &owner, error);
	if (!code)
		code = lock_file(&taking, other, error);
	if (!code) {
		claim->maker = getpid();
		owner->since_s = (uint64_t)time(NULL);
		if (!write_record(claim->fd, owner))
			code = fail(&taking, errno, "write", error);
	}
	if (code)
		claim_release(claim);
	sriov_owner_unref(owner);
	return code;
}

void claim_hand_over(struct claim *claim, const struct sriov_owner *owner)
{
	if (claim->fd < 0 || claim->maker != getpid())
		return;
	if (owner)
		write_record(claim->fd, owner);
	claim->maker = 0;
}

void claim_release(struct claim *claim)
{
	if (claim->fd >= 0 && claim->maker == getpid())
		clear_record(claim->fd);
	/* Unlocking by hand would take it from those who have a copy. */
	close_file(claim);
}

void claim_end(struct claim *claim)
{
	if (claim->fd >= 0 && claim->maker == getpid()) {
		clear_record(claim->fd);
		flock(claim->fd, LOCK_UN);
	}
	close_file(claim);
}

static enum sriov_code find_file(struct sriov_context *context, const char *folder_name,
				 const char *address, int *fd, struct sriov_error **error)
{
	CLEANUP(error_cleanup) struct sriov_error *failure = NULL;
	CLEANUP(directory_close) struct directory folder = {0};
	const struct directory *runtime;
	enum sriov_code code = context_find_runtime(context, &runtime, error);

	*fd = -1;
	if (code || !runtime)
		return code;
	code = directory_find_below(runtime, folder_name, &folder, error);
	if (code || !folder.path)
		return code;
	code = directory_open_file(&folder, address, O_RDONLY, fd, &failure);
	return code && code != SRIOV_CODE_NOT_FOUND ? error_move(error, &failure) : SRIOV_CODE_OK;
}

/* Those who only look do not disturb each other: their lock is a shared one. */
enum sriov_code claim_read_owner(struct sriov_context *context, const char *folder,
				 const char *address, struct sriov_owner **owner,
				 struct sriov_error **error)
{
	struct claim claim = CLAIM_NONE;
	struct taking taking = {.context = context,
				.folder = folder,
				.address = address,
				.claim = &claim,
				.begin_ms = get_now_ms(),
				.pause_ms = 1};
	enum sriov_code code;

	*owner = NULL;
	code = find_file(context, folder, address, &claim.fd, error);
	while (!code && claim.fd >= 0 && flock(claim.fd, LOCK_SH | LOCK_NB)) {
		if (errno == EWOULDBLOCK)
			code = wait_for(&taking, false, owner, error);
		else if (errno != EINTR)
			code = fail(&taking, errno, "lock", error);
	}
	close_file(&claim);
	return code == SRIOV_CODE_BUSY && *owner ? SRIOV_CODE_OK : code;
}
