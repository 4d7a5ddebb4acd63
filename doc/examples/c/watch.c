/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Tells what happens to a PF and its VFs, or to all PCI devices, until interrupted: watch em1 */
#include <poll.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

/* What is NULL is left out. */
static void show_word(const char *title, const char *word)
{
	if (word)
		printf("  %s%s", title, word);
}

static void show(const struct sriov_event *event)
{
	printf("%s", sriov_event_type_get_name(sriov_event_get_type(event)));
	show_word("", sriov_event_get_address(event));
	if (sriov_event_get_vf_index(event) >= 0)
		printf("  VF %d of %s", sriov_event_get_vf_index(event),
		       sriov_event_get_pf_address(event));
	if (sriov_event_get_vf_count(event) >= 0)
		printf("  %d VFs", sriov_event_get_vf_count(event));
	show_word("driver ", sriov_event_get_driver(event));
	show_word("interface ", sriov_event_get_interface(event));
	show_word("formerly ", sriov_event_get_former_interface(event));
	printf("\n");
	fflush(stdout);
}

static enum sriov_code open_monitor(struct sriov_context *context, const char *name,
				    struct sriov_monitor **monitor, struct sriov_error **error)
{
	struct sriov_monitor_options *options;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = sriov_monitor_options_new(&options, error);

	if (!code && name)
		code = sriov_pf_open(context, name, &pf, error);
	if (!code)
		code = sriov_monitor_options_set_pf(options, pf, error);
	if (!code)
		code = sriov_monitor_new(context, options, monitor, error);
	sriov_pf_unref(pf);
	sriov_monitor_options_unref(options);
	return code;
}

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_monitor *monitor = NULL;
	struct sriov_event *event = NULL;
	struct sriov_error *error = NULL;
	struct pollfd wait = {.fd = -1, .events = POLLIN};

	if (sriov_context_new(NULL, &context, &error) ||
	    open_monitor(context, argc > 1 ? argv[1] : NULL, &monitor, &error))
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	wait.fd = sriov_monitor_get_fd(monitor);
	while (!error && poll(&wait, 1, -1) > 0)
		while (!sriov_monitor_read(monitor, &event, &error) && event) {
			show(event);
			sriov_event_unref(event);
		}
	sriov_monitor_unref(monitor);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
