/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/systemd.h"

#include <string.h>

#include "base/address.h"
#include "base/error.h"
#include "base/text.h"
#include "change/plan/pf_find.h"
#include "change/state/pf_state.h"
#include "change/state/state_words.h"
#include "report/systemd_unsaid.h"

/* --- Which PF --------------------------------------------------------------------------------- */

static enum sriov_code take_address(const struct sriov_pf *pf, char address[ADDRESS_SIZE],
				    struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	memcpy(address, pf->device->address, strlen(pf->device->address) + 1);
	if (pf->interface)
		return SRIOV_CODE_OK;
	pf_label(pf, label);
	error_set(
		error, SRIOV_CODE_UNSUPPORTED,
		"%s has no network interface, and .link files are for those: use the state itself",
		label);
	error_set_device(error, address);
	return SRIOV_CODE_UNSUPPORTED;
}

/* One that is named by its address may be of another host, or come later. */
static enum sriov_code find(struct sriov_context *context, const struct sriov_pf_state *state,
			    char address[ADDRESS_SIZE], struct sriov_error **error)
{
	struct sriov_error *failure = NULL;
	struct sriov_pf *pf = NULL;
	enum sriov_code code;

	code = pf_find(context, state, &pf, &failure);
	if (code == SRIOV_CODE_NOT_FOUND && state->name && address_parse(state->name, address)) {
		sriov_error_unref(failure);
		return SRIOV_CODE_OK;
	}
	if (code)
		return error_move(error, &failure);
	code = take_address(pf, address, error);
	sriov_pf_unref(pf);
	return code;
}

/* --- The text --------------------------------------------------------------------------------- */

/*
 * Whatever the PF's bus hangs on, a platform device for instance, stands before it in udev's
 * ID_PATH. What else is said of names and MACs is 99-default.link's, which is not read for a PF
 * that has a file of its own; "mac" came to its alternative names later.
 */
static const char beginning[] =
	"# The VFs of %s, as libsriov was told. systemd reads one file for each interface:\n"
	"# what is not about VFs is said as in 99-default.link.\n"
	"[Match]\n"
	"Path=pci-%s *-pci-%s\n"
	"\n"
	"[Link]\n"
	"NamePolicy=keep kernel database onboard slot path\n"
	"AlternativeNamesPolicy=database onboard slot path mac\n"
	"MACAddressPolicy=persistent\n";

static void add_switch(struct text *text, const char *key, enum sriov_switch value)
{
	if (value == SRIOV_SWITCH_ON || value == SRIOV_SWITCH_OFF)
		text_add(text, "%s=%s\n", key, value == SRIOV_SWITCH_ON ? "yes" : "no");
}

static void add_link_state(struct text *text, enum sriov_link_state link_state)
{
	if (link_state == SRIOV_LINK_STATE_AUTO)
		text_add(text, "LinkState=auto\n");
	else if (link_state == SRIOV_LINK_STATE_ENABLE || link_state == SRIOV_LINK_STATE_DISABLE)
		text_add(text, "LinkState=%s\n",
			 link_state == SRIOV_LINK_STATE_ENABLE ? "yes" : "no");
}

static void add_settings(struct text *text, const struct sriov_vf_state *vf)
{
	if (vf_state_says(vf, SRIOV_VF_SETTING_MAC) && !mac_is_zero(vf->facts.mac))
		text_add(text, "MACAddress=%s\n", vf->mac);
	if (sriov_vf_state_get_vlan_id(vf))
		text_add(text, "VLANId=%u\nQualityOfService=%u\nVLANProtocol=%s\n",
			 sriov_vf_state_get_vlan_id(vf), sriov_vf_state_get_vlan_qos(vf),
			 state_name_protocol(sriov_vf_state_get_vlan_protocol(vf)));
	add_switch(text, "MACSpoofCheck", sriov_vf_state_get_spoof_check(vf));
	add_switch(text, "QueryReceiveSideScaling", sriov_vf_state_get_rss_query(vf));
	add_switch(text, "Trust", sriov_vf_state_get_trust(vf));
	add_link_state(text, sriov_vf_state_get_link_state(vf));
}

/* No section for a VF of which nothing can be said. */
static void add_section(struct text *text, const struct sriov_vf_state *vf)
{
	CLEANUP(text_clear) struct text settings = {0};
	char *lines;

	add_settings(&settings, vf);
	if (!settings.length && !settings.failed)
		return;
	lines = text_take(&settings);
	text->failed |= !lines;
	text_add(text, "\n[SR-IOV]\nVirtualFunction=%u\n%s", vf->index, lines ? lines : "");
	free(lines);
}

static void add_vf(struct text *text, unsigned int index, const struct sriov_vf_state *said,
		   const struct sriov_vf_state *defaults)
{
	struct sriov_vf_state *vf = vf_state_new(index);

	if (vf && (!said || vf_state_complete(vf, said)) && vf_state_complete(vf, defaults))
		add_section(text, vf);
	else
		text->failed = true;
	sriov_vf_state_unref(vf);
}

/* Those of which something is said are in the order of their indexes. */
static void add_counted(struct text *text, const struct sriov_pf_state *pf)
{
	size_t next = 0;

	for (unsigned int i = 0; i < pf->count && !text->failed; i++) {
		const struct sriov_vf_state *said = sriov_vf_state_list_get(pf->vfs, next);

		if (said && said->index == i)
			next++;
		else
			said = NULL;
		add_vf(text, i, said, pf->defaults);
	}
}

static void add_said(struct text *text, const struct sriov_pf_state *pf)
{
	const struct sriov_vf_state *said;

	for (size_t i = 0; (said = sriov_vf_state_list_get(pf->vfs, i)); i++)
		add_vf(text, said->index, said, pf->defaults);
}

static char *format(const struct sriov_pf_state *pf, const char *address)
{
	CLEANUP(text_clear) struct text text = {0};

	text_add(&text, beginning, address, address, address);
	if (pf->has_count) {
		text_add(&text, "SR-IOVVirtualFunctions=%u\n", pf->count);
		add_counted(&text, pf);
	} else {
		add_said(&text, pf);
	}
	return text_take(&text);
}

EXPORT enum sriov_code sriov_systemd_format_link(const struct sriov_pf_state *pf,
						 struct sriov_context *context, char **link,
						 struct sriov_string_list **unsaid,
						 struct sriov_error **error)
{
	struct sriov_string_list *list;
	char address[ADDRESS_SIZE];
	enum sriov_code code;

	if (unsaid)
		*unsaid = NULL;
	if (!link)
		return error_null(error, "link");
	*link = NULL;
	if (!pf)
		return error_null(error, "pf");
	if (!context)
		return error_null(error, "context");
	code = find(context, pf, address, error);
	if (code)
		return code;
	list = systemd_list_unsaid(pf);
	*link = list ? format(pf, address) : NULL;
	if (*link && unsaid)
		*unsaid = sriov_string_list_ref(list);
	sriov_string_list_unref(list);
	return *link ? SRIOV_CODE_OK : error_no_memory(error);
}
