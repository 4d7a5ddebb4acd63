/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * The netlink door against the running kernel. In a network namespace of the test's own changes are
 * made; without one nobody but root may make any, which is a verdict as well.
 */
#include "unit.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/if_link.h>
#include <linux/rtnetlink.h>
#include <netlink/attr.h>
#include <netlink/msg.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kernel/guard.h"
#include "kernel/link.h"
#include "kernel/netlink.h"
#include "kernel/netns.h"

/* The kernel gives it to the first interface of every namespace. */
#define LOOPBACK 1
#define NOBODY	 2147483647

/* More than one send takes, of bytes as of answers. */
#define MANY 30000

static struct netlink *netlink;

static void set_up(void)
{
	struct sriov_error *error = NULL;

	expect_success(netlink_open(NULL, &netlink, &error), error);
}

static void tear_down(void)
{
	netlink_close(netlink);
}

static struct nl_msg *make(int type, int index)
{
	struct ifinfomsg link = {.ifi_index = index};
	struct nl_msg *message = nlmsg_alloc_size(256);

	ck_assert_ptr_nonnull(message);
	ck_assert_ptr_nonnull(nlmsg_put(message, 0, 0, type, 0, 0));
	ck_assert_int_eq(nlmsg_append(message, &link, sizeof(link), NLMSG_ALIGNTO), 0);
	return message;
}

/* Asks about an interface; the index of the one that was answered about, or 0 for a failure. */
static int ask(int index, size_t *length, struct sriov_error **error)
{
	struct nl_msg *question = make(RTM_GETLINK, index);
	struct nlmsghdr *answer = NULL;
	const struct ifinfomsg *link;
	int found = 0;

	if (!netlink_ask(netlink, question, &answer, error)) {
		ck_assert_int_eq(answer->nlmsg_type, RTM_NEWLINK);
		link = nlmsg_data(answer);
		found = link->ifi_index;
		*length = answer->nlmsg_len;
	} else {
		ck_assert_ptr_null(answer);
	}
	free(answer);
	nlmsg_free(question);
	return found;
}

/* Root without a namespace of its own would change this very host. */
static bool is_safe(void)
{
	return unit_is_isolated() || geteuid() != 0;
}

/* The errno of a change: what the test expects where it may make changes. */
static int unless_forbidden(int number)
{
	return unit_is_isolated() ? number : EPERM;
}

/* Makes the changes and frees the messages. */
static void change(struct nl_msg **changes, size_t count, struct netlink_verdict *results)
{
	struct sriov_error *error = NULL;

	memset(results, 0xff, count * sizeof(*results));
	expect_success(netlink_change(netlink, NULL, changes, count, results, &error), error);
	for (size_t i = 0; i < count; i++)
		nlmsg_free(changes[i]);
}

START_TEST(question)
{
	struct sriov_error *error = NULL;
	size_t length;

	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	ck_assert_ptr_null(error);
	ck_assert_int_eq(ask(NOBODY, &length, &error), 0);
	ck_assert_int_eq(sriov_error_get_errno(error), ENODEV);
	ck_assert_int_eq(sriov_error_get_code(error), SRIOV_CODE_GONE);
	ck_assert_str_eq(sriov_error_get_operation(error), "netlink");
	sriov_error_unref(error);
	error = NULL;
	/* A refusal leaves the door as it was. */
	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
}
END_TEST

/* Every third is of an interface that is not there; the others change nothing. */
static void expect_verdicts(size_t count)
{
	struct netlink_verdict *results = calloc(count, sizeof(*results));
	struct nl_msg **changes = calloc(count, sizeof(struct nl_msg *));

	ck_assert(changes && results);
	for (size_t i = 0; i < count; i++)
		changes[i] = make(RTM_SETLINK, i % 3 ? LOOPBACK : NOBODY);
	change(changes, count, results);
	for (size_t i = 0; i < count; i++) {
		int wanted = unless_forbidden(i % 3 ? 0 : ENODEV);

		ck_assert_msg(results[i].number == wanted, "change %zu: %s instead of %s", i,
			      strerror(results[i].number), strerror(wanted));
		ck_assert_str_eq(results[i].reason, "");
	}
	free(changes);
	free(results);
}

START_TEST(verdicts)
{
	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	for (size_t count = 1; count < 8; count++)
		expect_verdicts(count);
	expect_verdicts(MANY);
	expect_verdicts(1);
}
END_TEST

/* Messages so long that the bytes of a send are the limit. */
START_TEST(many_bytes)
{
	static struct netlink_verdict results[MANY / 10];
	static struct nl_msg *changes[MANY / 10];
	char alias[200] = "";

	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	memset(alias, 'x', sizeof(alias) - 1);
	for (size_t i = 0; i < MANY / 10; i++) {
		changes[i] = make(RTM_SETLINK, LOOPBACK);
		ck_assert_int_eq(nla_put_string(changes[i], IFLA_IFALIAS, alias), 0);
	}
	change(changes, MANY / 10, results);
	for (size_t i = 0; i < MANY / 10; i++)
		ck_assert_int_eq(results[i].number, unless_forbidden(0));
}
END_TEST

START_TEST(nothing)
{
	struct sriov_error *error = NULL;

	expect_success(netlink_change(netlink, NULL, NULL, 0, NULL, &error), error);
}
END_TEST

/* The kernel says in words what it does not like of an attribute. */
START_TEST(reason)
{
	struct nl_msg *changes[] = {make(RTM_SETLINK, LOOPBACK), make(RTM_SETLINK, LOOPBACK)};
	struct netlink_verdict results[2];

	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	ck_assert_int_eq(nla_put_u8(changes[0], IFLA_MTU, 1), 0);
	change(changes, 2, results);
	UNIT_NEEDS(unit_is_isolated(), UNIT_NAMESPACE);
	ck_assert_int_ne(results[0].number, 0);
	ck_assert_str_ne(results[0].reason, "");
	ck_assert_int_eq(results[1].number, 0);
	ck_assert_str_eq(results[1].reason, "");
}
END_TEST

/* Each of these names makes the answer about the interface 132 bytes longer. */
START_TEST(long_answer)
{
	static struct netlink_verdict results[400];
	static struct nl_msg *changes[400];
	struct sriov_error *error = NULL;
	size_t length = 0;

	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	for (int i = 0; i < 400; i++) {
		struct nlattr *list;
		char name[128];

		snprintf(name, sizeof(name), "%0120d", i);
		changes[i] = make(RTM_NEWLINKPROP, LOOPBACK);
		list = nla_nest_start(changes[i], IFLA_PROP_LIST);
		ck_assert_int_eq(nla_put_string(changes[i], IFLA_ALT_IFNAME, name), 0);
		nla_nest_end(changes[i], list);
	}
	change(changes, 400, results);
	for (int i = 0; i < 400; i++)
		ck_assert_int_eq(results[i].number, unless_forbidden(0));
	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	if (unit_is_isolated())
		ck_assert_uint_gt(length, 400 * 128);
}
END_TEST

/* The answers of two processes do not mix, though one inherited the other's door. */
START_TEST(fork_between)
{
	struct sriov_error *error = NULL;
	size_t length;
	int status;
	pid_t child;

	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	child = fork();
	ck_assert_int_ge(child, 0);
	if (!child) {
		for (int i = 0; i < 1000; i++)
			if (ask(LOOPBACK, &length, NULL) != LOOPBACK)
				_exit(1);
		_exit(0);
	}
	for (int i = 0; i < 1000; i++)
		ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	ck_assert_int_eq(waitpid(child, &status, 0), child);
	ck_assert(WIFEXITED(status));
	ck_assert_int_eq(WEXITSTATUS(status), 0);
}
END_TEST

/* The descriptor of the door: the lowest that is a socket. */
static int find_socket(void)
{
	int domain;
	socklen_t size = sizeof(domain);

	for (int fd = 3; fd < 64; fd++)
		if (!getsockopt(fd, SOL_SOCKET, SO_DOMAIN, &domain, &size) && domain == AF_NETLINK)
			return fd;
	ck_abort_msg("the door has no socket");
	return -1;
}

START_TEST(descriptor)
{
	int fd = find_socket();

	ck_assert_int_ne(fcntl(fd, F_GETFD) & FD_CLOEXEC, 0);
	ck_assert_int_ne(fcntl(fd, F_GETFL) & O_NONBLOCK, 0);
}
END_TEST

/* Somebody's room for answers that is too small for them: nothing may look like success. */
START_TEST(answers_lost)
{
	static struct netlink_verdict results[2000];
	static struct nl_msg *changes[2000];
	struct sriov_error *error = NULL;
	int fd = find_socket(), small = 1;
	size_t length;

	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	ck_assert_int_eq(setsockopt(fd, SOL_SOCKET, SO_RCVBUF, &small, sizeof(small)), 0);
	for (int i = 0; i < 2000; i++)
		changes[i] = make(RTM_SETLINK, NOBODY);
	expect_failure(netlink_change(netlink, NULL, changes, 2000, results, &error),
		       SRIOV_CODE_FAILED, error, "it is not known which of them were made");
	for (int i = 0; i < 2000; i++)
		nlmsg_free(changes[i]);
	/* The next one begins anew. */
	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	ck_assert_ptr_null(error);
	expect_verdicts(300);
}
END_TEST

/* --- With a deadline: workers send and receive ------------------------------------------------ */

static bool expect_none(void *data, const struct overdue *overdue)
{
	(void)data;
	(void)overdue;
	ck_abort_msg("something is overdue");
}

START_TEST(by_workers)
{
	struct netlink_subject subject = {"", "nothing"};
	struct link_facts *links, *guarded_links;
	struct sriov_error *error = NULL;
	size_t count, guarded_count, length;
	struct netlink *plain = netlink;
	struct netlink_verdict results[2];
	struct nl_msg *changes[2];
	struct guard *guard;

	UNIT_NEEDS(is_safe(), "no rights, or a network namespace of its own");
	expect_success(guard_new(60000, NULL, &guard, &error), error);
	expect_success(netlink_open_in(NETNS_OWN, NULL, guard, &netlink, &error), error);
	ck_assert_int_eq(ask(LOOPBACK, &length, &error), LOOPBACK);
	ck_assert_int_eq(ask(NOBODY, &length, &error), 0);
	ck_assert_int_eq(sriov_error_get_errno(error), ENODEV);
	sriov_error_unref(error);
	error = NULL;
	expect_success(link_list(plain, &links, &count, &error), error);
	expect_success(link_list(netlink, &guarded_links, &guarded_count, &error), error);
	ck_assert_uint_ge(count, 1);
	ck_assert_uint_eq(count, guarded_count);
	for (size_t i = 0; i < count; i++)
		ck_assert_str_eq(links[i].name, guarded_links[i].name);
	changes[0] = make(RTM_SETLINK, LOOPBACK);
	changes[1] = make(RTM_SETLINK, NOBODY);
	expect_success(netlink_change(netlink, &subject, changes, 2, results, &error), error);
	ck_assert_int_eq(results[0].number, unless_forbidden(0));
	ck_assert_int_eq(results[1].number, unless_forbidden(ENODEV));
	ck_assert(guard_visit(guard, expect_none, NULL));
	nlmsg_free(changes[0]);
	nlmsg_free(changes[1]);
	free(links);
	free(guarded_links);
	netlink_close(netlink);
	guard_free(guard);
	netlink = plain;
	ck_assert_int_eq(waitpid(-1, NULL, WNOHANG | __WALL), -1);
	ck_assert_int_eq(errno, ECHILD);
}
END_TEST

UNIT_SUITE_WITH("netlink", set_up, tear_down, question, verdicts, many_bytes, nothing, reason,
		long_answer, fork_between, descriptor, answers_lost, by_workers)
