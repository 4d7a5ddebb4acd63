/* SPDX-License-Identifier: LGPL-2.1-or-later */
/*
 * From a bare host to network cards for virtual machines, in ten steps, W1 to W10.
 *
 * It only looks, unless it is told --apply. Each step says what it found or did, and
 * the command that does the same by hand.
 */
#include <getopt.h>
#include <stdio.h>
#include <stdlib.h>

#include "tour.h"

static int tell(struct tour *tour, char **names)
{
	struct sriov_error *error = NULL;

	if (sriov_context_new(NULL, &tour->context, &error)) {
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
		sriov_error_unref(error);
		return EXIT_FAILURE;
	}
	for (size_t i = 0; i < tour->pf_count; i++)
		if (sriov_pf_open(tour->context, names[i], &tour->pfs[i], &error)) {
			fprintf(stderr, "%s\n", sriov_error_get_message(error));
			sriov_error_unref(error);
			return EXIT_FAILURE;
		}
	w1_iommu(tour);
	w2_cards(tour);
	w3_capability(tour);
	w4_make_vfs(tour);
	w5_drivers(tour);
	w6_pool(tour);
	w7_card(tour);
	w8_bond(tour);
	w9_trap(tour);
	w10_way_out(tour);
	return tour->story.troubles ? EXIT_FAILURE : EXIT_SUCCESS;
}

static int usage(FILE *stream)
{
	fprintf(stream, "usage: tour [OPTION]... PF [PF]\n"
			"PF is an interface (em1) or a PCI address (0000:01:00.0).\n"
			"  --vfs N            how many VFs each PF is to have (default 7)\n"
			"  --apply            make the changes; without it nothing is changed\n"
			"  --allow-destroy    also when VFs that exist must go for it\n"
			"  --spoof-check-off  turn the spoof check off for all VFs in step W10\n"
			"  --xml FOLDER       write libvirt's definitions there\n"
			"  --json             for programs\n");
	return stream == stdout ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool parse_number(const char *text, unsigned int *number)
{
	char *end;
	unsigned long value = strtoul(text, &end, 10);

	*number = (unsigned int)value;
	return text[0] >= '0' && text[0] <= '9' && !*end && value <= 65535;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{"vfs", required_argument, NULL, 'v'},
		{"apply", no_argument, NULL, 'a'},
		{"allow-destroy", no_argument, NULL, 'd'},
		{"spoof-check-off", no_argument, NULL, 's'},
		{"xml", required_argument, NULL, 'x'},
		{"json", no_argument, NULL, 'j'},
		{"help", no_argument, NULL, 'h'},
		{NULL, 0, NULL, 0},
	};
	struct tour tour = {.wanted = 7};
	bool json = false;
	int option, status;

	while ((option = getopt_long(argc, argv, "h", options, NULL)) != -1) {
		if (option == 'h')
			return usage(stdout);
		if (option == '?' || (option == 'v' && !parse_number(optarg, &tour.wanted)))
			return usage(stderr);
		tour.apply |= option == 'a';
		tour.allow_destroy |= option == 'd';
		tour.spoof_check_off |= option == 's';
		json |= option == 'j';
		if (option == 'x')
			tour.xml_folder = optarg;
	}
	tour.pf_count = (size_t)(argc - optind);
	if (tour.pf_count < 1 || tour.pf_count > MOST_PFS)
		return usage(stderr);
	story_begin(&tour.story, json);
	status = tell(&tour, argv + optind);
	story_end(&tour.story);
	sriov_guest_bond_unref(tour.plan);
	sriov_bond_unref(tour.bond);
	for (size_t i = 0; i < tour.pf_count; i++)
		sriov_pf_unref(tour.pfs[i]);
	sriov_context_unref(tour.context);
	return status;
}
