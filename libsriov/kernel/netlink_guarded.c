/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* What of netlink may block in the kernel, and has a deadline where there is a guard. */
#include <errno.h>
#include <netlink/errno.h>
#include <netlink/netlink.h>
#include <netlink/socket.h>

#include "kernel/guard.h"
#include "kernel/netlink_socket.h"

static int send_here(const struct netlink *netlink, void *bytes, size_t length)
{
	int sent;

	do {
		errno = EIO;
		sent = nl_sendto(netlink->socket, bytes, length);
	} while (sent == -NLE_INTR);
	return sent < 0 ? errno : 0;
}

/* Answers to what is not over would come later. Nothing is under way of what was refused. */
static enum sriov_code run(struct netlink *netlink, struct guard_task *task,
			   struct guard_answer *answer, struct sriov_error **error)
{
	enum sriov_code code;

	task->fd = nl_socket_get_fd(netlink->socket);
	code = guard_run(netlink->guard, task, answer, error);
	if (code && code != SRIOV_CODE_BUSY)
		netlink_socket_drop(netlink);
	return code;
}

static const char *name_protocol(const struct netlink *netlink)
{
	return netlink->protocol == NETLINK_ROUTE ? "rtnetlink" : "generic netlink";
}

enum sriov_code netlink_socket_send(struct netlink *netlink, const struct netlink_subject *subject,
				    void *bytes, size_t length, int *number,
				    struct sriov_error **error)
{
	struct guard_answer answer = {0};
	struct guard_task task = {
		.kind = subject ? OVERDUE_CHANGE : OVERDUE_QUESTION,
		.text = subject ? subject->words : name_protocol(netlink),
		.device = subject ? subject->device : netlink->device,
		.bytes = bytes,
		.length = length,
	};
	enum sriov_code code = SRIOV_CODE_OK;

	if (netlink->guard)
		code = run(netlink, &task, &answer, error);
	*number = netlink->guard ? answer.number : send_here(netlink, bytes, length);
	return code;
}

static enum sriov_code receive(struct netlink *netlink, struct netlink_datagram *datagram,
			       int *number, struct sriov_error **error)
{
	struct guard_answer answer = {0};
	struct guard_task task = {
		.kind = OVERDUE_ANSWER,
		.text = name_protocol(netlink),
		.device = netlink->device,
		.size = WORKER_MOST,
	};
	enum sriov_code code;

	if (!datagram->bytes)
		datagram->bytes = malloc(WORKER_MOST);
	if (!datagram->bytes)
		return error_no_memory(error);
	task.buffer = (char *)datagram->bytes;
	code = run(netlink, &task, &answer, error);
	datagram->length = (int)answer.length;
	*number = answer.number == EAGAIN || !answer.length ? ENODATA : 0;
	if (answer.number && answer.number != EAGAIN)
		*number = answer.number;
	return code;
}

enum sriov_code netlink_socket_receive_one_of_many(struct netlink *netlink,
						   struct netlink_datagram *datagram, int *number,
						   struct sriov_error **error)
{
	if (netlink->guard)
		return receive(netlink, datagram, number, error);
	*number = netlink_socket_receive(netlink, datagram);
	return SRIOV_CODE_OK;
}
