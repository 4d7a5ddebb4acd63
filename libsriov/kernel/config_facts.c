/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "kernel/config_facts.h"

#define HEADER_TYPE	     0x0e
#define HEADER_MULTIFUNCTION 0x80
#define EXPRESS_VERSION	     0x000f
#define AF_RESETS	     0x03 /* it can tell pending transactions, and be reset */

/* One go through a space. */
struct reading {
	const struct config_space *space;
	struct config_facts *facts;
	bool (*found)(void *data, const struct config_capability *one);
	void *data;
	struct sriov_error *failure;
	enum sriov_code code;
};

static bool fetch(struct reading *reading, unsigned int offset, uint8_t *bytes, size_t size)
{
	reading->code = config_space_read(reading->space, offset, bytes, size, &reading->failure);
	return !reading->code;
}

static void read_express(struct reading *reading, unsigned int offset)
{
	struct config_express *express = &reading->facts->express;
	uint8_t bytes[CONFIG_EXPRESS_2_SIZE];

	if (!fetch(reading, offset, bytes, CONFIG_EXPRESS_SIZE))
		return;
	config_decode_express(bytes, express);
	express->offset = offset;
	if ((express->flags & EXPRESS_VERSION) < 2 ||
	    !fetch(reading, offset, bytes, CONFIG_EXPRESS_2_SIZE))
		return;
	config_decode_express_2(bytes, express);
}

static void read_msi(struct reading *reading, unsigned int offset)
{
	uint8_t bytes[CONFIG_MSI_SIZE];

	if (!fetch(reading, offset, bytes, sizeof(bytes)))
		return;
	reading->facts->msi.offset = offset;
	config_decode_msi(bytes, &reading->facts->msi);
}

static void read_msix(struct reading *reading, unsigned int offset)
{
	uint8_t bytes[CONFIG_MSIX_SIZE];

	if (!fetch(reading, offset, bytes, sizeof(bytes)))
		return;
	reading->facts->msix.offset = offset;
	config_decode_msix(bytes, &reading->facts->msix);
}

static void read_af(struct reading *reading, unsigned int offset)
{
	uint8_t bytes[CONFIG_AF_SIZE];

	if (fetch(reading, offset, bytes, sizeof(bytes)))
		reading->facts->has_af_reset = (config_decode_af(bytes) & AF_RESETS) == AF_RESETS;
}

static void read_serial(struct reading *reading, unsigned int offset)
{
	uint8_t bytes[CONFIG_SERIAL_SIZE];

	if (!fetch(reading, offset, bytes, sizeof(bytes)))
		return;
	reading->facts->has_serial = true;
	reading->facts->serial = config_decode_serial(bytes);
}

static void read_pair(struct reading *reading, unsigned int offset, struct config_pair *pair)
{
	uint8_t bytes[CONFIG_PAIR_SIZE];

	if (!fetch(reading, offset, bytes, sizeof(bytes)))
		return;
	pair->offset = offset;
	config_decode_pair(bytes, pair);
}

static void read_pri(struct reading *reading, unsigned int offset)
{
	uint8_t bytes[CONFIG_PRI_SIZE];

	if (!fetch(reading, offset, bytes, sizeof(bytes)))
		return;
	reading->facts->pri.offset = offset;
	config_decode_pri(bytes, &reading->facts->pri);
}

static void read_iov(struct reading *reading, unsigned int offset)
{
	reading->code = config_space_read_iov(reading->space, offset, &reading->facts->iov,
					      &reading->failure);
}

/* The first BAR's registers say how many there are. */
static void read_resizable(struct reading *reading, unsigned int offset,
			   struct config_resizable *resizable)
{
	uint8_t bytes[CONFIG_RESIZABLE_SIZE + (CONFIG_BARS - 1) * CONFIG_RESIZABLE_ENTRY];
	unsigned int count;

	if (!fetch(reading, offset, bytes, CONFIG_RESIZABLE_SIZE))
		return;
	count = config_count_resizable(bytes);
	if (count > 1 && !fetch(reading, offset, bytes,
				CONFIG_RESIZABLE_SIZE + (count - 1) * CONFIG_RESIZABLE_ENTRY))
		return;
	resizable->offset = offset;
	config_decode_resizable(bytes, count, resizable);
}

static void decode_first(struct reading *reading, const struct config_capability *one)
{
	struct config_facts *facts = reading->facts;

	if (one->id == CONFIG_ID_EXPRESS && !facts->express.offset)
		read_express(reading, one->offset);
	else if (one->id == CONFIG_ID_MSI && !facts->msi.offset)
		read_msi(reading, one->offset);
	else if (one->id == CONFIG_ID_MSIX && !facts->msix.offset)
		read_msix(reading, one->offset);
	else if (one->id == CONFIG_ID_AF)
		read_af(reading, one->offset);
}

static void decode_extended(struct reading *reading, const struct config_capability *one)
{
	struct config_facts *facts = reading->facts;

	switch (one->id) {
	case CONFIG_ID_SERIAL:
		if (!facts->has_serial)
			read_serial(reading, one->offset);
		break;
	case CONFIG_ID_ACS:
		read_pair(reading, one->offset, &facts->acs);
		break;
	case CONFIG_ID_ARI:
		read_pair(reading, one->offset, &facts->ari);
		break;
	case CONFIG_ID_ATS:
		read_pair(reading, one->offset, &facts->ats);
		break;
	case CONFIG_ID_PASID:
		read_pair(reading, one->offset, &facts->pasid);
		break;
	case CONFIG_ID_PRI:
		read_pri(reading, one->offset);
		break;
	case CONFIG_ID_SRIOV:
		read_iov(reading, one->offset);
		break;
	case CONFIG_ID_RESIZABLE:
		read_resizable(reading, one->offset, &facts->resizable);
		break;
	case CONFIG_ID_VF_RESIZABLE:
		read_resizable(reading, one->offset, &facts->vf_resizable);
		break;
	}
}

static bool decode(void *data, const struct config_capability *one)
{
	struct reading *reading = data;

	if (reading->found && !reading->found(reading->data, one))
		return false;
	if (one->extended)
		decode_extended(reading, one);
	else
		decode_first(reading, one);
	return !reading->code;
}

static enum sriov_code read_header_type(const struct config_space *space,
					struct config_facts *facts, struct sriov_error **error)
{
	uint8_t type;
	enum sriov_code code = config_space_read(space, HEADER_TYPE, &type, sizeof(type), error);

	facts->multifunction = !code && type & HEADER_MULTIFUNCTION;
	return code;
}

enum sriov_code config_facts_read(const struct config_space *space, struct config_facts *facts,
				  bool (*found)(void *data, const struct config_capability *one),
				  void *data, struct sriov_error **error)
{
	struct reading reading = {.space = space, .facts = facts, .found = found, .data = data};
	enum sriov_code code;

	*facts = (struct config_facts) {0};
	code = config_space_walk(space, decode, &reading, error);
	if (!code && reading.code)
		return error_move(error, &reading.failure);
	if (!code)
		code = read_header_type(space, facts, error);
	/* What was read last may be the ones of a device that went meanwhile. */
	if (!code)
		code = config_space_check(space, error);
	facts->extended_unreadable = facts->express.offset && !config_space_has_extended(space);
	return code;
}
