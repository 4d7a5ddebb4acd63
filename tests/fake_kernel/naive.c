/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * What a user of the library might write: seven VFs, configured and on vfio-pci, and a recovery by
 * hand. That killing it loses something is what the test bed is tried on.
 */
#include "on_kernel.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What it writes is its own call, and can be killed. */
static enum sriov_code open_pf(struct sriov_pf **pf, struct sriov_error **error)
{
	struct sriov_context *context = NULL;
	enum sriov_code code = on_kernel_open(false, &context, error);

	*pf = NULL;
	if (!code)
		code = sriov_pf_open(context, "em1", pf, error);
	sriov_context_unref(context);
	return code;
}

static enum sriov_code set_macs(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vf_changes *changes = NULL;
	enum sriov_code code = sriov_vf_changes_new(pf, &changes, error);
	char mac[18];

	for (unsigned int i = 0; !code && i < 7; i++) {
		snprintf(mac, sizeof(mac), "02:00:00:00:00:%02x", i + 1);
		code = sriov_vf_changes_set_mac(changes, i, mac, error);
	}
	if (!code)
		code = sriov_vf_changes_apply(changes, error);
	sriov_vf_changes_unref(changes);
	return code;
}

static enum sriov_code bind_all(struct sriov_pf *pf, struct sriov_error **error)
{
	struct sriov_vfio_list *bound = NULL;
	struct sriov_vf_list *vfs = NULL;
	enum sriov_code code = sriov_pf_list_vfs(pf, &vfs, error);

	if (!code)
		code = sriov_vfio_bind_vfs(vfs, NULL, &bound, error);
	sriov_vfio_list_unref(bound);
	sriov_vf_list_unref(vfs);
	return code;
}

static enum sriov_code count(struct sriov_pf *pf, unsigned int vfs, struct sriov_error **error)
{
	struct sriov_vf_count_options *options = NULL;
	enum sriov_code code = sriov_vf_count_options_new(&options, error);

	sriov_vf_count_options_set_allow_destroy(options, true);
	if (!code)
		code = sriov_pf_set_vf_count(pf, vfs, options, error);
	sriov_vf_count_options_unref(options);
	return code;
}

static enum sriov_code make(struct sriov_pf *pf, struct sriov_error **error)
{
	return count(pf, 7, error);
}

static enum sriov_code apply(struct sriov_pf *pf, struct sriov_error **error)
{
	enum sriov_code code = sriov_pf_set_autoprobe(pf, false, error);

	if (!code)
		code = make(pf, error);
	if (!code)
		code = set_macs(pf, error);
	if (!code)
		code = bind_all(pf, error);
	return code ? code : sriov_pf_set_autoprobe(pf, true, error);
}

/* The gate is all that came to mind. */
static enum sriov_code recover(struct sriov_pf *pf, struct sriov_error **error)
{
	return sriov_pf_set_autoprobe(pf, true, error);
}

/* Right where there was nothing before: whatever was begun goes. */
static enum sriov_code clear(struct sriov_pf *pf, struct sriov_error **error)
{
	enum sriov_code code = count(pf, 0, error);

	return code ? code : sriov_pf_set_autoprobe(pf, true, error);
}

/* Something that it removes itself, when it comes to that. */
static enum sriov_code keep_journal(struct sriov_pf *pf, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_FAILED;
	char path[4096];
	int fd;

	snprintf(path, sizeof(path), "%s/runtime", getenv("FAKE_KERNEL"));
	mkdir(path, 0700);
	strcat(path, "/journal");
	fd = open(path, O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
	if (fd >= 0 && !close(fd))
		code = make(pf, error);
	unlink(path);
	return code;
}

/* One of many that close and open it at the same time. */
static enum sriov_code open_and_close(struct sriov_pf *pf, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	bool open;

	for (int i = 0; !code && i < 200; i++) {
		code = sriov_pf_read_autoprobe(pf, &open, error);
		/* That it was closed again meanwhile is no failure here. */
		if (!code)
			sriov_pf_set_autoprobe(pf, i % 2, NULL);
	}
	if (!code && sriov_pf_set_autoprobe(pf, true, NULL) == SRIOV_CODE_BUSY)
		return SRIOV_CODE_OK;
	return code;
}

static const struct {
	const char *name;
	enum sriov_code (*work)(struct sriov_pf *pf, struct sriov_error **error);
} commands[] = {
	{"make", make},	  {"apply", apply},	     {"recover", recover},
	{"clear", clear}, {"journal", keep_journal}, {"gate", open_and_close},
};

int main(int words, char **word)
{
	struct sriov_error *error = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code = SRIOV_CODE_INVALID;

	for (size_t i = 0; words == 2 && i < sizeof(commands) / sizeof(commands[0]); i++) {
		if (strcmp(word[1], commands[i].name))
			continue;
		code = open_pf(&pf, &error);
		if (!code)
			code = commands[i].work(pf, &error);
	}
	if (error)
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	sriov_pf_unref(pf);
	sriov_error_unref(error);
	return code ? EXIT_FAILURE : EXIT_SUCCESS;
}
