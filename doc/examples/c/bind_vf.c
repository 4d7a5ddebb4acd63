/* SPDX-License-Identifier: LGPL-2.1-or-later */
/* Binds a VF to vfio-pci until Enter is pressed, then puts its driver back: bind_vf em1 0 */
#include <limits.h>
#include <sriov/sriov.h>
#include <stdio.h>
#include <stdlib.h>

int main(int argc, char **argv)
{
	struct sriov_context *context = NULL;
	struct sriov_module *module = NULL;
	struct sriov_pf *pf = NULL;
	struct sriov_vf *vf = NULL;
	struct sriov_vfio *vfio = NULL;
	struct sriov_error *error = NULL;
	char *end = NULL;
	unsigned long index = argc == 3 ? strtoul(argv[2], &end, 10) : 0;

	if (!end || *end || end == argv[2] || argv[2][0] == '-' || index > UINT_MAX) {
		fprintf(stderr, "usage: bind_vf PF INDEX\n");
		return EXIT_FAILURE;
	}
	if (sriov_context_new(NULL, &context, &error) ||
	    sriov_module_open(context, "vfio-pci", &module, &error) ||
	    sriov_module_load(module, &error) || sriov_pf_open(context, argv[1], &pf, &error) ||
	    sriov_pf_open_vf(pf, (unsigned int)index, &vf, &error) ||
	    sriov_vfio_bind(sriov_vf_get_device(vf), NULL, &vfio, &error)) {
		fprintf(stderr, "%s\n", sriov_error_get_message(error));
	} else {
		const struct sriov_device *device = sriov_vfio_get_device(vfio);

		printf("%s is on vfio-pci, group /dev/vfio/%d. Enter gives it back.\n",
		       sriov_device_get_address(device), sriov_device_get_iommu_group(device));
		fflush(stdout);
		getchar();
		if (sriov_vfio_unbind(vfio, &error))
			fprintf(stderr, "%s\n", sriov_error_get_message(error));
	}
	sriov_vfio_unref(vfio);
	sriov_vf_unref(vf);
	sriov_pf_unref(pf);
	sriov_module_unref(module);
	sriov_context_unref(context);
	sriov_error_unref(error);
	return error ? EXIT_FAILURE : EXIT_SUCCESS;
}
