/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/config_decode.h"

/* Offsets below are those of the PCI Express Base Specification, from each capability's start. */

void config_decode_iov(const uint8_t *bytes, struct config_iov *iov)
{
	iov->capability = config_dword(bytes + 0x04);
	iov->control = config_word(bytes + 0x08);
	iov->status = config_word(bytes + 0x0a);
	iov->initial_vfs = config_word(bytes + 0x0c);
	iov->total_vfs = config_word(bytes + 0x0e);
	iov->vf_count = config_word(bytes + 0x10);
	iov->dependency_link = bytes[0x12];
	iov->vf_offset = config_word(bytes + 0x14);
	iov->vf_stride = config_word(bytes + 0x16);
	iov->vf_device_id = config_word(bytes + 0x1a);
	iov->supported_page_sizes = config_dword(bytes + 0x1c);
	iov->system_page_size = config_dword(bytes + 0x20);
	for (size_t i = 0; i < CONFIG_BARS; i++)
		iov->vf_bars[i] = config_dword(bytes + 0x24 + 4 * i);
	iov->migration_array = config_dword(bytes + 0x3c);
}

void config_decode_pair(const uint8_t *bytes, struct config_pair *pair)
{
	pair->capability = config_word(bytes + 0x04);
	pair->control = config_word(bytes + 0x06);
}

void config_decode_pri(const uint8_t *bytes, struct config_pri *pri)
{
	pri->control = config_word(bytes + 0x04);
	pri->status = config_word(bytes + 0x06);
	pri->capacity = config_dword(bytes + 0x08);
	pri->allocation = config_dword(bytes + 0x0c);
}

void config_decode_express(const uint8_t *bytes, struct config_express *express)
{
	express->flags = config_word(bytes + 0x02);
	express->capability = config_dword(bytes + 0x04);
}

void config_decode_express_2(const uint8_t *bytes, struct config_express *express)
{
	express->capability2 = config_dword(bytes + 0x24);
	express->control2 = config_word(bytes + 0x28);
}

void config_decode_msi(const uint8_t *bytes, struct config_msi *msi)
{
	msi->control = config_word(bytes + 0x02);
}

void config_decode_msix(const uint8_t *bytes, struct config_msix *msix)
{
	msix->control = config_word(bytes + 0x02);
	msix->table = config_dword(bytes + 0x04);
	msix->pending = config_dword(bytes + 0x08);
}

uint8_t config_decode_af(const uint8_t *bytes)
{
	return bytes[0x03];
}

uint64_t config_decode_serial(const uint8_t *bytes)
{
	return config_dword(bytes + 0x04) | (uint64_t)config_dword(bytes + 0x08) << 32;
}

unsigned int config_count_resizable(const uint8_t *bytes)
{
	unsigned int count = config_dword(bytes + 0x08) >> 5 & 7;

	return count < CONFIG_BARS ? count : CONFIG_BARS;
}

void config_decode_resizable(const uint8_t *bytes, unsigned int count,
			     struct config_resizable *resizable)
{
	resizable->count = count;
	for (unsigned int i = 0; i < count; i++) {
		const uint8_t *entry = bytes + 0x04 + CONFIG_RESIZABLE_ENTRY * i;

		resizable->bars[i].capability = config_dword(entry);
		resizable->bars[i].control = config_dword(entry + 0x04);
	}
}
