/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* W6 and W7: what libvirt is told, for a pool of VFs and for a machine. */
#include <stdio.h>
#include <stdlib.h>

#include "tour.h"

void w6_pool(struct tour *tour)
{
	struct sriov_error *error;
	char name[64], *xml;

	story_step(&tour->story, "W6", "A pool of VFs for libvirt");
	for (size_t i = 0; i < tour->pf_count; i++) {
		error = NULL;
		snprintf(name, sizeof(name), "passthrough_%s", name_of(tour->pfs[i]));
		if (sriov_libvirt_format_network(tour->pfs[i], name, &xml, &error)) {
			trouble(tour, error);
			continue;
		}
		story_quote(&tour->story, xml);
		write_definition(tour, name, xml);
		story_hand(&tour->story,
			   "virsh net-define %s.xml; virsh net-start %s; virsh net-autostart %s",
			   name, name, name);
		free(xml);
	}
}

/* The admin MAC that libvirt would give the card of the machine; one that is set already stays. */
static void give_mac(struct tour *tour, size_t number, const char *mac)
{
	struct sriov_pf *pf = tour->pfs[number];
	struct sriov_vf_settings *settings = NULL;
	struct sriov_error *error = NULL;
	struct sriov_vf *vf = NULL;

	if (sriov_pf_open_vf(pf, 0, &vf, &error) || sriov_vf_read_settings(vf, &settings, &error) ||
	    (!sriov_vf_settings_get_mac(settings) && sriov_vf_set_mac(vf, mac, &error)))
		trouble(tour, error);
	else
		story_say(&tour->story, "VF 0 of %s has the admin MAC %s", name_of(pf),
			  sriov_vf_settings_get_mac(settings) ? sriov_vf_settings_get_mac(settings)
							      : mac);
	story_hand(&tour->story, "ip link set %s vf 0 mac %s", name_of(pf), mac);
	sriov_vf_settings_unref(settings);
	sriov_vf_unref(vf);
}

static void show_interface(struct tour *tour, const struct sriov_pf *pf, const char *mac)
{
	struct sriov_error *error = NULL;
	char network[64], *xml;

	snprintf(network, sizeof(network), "passthrough_%s", name_of(pf));
	if (sriov_libvirt_format_interface(network, mac, &xml, &error)) {
		trouble(tour, error);
		return;
	}
	story_quote(&tour->story, xml);
	snprintf(network, sizeof(network), "interface_%s", name_of(pf));
	write_definition(tour, network, xml);
	free(xml);
}

static void show_hostdev(struct tour *tour, struct sriov_pf *pf)
{
	struct sriov_error *error = NULL;
	struct sriov_vf *vf = NULL;
	char *xml = NULL;

	if (sriov_pf_open_vf(pf, 0, &vf, &error) ||
	    sriov_libvirt_format_hostdev(vf, true, &xml, &error)) {
		trouble(tour, error);
	} else {
		story_say(&tour->story, "or this very VF, %s:",
			  sriov_device_get_address(sriov_vf_get_device(vf)));
		story_quote(&tour->story, xml);
	}
	free(xml);
	sriov_vf_unref(vf);
}

void w7_card(struct tour *tour)
{
	char mac[18];

	story_step(&tour->story, "W7", "A card for the machine");
	for (size_t i = 0; i < tour->pf_count; i++) {
		snprintf(mac, sizeof(mac), "52:54:00:00:%02x:01", (unsigned int)(i + 1) & 0xff);
		story_say(&tour->story, "any VF of the pool of %s:", name_of(tour->pfs[i]));
		show_interface(tour, tour->pfs[i], mac);
		if (!sriov_pf_get_vf_count(tour->pfs[i]))
			continue;
		show_hostdev(tour, tour->pfs[i]);
		if (tour->apply)
			give_mac(tour, i, mac);
	}
}
