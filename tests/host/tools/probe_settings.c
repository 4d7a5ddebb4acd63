/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* The commands about the settings and statistics of VFs. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "json.h"
#include "probe.h"

static void put_answers(const struct sriov_vf_settings *one)
{
	static const char *const words[] = {"unknown", "value", "not-set", "unsupported"};

	json_open("answers", '{');
	for (int i = SRIOV_VF_SETTING_MAC; i <= SRIOV_VF_SETTING_PORT_GUID; i++)
		json_text(sriov_vf_setting_get_name((enum sriov_vf_setting)i),
			  words[sriov_vf_settings_get_answer(one, (enum sriov_vf_setting)i) + 1]);
	json_close('}');
}

static void put_guid(const char *key, uint64_t guid)
{
	char text[32];

	snprintf(text, sizeof(text), "%016" PRIx64, guid);
	json_text(key, text);
}

static void put_settings(const struct sriov_vf_settings *one)
{
	json_number("vf", sriov_vf_settings_get_vf_index(one));
	json_text("mac", sriov_vf_settings_get_mac(one));
	json_text("broadcast", sriov_vf_settings_get_broadcast(one));
	json_number("vlan_id", sriov_vf_settings_get_vlan_id(one));
	json_number("vlan_qos", sriov_vf_settings_get_vlan_qos(one));
	json_number("vlan_protocol", sriov_vf_settings_get_vlan_protocol(one));
	json_number("min_rate_mbps", sriov_vf_settings_get_min_rate_mbps(one));
	json_number("max_rate_mbps", sriov_vf_settings_get_max_rate_mbps(one));
	json_number("spoof_check", sriov_vf_settings_get_spoof_check(one));
	json_number("trust", sriov_vf_settings_get_trust(one));
	json_number("link_state", sriov_vf_settings_get_link_state(one));
	json_number("rss_query", sriov_vf_settings_get_rss_query(one));
	put_guid("node_guid", sriov_vf_settings_get_node_guid(one));
	put_guid("port_guid", sriov_vf_settings_get_port_guid(one));
	put_answers(one);
}

/* settings PF */
static enum sriov_code settings(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf_settings_list *list = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_list_vf_settings(pf, &list, &call->error);
	json_open("settings", '[');
	for (size_t i = 0; i < sriov_vf_settings_list_get_count(list); i++) {
		json_open(NULL, '{');
		put_settings(sriov_vf_settings_list_get(list, i));
		json_close('}');
	}
	json_close(']');
	sriov_vf_settings_list_unref(list);
	sriov_pf_unref(pf);
	return code;
}

static void put_statistics(const struct sriov_vf_statistics *one)
{
	json_open(NULL, '{');
	json_number("vf", sriov_vf_statistics_get_vf_index(one));
	json_number("answer", sriov_vf_statistics_get_answer(one));
	json_number("rx_packets", (long long)sriov_vf_statistics_get_rx_packets(one));
	json_number("tx_packets", (long long)sriov_vf_statistics_get_tx_packets(one));
	json_number("rx_bytes", (long long)sriov_vf_statistics_get_rx_bytes(one));
	json_number("tx_bytes", (long long)sriov_vf_statistics_get_tx_bytes(one));
	json_number("broadcast", (long long)sriov_vf_statistics_get_broadcast(one));
	json_number("multicast", (long long)sriov_vf_statistics_get_multicast(one));
	json_number("rx_dropped", (long long)sriov_vf_statistics_get_rx_dropped(one));
	json_number("tx_dropped", (long long)sriov_vf_statistics_get_tx_dropped(one));
	json_close('}');
}

/* statistics PF [INDEX]: of all VFs or of one */
static enum sriov_code statistics(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;
	struct sriov_vf_statistics *one = NULL;
	struct sriov_vf_statistics_list *list = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code && call->words[1]) {
		code = sriov_pf_open_vf(pf, number_of(call->words[1]), &vf, &call->error);
		if (!code)
			code = sriov_vf_read_statistics(vf, &one, &call->error);
	} else if (!code) {
		code = sriov_pf_list_vf_statistics(pf, &list, &call->error);
	}
	json_open("statistics", '[');
	if (one)
		put_statistics(one);
	for (size_t i = 0; i < sriov_vf_statistics_list_get_count(list); i++)
		put_statistics(sriov_vf_statistics_list_get(list, i));
	json_close(']');
	sriov_vf_statistics_list_unref(list);
	sriov_vf_statistics_unref(one);
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_link_state link_state_of(const char *word)
{
	if (word && !strcmp(word, "auto"))
		return SRIOV_LINK_STATE_AUTO;
	if (word && !strcmp(word, "enable"))
		return SRIOV_LINK_STATE_ENABLE;
	if (word && !strcmp(word, "disable"))
		return SRIOV_LINK_STATE_DISABLE;
	return (enum sriov_link_state)number_of(word);
}

static enum sriov_vlan_protocol protocol_of(const char *word)
{
	return word ? (enum sriov_vlan_protocol)number_of(word) : SRIOV_VLAN_PROTOCOL_8021Q;
}

static uint64_t guid_of(const char *word)
{
	return word ? strtoull(word, NULL, 16) : 0;
}

/* The words behind the setting's name; what lacks is NULL. */
static enum sriov_code set_vlan(struct sriov_vf *vf, char **words, struct sriov_error **error)
{
	unsigned int qos = words[0] && words[1] ? number_of(words[1]) : 0;

	if (words[0] && words[1] && words[2])
		return sriov_vf_set_vlan_with_protocol(vf, number_of(words[0]), qos,
						       protocol_of(words[2]), error);
	return sriov_vf_set_vlan(vf, number_of(words[0]), qos, error);
}

static enum sriov_code set_one(struct sriov_vf *vf, const char *what, char **words,
			       struct sriov_error **error)
{
	if (!strcmp(what, "mac"))
		return sriov_vf_set_mac(vf, words[0], error);
	if (!strcmp(what, "vlan"))
		return set_vlan(vf, words, error);
	if (!strcmp(what, "rates"))
		return sriov_vf_set_rates(vf, number_of(words[0]), number_of(words[1]), error);
	if (!strcmp(what, "min_rate"))
		return sriov_vf_set_min_rate(vf, number_of(words[0]), error);
	if (!strcmp(what, "max_rate"))
		return sriov_vf_set_max_rate(vf, number_of(words[0]), error);
	if (!strcmp(what, "spoof_check"))
		return sriov_vf_set_spoof_check(vf, truth_of(words[0]), error);
	if (!strcmp(what, "trust"))
		return sriov_vf_set_trust(vf, truth_of(words[0]), error);
	if (!strcmp(what, "rss_query"))
		return sriov_vf_set_rss_query(vf, truth_of(words[0]), error);
	if (!strcmp(what, "node_guid"))
		return sriov_vf_set_node_guid(vf, guid_of(words[0]), error);
	if (!strcmp(what, "port_guid"))
		return sriov_vf_set_port_guid(vf, guid_of(words[0]), error);
	return sriov_vf_set_link_state(vf, link_state_of(words[0]), error);
}

/* set PF INDEX SETTING VALUE...: a setting of set_one(), a VLAN with [QOS [PROTOCOL]] */
static enum sriov_code set(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_pf_open_vf(pf, number_of(call->words[1]), &vf, &call->error);
	if (!code)
		code = set_one(vf, call->words[2], call->words + 3, &call->error);
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	return code;
}

/* set-all PF spoof_check|trust|link_state VALUE */
static enum sriov_code set_all(struct call *call)
{
	struct sriov_pf *pf = NULL;
	const char *what = call->words[1];
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (code)
		return code;
	if (!strcmp(what, "spoof_check"))
		code = sriov_pf_set_spoof_check_all(pf, truth_of(call->words[2]), &call->error);
	else if (!strcmp(what, "trust"))
		code = sriov_pf_set_trust_all(pf, truth_of(call->words[2]), &call->error);
	else
		code = sriov_pf_set_link_state_all(pf, link_state_of(call->words[2]), &call->error);
	sriov_pf_unref(pf);
	return code;
}

static enum sriov_code add(struct sriov_vf_changes *changes, unsigned int vf, const char *what,
			   char words[3][32], struct sriov_error **error)
{
	unsigned int first = number_of(words[0]), second = number_of(words[1]);

	if (!strcmp(what, "mac"))
		return sriov_vf_changes_set_mac(changes, vf, words[0], error);
	if (!strcmp(what, "vlan"))
		return sriov_vf_changes_set_vlan(changes, vf, first, second,
						 protocol_of(words[2][0] ? words[2] : NULL), error);
	if (!strcmp(what, "rates"))
		return sriov_vf_changes_set_rates(changes, vf, first, second, error);
	if (!strcmp(what, "min_rate"))
		return sriov_vf_changes_set_min_rate(changes, vf, first, error);
	if (!strcmp(what, "max_rate"))
		return sriov_vf_changes_set_max_rate(changes, vf, first, error);
	if (!strcmp(what, "spoof_check"))
		return sriov_vf_changes_set_spoof_check(changes, vf, truth_of(words[0]), error);
	if (!strcmp(what, "trust"))
		return sriov_vf_changes_set_trust(changes, vf, truth_of(words[0]), error);
	if (!strcmp(what, "rss_query"))
		return sriov_vf_changes_set_rss_query(changes, vf, truth_of(words[0]), error);
	if (!strcmp(what, "node_guid"))
		return sriov_vf_changes_set_node_guid(changes, vf, guid_of(words[0]), error);
	if (!strcmp(what, "port_guid"))
		return sriov_vf_changes_set_port_guid(changes, vf, guid_of(words[0]), error);
	return sriov_vf_changes_set_link_state(changes, vf, link_state_of(words[0]), error);
}

/* Lines of standard input: "INDEX|all SETTING VALUE..." */
static enum sriov_code add_lines(struct sriov_vf_changes *changes, struct sriov_error **error)
{
	enum sriov_code code = SRIOV_CODE_OK;
	char line[128], index[16], what[16];

	while (!code && fgets(line, sizeof(line), stdin)) {
		char words[3][32] = {"", "", ""};

		if (sscanf(line, "%15s %15s %31s %31s %31s", index, what, words[0], words[1],
			   words[2]) < 3)
			continue;
		code = add(changes,
			   strcmp(index, "all") ? number_of(index)
						: (unsigned int)SRIOV_VF_INDEX_ALL,
			   what, words, error);
	}
	return code;
}

static void put_result(const struct sriov_vf_changes *changes, size_t i)
{
	static const char *const words[] = {"unknown",	"not-sent",  "applied",
					    "accepted", "different", "refused"};

	json_open(NULL, '{');
	json_number("vf", sriov_vf_changes_get_vf_index(changes, i));
	json_text("setting", sriov_vf_setting_get_name(sriov_vf_changes_get_setting(changes, i)));
	json_text("result", words[sriov_vf_changes_get_result(changes, i) + 1]);
	if (sriov_vf_changes_get_error(changes, i))
		put_error("error", sriov_vf_changes_get_error(changes, i));
	json_close('}');
}

/* change PF: the changes on standard input; between two close(-1) nothing else is done */
static enum sriov_code change(struct call *call)
{
	struct sriov_pf *pf = NULL;
	struct sriov_vf_changes *changes = NULL;
	enum sriov_code code = sriov_pf_open(call->context, call->words[0], &pf, &call->error);

	if (!code)
		code = sriov_vf_changes_new(pf, &changes, &call->error);
	if (!code)
		code = add_lines(changes, &call->error);
	if (!code) {
		close(-1);
		code = sriov_vf_changes_apply(changes, &call->error);
		close(-1);
	}
	json_open("results", '[');
	for (size_t i = 0; i < sriov_vf_changes_get_count(changes); i++)
		put_result(changes, i);
	json_close(']');
	sriov_vf_changes_unref(changes);
	sriov_pf_unref(pf);
	return code;
}

const struct command settings_commands[] = {
	{"settings", "PF", settings},
	{"statistics", "PF [INDEX]", statistics},
	{"set", "PF INDEX SETTING VALUE...", set},
	{"set-all", "PF SETTING VALUE", set_all},
	{"change", "PF", change},
	{NULL, NULL, NULL},
};
