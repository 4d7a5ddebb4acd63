/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "sriov/libvirt.h"

#include <stdio.h>
#include <string.h>

#include "base/common.h"
#include "base/error.h"
#include "base/mac.h"
#include "base/text.h"
#include "object/pf/pf.h"
#include "object/vf/vf.h"
#include "report/xml.h"

static enum sriov_code finish(struct text *text, char **xml, struct sriov_error **error)
{
	*xml = text_take(text);
	return *xml ? SRIOV_CODE_OK : error_no_memory(error);
}

/* The text itself is left out of the message where it would spoil a terminal. */
static enum sriov_code check_name(const char *what, const char *name, struct sriov_error **error)
{
	if (!xml_is_clean(name))
		return error_set(error, SRIOV_CODE_INVALID,
				 "the %s's name has a control character or is not UTF-8", what);
	if (!name[0])
		return error_set(error, SRIOV_CODE_INVALID, "the %s's name is empty", what);
	if (strchr(name, '/'))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\": libvirt takes no slash in a %s's name", name, what);
	return SRIOV_CODE_OK;
}

static enum sriov_code check_pf(const struct sriov_pf *pf, struct sriov_error **error)
{
	char label[PF_LABEL_SIZE];

	if (pf->interface)
		return check_name("interface", pf->interface, error);
	pf_label(pf, label);
	error_set(error, SRIOV_CODE_UNSUPPORTED,
		  "%s has no network interface, so no network can hand out its VFs: "
		  "give each one by itself, as a hostdev",
		  label);
	error_set_device(error, pf->device->address);
	return SRIOV_CODE_UNSUPPORTED;
}

EXPORT enum sriov_code sriov_libvirt_format_network(const struct sriov_pf *pf, const char *name,
						    char **xml, struct sriov_error **error)
{
	CLEANUP(text_clear) struct text text = {0};
	enum sriov_code code;

	if (!xml)
		return error_null(error, "xml");
	*xml = NULL;
	if (!pf)
		return error_null(error, "pf");
	code = check_pf(pf, error);
	if (!code && name)
		code = check_name("network", name, error);
	if (code)
		return code;
	text_add(&text, "<network>\n  <name>%s", name ? "" : "passthrough_");
	xml_add_escaped(&text, name ? name : pf->interface);
	text_add(&text, "</name>\n  <forward mode='hostdev' managed='yes'>\n    <pf dev='");
	xml_add_escaped(&text, pf->interface);
	text_add(&text, "'/>\n  </forward>\n</network>\n");
	return finish(&text, xml, error);
}

/* Writes the MAC as libvirt does. */
static enum sriov_code check_mac(const char *mac, char text[MAC_SIZE], struct sriov_error **error)
{
	unsigned char bytes[MAC_BYTES];

	if (!mac_parse(mac, bytes))
		return error_set(error, SRIOV_CODE_INVALID,
				 "\"%s\" is no MAC such as 52:54:00:00:00:01", mac);
	if (mac_is_zero(bytes))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s: no machine can have a MAC of zeros", mac);
	if (mac_is_multicast(bytes))
		return error_set(error, SRIOV_CODE_INVALID,
				 "%s is a multicast address, which no machine can have", mac);
	mac_format(bytes, text);
	return SRIOV_CODE_OK;
}

EXPORT enum sriov_code sriov_libvirt_format_interface(const char *network, const char *mac,
						      char **xml, struct sriov_error **error)
{
	CLEANUP(text_clear) struct text text = {0};
	char mac_text[MAC_SIZE];
	enum sriov_code code;

	if (!xml)
		return error_null(error, "xml");
	*xml = NULL;
	if (!network)
		return error_null(error, "network");
	code = check_name("network", network, error);
	if (!code && mac)
		code = check_mac(mac, mac_text, error);
	if (code)
		return code;
	text_add(&text, "<interface type='network'>\n");
	if (mac)
		text_add(&text, "  <mac address='%s'/>\n", mac_text);
	text_add(&text, "  <source network='");
	xml_add_escaped(&text, network);
	text_add(&text, "'/>\n</interface>\n");
	return finish(&text, xml, error);
}

EXPORT enum sriov_code sriov_libvirt_format_hostdev(const struct sriov_vf *vf, bool managed,
						    char **xml, struct sriov_error **error)
{
	CLEANUP(text_clear) struct text text = {0};
	unsigned int domain, bus, slot, function;
	char label[VF_LABEL_SIZE];

	if (!xml)
		return error_null(error, "xml");
	*xml = NULL;
	if (!vf)
		return error_null(error, "vf");
	if (!vf->device ||
	    sscanf(vf->device->address, "%x:%x:%x.%x", &domain, &bus, &slot, &function) != 4) {
		vf_label(vf, label);
		return error_set(
			error, SRIOV_CODE_INVALID,
			"%s could not be read, and its address is not known: open it again", label);
	}
	text_add(&text,
		 "<hostdev mode='subsystem' type='pci' managed='%s'>\n"
		 "  <source>\n"
		 "    <address domain='0x%04x' bus='0x%02x' slot='0x%02x' function='0x%x'/>\n"
		 "  </source>\n"
		 "</hostdev>\n",
		 managed ? "yes" : "no", domain, bus, slot, function);
	return finish(&text, xml, error);
}
