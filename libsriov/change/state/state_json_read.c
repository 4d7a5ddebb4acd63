/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "change/state/state_json.h"

#include "change/state/state_words.h"

/* --- A VF ------------------------------------------------------------------------------------- */

/* The failure is where the call has put it: arguments have no order. */
static void judge(const struct json_node *node, enum sriov_code code, struct sriov_error **failure)
{
	if (code)
		json_note_error(node, *failure);
}

static void read_mac(const struct json_node *node, struct sriov_vf_state *vf)
{
	struct sriov_error *failure = NULL;
	const char *text;

	if (json_read_text(node, &text))
		judge(node, sriov_vf_state_set_mac(vf, text, &failure), &failure);
}

static enum sriov_vlan_protocol read_protocol(const struct json_node *node)
{
	enum sriov_vlan_protocol protocol = SRIOV_VLAN_PROTOCOL_8021Q;
	const char *text;

	if (json_is_there(node) && json_read_text(node, &text) &&
	    !state_parse_protocol(text, &protocol))
		json_note(node, "\"%s\" is no protocol: there are \"802.1Q\" and \"802.1ad\"",
			  text);
	return protocol;
}

static void read_vlan(const struct json_node *node, struct sriov_vf_state *vf)
{
	static const char *const names[] = {"id", "qos", "protocol", NULL};
	struct json_node id, qos, protocol;
	struct sriov_error *failure = NULL;
	uint64_t id_number, qos_number = 0;

	if (!json_expect_object(node))
		return;
	json_check_names(node, names);
	id = json_get_member(node, "id");
	qos = json_get_member(node, "qos");
	protocol = json_get_member(node, "protocol");
	if (!json_is_there(&id))
		json_note(node, "it needs an \"id\"");
	else if (json_read_number(&id, UINT16_MAX, &id_number) &&
		 (!json_is_there(&qos) || json_read_number(&qos, UINT8_MAX, &qos_number)))
		judge(node,
		      sriov_vf_state_set_vlan(vf, (unsigned int)id_number, (unsigned int)qos_number,
					      read_protocol(&protocol), &failure),
		      &failure);
}

static void read_link_state(const struct json_node *node, struct sriov_vf_state *vf)
{
	enum sriov_link_state link_state;
	const char *text;

	if (!json_read_text(node, &text))
		return;
	if (state_parse_link_state(text, &link_state))
		sriov_vf_state_set_link_state(vf, link_state, NULL);
	else
		json_note(node,
			  "\"%s\" is no link state: there are \"auto\", \"enable\" and "
			  "\"disable\"",
			  text);
}

static void read_driver(const struct json_node *node, struct sriov_vf_state *vf)
{
	struct sriov_error *failure = NULL;
	const char *text;

	if (json_read_text(node, &text))
		judge(node, sriov_vf_state_set_driver(vf, text, &failure), &failure);
}

static void read_msix_count(const struct json_node *node, struct sriov_vf_state *vf)
{
	struct sriov_error *failure = NULL;
	uint64_t number;

	if (json_read_number(node, UINT16_MAX, &number))
		judge(node, sriov_vf_state_set_msix_count(vf, (unsigned int)number, &failure),
		      &failure);
}

/* Those that are a switch, a rate or a GUID. */
#define READ_SWITCH(name)                                                                          \
	static void read_##name(const struct json_node *node, struct sriov_vf_state *vf)           \
	{                                                                                          \
		bool value;                                                                        \
                                                                                                   \
		if (json_read_switch(node, &value))                                                \
			sriov_vf_state_set_##name(vf, value, NULL);                                \
	}
READ_SWITCH(spoof_check)
READ_SWITCH(trust)
READ_SWITCH(rss_query)

#define READ_RATE(name)                                                                            \
	static void read_##name(const struct json_node *node, struct sriov_vf_state *vf)           \
	{                                                                                          \
		struct sriov_error *failure = NULL;                                                \
		uint64_t number;                                                                   \
                                                                                                   \
		if (json_read_number(node, UINT32_MAX, &number))                                   \
			judge(node, sriov_vf_state_set_##name(vf, (unsigned int)number, &failure), \
			      &failure);                                                           \
	}
READ_RATE(min_rate)
READ_RATE(max_rate)

#define READ_GUID(name)                                                                            \
	static void read_##name(const struct json_node *node, struct sriov_vf_state *vf)           \
	{                                                                                          \
		struct sriov_error *failure = NULL;                                                \
		const char *text;                                                                  \
		uint64_t guid;                                                                     \
                                                                                                   \
		if (!json_read_text(node, &text))                                                  \
			return;                                                                    \
		if (state_parse_guid(text, &guid))                                                 \
			judge(node, sriov_vf_state_set_##name(vf, guid, &failure), &failure);      \
		else                                                                               \
			json_note(node, "\"%s\" is no GUID, such as 00:02:c9:03:00:21:6e:70",      \
				  text);                                                           \
	}
READ_GUID(node_guid)
READ_GUID(port_guid)

static const struct field {
	const char *name;
	void (*read)(const struct json_node *node, struct sriov_vf_state *vf);
} fields[] = {
	{"mac", read_mac},
	{"vlan", read_vlan},
	{"min_rate_mbps", read_min_rate},
	{"max_rate_mbps", read_max_rate},
	{"spoof_check", read_spoof_check},
	{"trust", read_trust},
	{"link_state", read_link_state},
	{"rss_query", read_rss_query},
	{"node_guid", read_node_guid},
	{"port_guid", read_port_guid},
	{"driver", read_driver},
	{"msix_count", read_msix_count},
};

static void read_fields(const struct json_node *node, struct sriov_vf_state *vf)
{
	/* And "index", and the end. */
	const char *names[ARRAY_SIZE(fields) + 2] = {NULL};
	size_t count = 0;

	for (size_t i = 0; i < ARRAY_SIZE(fields); i++) {
		struct json_node member = json_get_member(node, fields[i].name);

		names[count++] = fields[i].name;
		if (json_is_there(&member))
			fields[i].read(&member, vf);
	}
	if (vf->index != SRIOV_VF_INDEX_ALL)
		names[count++] = "index";
	json_check_names(node, names);
}

static void read_vf(const struct json_node *node, struct sriov_pf_state *pf)
{
	struct json_node index = json_get_member(node, "index");
	struct sriov_error *failure = NULL;
	struct sriov_vf_state *vf;
	enum sriov_code code;
	uint64_t number;

	if (!json_is_there(&index)) {
		json_note(node, "it needs an \"index\"");
		return;
	}
	if (!json_read_number(&index, UINT16_MAX, &number))
		return;
	code = sriov_pf_state_add_vf(pf, (unsigned int)number, &vf, &failure);
	judge(&index, code, &failure);
	/* What is wrong with one that cannot be added is told as well. */
	if (code)
		vf = vf_state_new((unsigned int)number);
	if (vf)
		read_fields(node, vf);
	sriov_vf_state_unref(vf);
}

/* --- A PF ------------------------------------------------------------------------------------- */

/* Without a name there is none: that is noted. */
static enum sriov_code make_pf(const struct json_node *node, struct sriov_pf_state **pf,
			       struct sriov_error **failure)
{
	struct json_node name = json_get_member(node, "pf"),
			 serial = json_get_member(node, "serial_number"),
			 function = json_get_member(node, "function");
	const char *text = "";
	uint64_t number = 0;

	*pf = NULL;
	if (json_is_there(&name) && json_is_there(&serial))
		json_note(node, "it has a \"pf\" and a \"serial_number\", and needs one alone");
	if (!json_is_there(&name) && !json_is_there(&serial))
		json_note(node, "it needs either a \"pf\" or a \"serial_number\"");
	if (json_is_there(&name) && json_is_there(&function))
		json_note(&function, "it belongs to a \"serial_number\"");
	if (json_is_there(&function))
		json_read_number(&function, 7, &number);
	if (json_is_there(&name) && json_read_text(&name, &text))
		return pf_state_new(text, pf, failure);
	if (json_is_there(&serial) && json_read_text(&serial, &text))
		return pf_state_new_by_serial_number(text, (unsigned int)number, pf, failure);
	return SRIOV_CODE_OK;
}

static void read_count(const struct json_node *node, struct sriov_pf_state *pf)
{
	struct sriov_error *failure = NULL;
	uint64_t number;

	if (json_read_number(node, UINT16_MAX, &number))
		judge(node, sriov_pf_state_set_vf_count(pf, (unsigned int)number, &failure),
		      &failure);
}

static void read_vfs(const struct json_node *node, struct sriov_pf_state *pf)
{
	if (!json_expect_array(node))
		return;
	for (size_t i = 0; i < json_get_length(node); i++) {
		struct json_node element = json_get_element(node, i);

		if (json_expect_object(&element))
			read_vf(&element, pf);
	}
}

static void read_pf_fields(const struct json_node *node, struct sriov_pf_state *pf)
{
	struct json_node count = json_get_member(node, "vf_count"),
			 autoprobe = json_get_member(node, "autoprobe"),
			 in_use = json_get_member(node, "allow_in_use"),
			 vital = json_get_member(node, "allow_vital"),
			 defaults = json_get_member(node, "defaults"),
			 vfs = json_get_member(node, "vfs");
	bool value;

	if (json_is_there(&count))
		read_count(&count, pf);
	if (json_is_there(&autoprobe) && json_read_switch(&autoprobe, &value))
		sriov_pf_state_set_autoprobe(pf, value);
	if (json_is_there(&in_use))
		json_read_switch(&in_use, &pf->allow_in_use);
	if (json_is_there(&vital))
		json_read_switch(&vital, &pf->allow_vital);
	if (json_is_there(&defaults) && json_expect_object(&defaults))
		read_fields(&defaults, pf->defaults);
	if (json_is_there(&vfs))
		read_vfs(&vfs, pf);
}

struct sriov_pf_state *state_json_read_pf(const struct json_node *node)
{
	static const char *const names[] = {"pf",	   "serial_number", "function",
					    "vf_count",	   "autoprobe",	    "allow_in_use",
					    "allow_vital", "defaults",	    "vfs",
					    NULL};
	struct sriov_pf_state *pf, *unnamed = NULL;
	struct sriov_error *failure = NULL;
	enum sriov_code code;

	if (!json_expect_object(node))
		return NULL;
	json_check_names(node, names);
	code = make_pf(node, &pf, &failure);
	judge(node, code, &failure);
	/* All else that is wrong with it is told, and it is none. */
	if (!pf && pf_state_new("unnamed", &unnamed, NULL))
		return NULL;
	read_pf_fields(node, pf ? pf : unnamed);
	sriov_pf_state_unref(unnamed);
	return pf;
}

/* --- A host ----------------------------------------------------------------------------------- */

static void read_version(const struct json_node *node)
{
	struct json_node version = json_get_member(node, "version");
	uint64_t number;

	if (!json_is_there(&version))
		json_note(node, "it needs a \"version\", which is %d", STATE_JSON_VERSION);
	else if (json_read_number(&version, UINT32_MAX, &number) && number != STATE_JSON_VERSION)
		json_note(&version, "it is %llu, and this library knows %d alone",
			  (unsigned long long)number, STATE_JSON_VERSION);
}

static void read_pfs(const struct json_node *node, struct sriov_state *state)
{
	struct json_node pfs = json_get_member(node, "pfs");

	if (!json_is_there(&pfs)) {
		json_note(node, "it needs \"pfs\"");
		return;
	}
	if (!json_expect_array(&pfs))
		return;
	for (size_t i = 0; i < json_get_length(&pfs); i++) {
		struct json_node element = json_get_element(&pfs, i);
		struct sriov_pf_state *pf = state_json_read_pf(&element);
		struct sriov_error *failure = NULL;

		if (pf)
			judge(&element, sriov_state_add(state, pf, &failure), &failure);
		sriov_pf_state_unref(pf);
	}
}

/* Into a copy of the list: the state is as it was when anything is wrong. */
static enum sriov_code read_host(struct sriov_state *copy, const struct json_document *document,
				 struct sriov_error **error)
{
	static const char *const names[] = {"version", "pfs", NULL};
	CLEANUP(mistakes_clear) struct mistakes mistakes = {.count = 0};
	struct json_node root = json_get_root(document, &mistakes);

	if (json_expect_object(&root)) {
		json_check_names(&root, names);
		read_version(&root);
		read_pfs(&root, copy);
	}
	return mistakes_conclude(&mistakes, "the state is refused", error);
}

static enum sriov_code copy_state(const struct sriov_state *state, struct sriov_state **copy,
				  struct sriov_error **error)
{
	struct sriov_pf_state *pf;
	enum sriov_code code = sriov_state_new(copy, error);

	for (size_t i = 0; !code && (pf = sriov_pf_state_list_get(state->pfs, i)); i++)
		code = sriov_state_add(*copy, pf, error);
	return code;
}

EXPORT enum sriov_code sriov_state_add_json(struct sriov_state *state, const char *json,
					    struct sriov_error **error)
{
	struct json_document *document;
	struct sriov_pf_state_list *former;
	struct sriov_state *copy = NULL;
	enum sriov_code code;

	if (!state || !json)
		return error_null(error, state ? "json" : "state");
	code = json_parse(json, &document, error);
	if (code == SRIOV_CODE_INVALID)
		code = error_explain(error, code, "the state is no JSON");
	if (code)
		return code;
	code = copy_state(state, &copy, error);
	if (!code)
		code = read_host(copy, document, error);
	if (!code) {
		former = state->pfs;
		state->pfs = copy->pfs;
		copy->pfs = former;
	}
	sriov_state_unref(copy);
	json_drop(document);
	return code;
}
