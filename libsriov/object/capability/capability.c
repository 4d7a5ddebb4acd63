/* SPDX-License-Identifier: LGPL-2.1-or-later */
#include "object/capability/capability.h"

#include "base/list.h"

OBJECT_REFERENCES(capability)
OBJECT_LIST(capability)

/* The names of the standards, as lspci has them. */
static const char *const first_names[] = {
	[0x01] = "Power Management",
	[0x02] = "AGP",
	[0x03] = "Vital Product Data (VPD)",
	[0x04] = "Slot ID",
	[0x05] = "Message Signalled Interrupts (MSI)",
	[0x06] = "CompactPCI Hot Swap",
	[0x07] = "PCI-X",
	[0x08] = "HyperTransport",
	[0x09] = "Vendor Specific Information",
	[0x0a] = "Debug port",
	[0x0b] = "CompactPCI central resource control",
	[0x0c] = "Hot-plug capable",
	[0x0d] = "Subsystem ID",
	[0x0e] = "AGP 8x",
	[0x0f] = "Secure device",
	[0x10] = "PCI Express",
	[0x11] = "Extended Message Signalled Interrupts (MSI-X)",
	[0x12] = "SATA HBA",
	[0x13] = "PCI Advanced Features (AF)",
	[0x14] = "Enhanced Allocation (EA)",
};

static const char *const extended_names[] = {
	[0x01] = "Advanced Error Reporting (AER)",
	[0x02] = "Virtual Channel",
	[0x03] = "Device Serial Number",
	[0x04] = "Power Budgeting",
	[0x05] = "Root Complex Link",
	[0x06] = "Root Complex Internal Link",
	[0x07] = "Root Complex Event Collector",
	[0x08] = "Multi-Function Virtual Channel",
	[0x09] = "Virtual Channel",
	[0x0a] = "Root Bridge Control Block",
	[0x0b] = "Vendor Specific Information",
	[0x0d] = "Access Control Services (ACS)",
	[0x0e] = "Alternative Routing-ID Interpretation (ARI)",
	[0x0f] = "Address Translation Service (ATS)",
	[CONFIG_ID_SRIOV] = "Single Root I/O Virtualization (SR-IOV)",
	[0x11] = "Multi-Root I/O Virtualization (MR-IOV)",
	[0x12] = "Multicast",
	[0x13] = "Page Request Interface (PRI)",
	[0x15] = "Resizable BAR",
	[0x16] = "Dynamic Power Allocation",
	[0x17] = "Transaction Processing Hints (TPH)",
	[0x18] = "Latency Tolerance Reporting (LTR)",
	[0x19] = "Secondary PCI Express",
	[0x1a] = "Protocol Multiplexing",
	[0x1b] = "Process Address Space ID (PASID)",
	[0x1c] = "LN Requester",
	[0x1d] = "Downstream Port Containment (DPC)",
	[0x1e] = "L1 PM Substates",
	[0x1f] = "Precision Time Measurement (PTM)",
	[0x20] = "PCI Express over M-PHY",
	[0x21] = "FRS Queueing",
	[0x22] = "Readiness Time Reporting",
	[0x23] = "Designated Vendor-Specific",
	[0x24] = "VF Resizable BAR",
	[0x25] = "Data Link Feature",
	[0x26] = "Physical Layer 16.0 GT/s",
	[0x27] = "Lane Margining at the Receiver",
	[0x28] = "Hierarchy ID",
	[0x29] = "Native PCIe Enclosure Management",
	[0x2a] = "Physical Layer 32.0 GT/s",
	[0x2b] = "Alternate Protocol",
	[0x2c] = "System Firmware Intermediary",
	[0x2d] = "Shadow Functions",
	[0x2e] = "Data Object Exchange",
};

static const char *find_name(const char *const *names, size_t count, unsigned int id)
{
	return id < count && names[id] ? names[id] : "unknown";
}

EXPORT unsigned int sriov_capability_get_id(const struct sriov_capability *capability)
{
	return capability ? capability->facts.id : 0;
}

EXPORT bool sriov_capability_is_extended(const struct sriov_capability *capability)
{
	return capability && capability->facts.extended;
}

EXPORT unsigned int sriov_capability_get_version(const struct sriov_capability *capability)
{
	return capability ? capability->facts.version : 0;
}

EXPORT unsigned int sriov_capability_get_offset(const struct sriov_capability *capability)
{
	return capability ? capability->facts.offset : 0;
}

EXPORT const char *sriov_capability_get_name(const struct sriov_capability *capability)
{
	if (!capability)
		return NULL;
	if (capability->facts.extended)
		return find_name(extended_names, ARRAY_SIZE(extended_names), capability->facts.id);
	return find_name(first_names, ARRAY_SIZE(first_names), capability->facts.id);
}
