/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "host.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "fake.h"
#include "fake_tree.h"

/* What an igb gives a new VF. */
static const struct vf_settings fresh = {.vlan_protocol = 0x8100, .spoof_check = 1};

static const char *native_driver(const struct found *found)
{
	return found->vf_index < 0 ? "igb" : "igbvf";
}

static void copy(char *target, size_t size, const char *text)
{
	snprintf(target, size, "%s", text);
}

static void add_pf(struct host *host, const char *address, const char *interface, int index,
		   unsigned int vfs)
{
	struct fake_sriov sriov = fake_82576_sriov;
	struct pf *pf = &host->now.pfs[host->now.pf_count++];

	sriov.total = vfs;
	fake_add_82576(host->fake, address, interface, 0);
	fake_make_pf(host->fake, address, &sriov);
	copy(pf->self.address, sizeof(pf->self.address), address);
	copy(pf->self.driver, sizeof(pf->self.driver), "igb");
	copy(pf->interface, sizeof(pf->interface), interface);
	pf->index = index;
	pf->autoprobe = true;
	pf->total = vfs;
	for (unsigned int i = 0; i < vfs; i++)
		fake_vf_address(host->fake, address, i, pf->vfs[i].address);
}

struct host *host_new(const char *directory, unsigned int vfs)
{
	struct host *host = calloc(1, sizeof(*host));

	if (!host || vfs > MOST_VFS)
		return NULL;
	host->fake = fake_new_in(directory);
	fake_add_iommu_unit(host->fake, "dmar0");
	fake_add_process(host->fake, 1, "init");
	add_pf(host, "0000:01:00.0", "em1", 1000001, vfs);
	add_pf(host, "0000:02:00.0", "em2", 1000002, vfs);
	host_load(host, "igbvf");
	host_load(host, "vfio-pci");
	return host;
}

void host_free(struct host *host)
{
	fake_free(host->fake);
	free(host);
}

bool host_find(struct host *host, const char *address, struct found *found)
{
	for (size_t i = 0; i < host->now.pf_count; i++) {
		struct pf *pf = &host->now.pfs[i];

		*found = (struct found) {.pf = pf, .function = &pf->self, .vf_index = -1};
		if (!strcmp(address, pf->self.address))
			return true;
		for (unsigned int j = 0; j < pf->vf_count; j++) {
			found->function = &pf->vfs[j];
			found->vf_index = (int)j;
			if (!strcmp(address, pf->vfs[j].address))
				return true;
		}
	}
	return false;
}

/* --- Drivers ---------------------------------------------------------------------------------- */

static bool is_loaded(struct host *host, const char *driver)
{
	char *text = fake_read(host->fake, "sys/bus/pci/drivers/%s/bind", driver);

	free(text);
	return text != NULL;
}

void host_load(struct host *host, const char *driver)
{
	fake_add_driver(host->fake, driver);
}

void host_name_interface(const struct found *found, char name[32])
{
	if (found->vf_index < 0)
		snprintf(name, 32, "%s", found->pf->interface);
	else
		snprintf(name, 32, "%sv%d", found->pf->interface, found->vf_index);
}

int host_number_interface(const struct found *found)
{
	return found->vf_index < 0 ? found->pf->index
				   : found->pf->index + (found->vf_index + 1) * 100;
}

bool host_has_interface(const struct found *found)
{
	return !strcmp(found->function->driver, native_driver(found));
}

static void remove_interface(struct host *host, const struct found *found)
{
	fake_forget_interfaces(host->fake, found->function->address);
	fake_remove(host->fake, "sys/bus/pci/devices/%s/net", found->function->address);
}

/* An igbvf that gets no answer from the PF, which takes it of a VF that it trusts alone. */
static void make_up_mac(struct host *host, const struct found *found)
{
	static const uint8_t made_up[] = {0x9e, 0x71, 0x08, 0xf9, 0xb8, 0x7e};

	if (found->vf_index < 0 || !host->confused)
		return;
	host->confused--;
	if (found->function->settings.trust)
		memcpy(found->function->settings.mac, made_up, sizeof(made_up));
}

/* A PF that loses its driver loses its VFs. */
static void set_driver(struct host *host, const struct found *found, const char *driver)
{
	struct function *function = found->function;
	char name[32];

	if (host_has_interface(found))
		remove_interface(host, found);
	if (found->vf_index < 0)
		host_set_vf_count(host, found->pf, 0);
	fake_set_driver(host->fake, function->address, driver[0] ? driver : NULL);
	copy(function->driver, sizeof(function->driver), driver);
	host_name_interface(found, name);
	if (host_has_interface(found)) {
		make_up_mac(host, found);
		fake_add_interface(host->fake, function->address, name,
				   (unsigned int)host_number_interface(found));
		fake_write(host->fake, "0x1002\n", "sys/class/net/%s/flags", name);
	}
}

/* pci_match_device(): with an override that driver alone, and VFIO with one only. */
static bool matches(const struct found *found, const char *driver)
{
	const char *override = found->function->override;

	return !strcmp(driver, override[0] ? override : native_driver(found));
}

/* pci_device_can_probe(). */
static bool may_probe(const struct found *found)
{
	return found->vf_index < 0 || found->pf->autoprobe || found->function->override[0];
}

int host_probe(struct host *host, const struct found *found)
{
	const char *override = found->function->override;
	const char *driver = override[0] ? override : native_driver(found);

	if (!found->function->driver[0] && may_probe(found) && is_loaded(host, driver))
		set_driver(host, found, driver);
	return 0;
}

int host_bind(struct host *host, const struct found *found, const char *driver)
{
	if (!matches(found, driver))
		return ENODEV;
	if (found->function->driver[0])
		return EBUSY;
	if (!may_probe(found))
		return ENODEV;
	set_driver(host, found, driver);
	return 0;
}

int host_unbind(struct host *host, const struct found *found, const char *driver)
{
	if (strcmp(found->function->driver, driver))
		return ENODEV;
	set_driver(host, found, "");
	return 0;
}

int host_set_override(struct host *host, const struct found *found, const char *name)
{
	char text[DRIVER_SIZE + 2];

	if (strlen(name) >= DRIVER_SIZE)
		return EINVAL;
	copy(found->function->override, DRIVER_SIZE, name);
	snprintf(text, sizeof(text), "%s\n", name[0] ? name : "(null)");
	fake_set(host->fake, found->function->address, "driver_override", text);
	return 0;
}

/* --- VFs -------------------------------------------------------------------------------------- */

static void start_vfs(struct host *host, struct pf *pf)
{
	for (unsigned int i = 0; i < pf->vf_count; i++) {
		struct found found = {.pf = pf, .function = &pf->vfs[i], .vf_index = (int)i};

		found.function->driver[0] = found.function->override[0] = '\0';
		found.function->settings = fresh;
		host_probe(host, &found);
	}
}

int host_set_vf_count(struct host *host, struct pf *pf, unsigned int count)
{
	if (count > pf->total)
		return ERANGE;
	if (count == pf->vf_count)
		return 0;
	if (!pf->self.driver[0] || strcmp(pf->self.driver, "igb"))
		return ENOENT;
	if (count && pf->vf_count)
		return EBUSY;
	pf->vf_count = count;
	if (count)
		fake_add_vfs(host->fake, pf->self.address, count);
	else
		fake_remove_vfs(host->fake, pf->self.address);
	start_vfs(host, pf);
	return 0;
}

int host_set_autoprobe(struct host *host, struct pf *pf, bool autoprobe)
{
	pf->autoprobe = autoprobe;
	fake_set(host->fake, pf->self.address, "sriov_drivers_autoprobe",
		 autoprobe ? "1\n" : "0\n");
	return 0;
}
