# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""Manages SR-IOV on Linux: devices, PFs, VFs and all about them, through libsriov.

    with sriov.Context() as context:
        pf = context.open_pf("em1")
        pf.set_vf_count(7)
        print([vf.device.address for vf in pf.list_vfs()])

- All begins with a Context, which stands for one host. What it gives are snapshots: they tell what
  was true when they were read.
- What fails raises a SriovError, which is an OSError: NotFoundError, BusyError and so on, one for
  each code. A wrong type is a TypeError, and a number that C cannot hold a ValueError.
- Objects may be let go in any order and by any thread; close() and `with` do it at once. Calls that
  come from one context take turns, whichever thread they are made in; properties of snapshots wait
  for nothing.
- Lists are sequences, enumerations are integers with names, and options are keyword arguments: what
  is not given is the library's default.
"""

from .acs_capability import (ACSCapability, ACSService)
from .address_translation import (ATSCapability, PASIDCapability, PRICapability)
from .apply import (Apply, ApplyResult)
from .ari_capability import (ARICapability)
from .bar import (BAR, BARList, BARRole, BARSpace)
from .bond import (Bond, BondMode, FailOverMAC)
from .capabilities import (Capabilities, CapabilityState, PortType)
from .capability import (Capability, CapabilityList)
from .context import (Context, LogLevel)
from .device import (Device)
from .device_attributes import (PowerState)
from .device_filter import (Function)
from .device_interfaces import (InterfaceKind)
from .device_list import (DeviceList)
from .devlink import (
    DevlinkInfo,
    DevlinkPort,
    DevlinkPortFlavour,
    DevlinkPortList,
    DevlinkPortType,
    DevlinkVersionKind,
)
from .error import (
    AlreadyError,
    BlacklistedError,
    BusyError,
    CancelledError,
    Code,
    FailedError,
    ForbiddenError,
    GoneError,
    InvalidError,
    MalformedError,
    NoDriverError,
    NoMemoryError,
    NotFoundError,
    NotPFError,
    NotVFError,
    PartialError,
    SriovError,
    TimeoutError,
    TooManyVFsError,
    UnsupportedError,
    WouldDestroyError,
)
from .eswitch import (Eswitch, EswitchInlineMode, EswitchMode)
from .event import (Event, EventType, LinkChange)
from .finding import (Finding, FindingCode, FindingList, Severity)
from .guest_bond import (GuestBond)
from .holder import (Holder, HolderList, HolderVia)
from .host import (Host)
from .interrupt_capability import (MSICapability, MSIXCapability)
from .iommu import (IOMMU, IOMMUDomainType, IOMMUVendor, Lockdown, ModuleSwitch)
from .iommu_group import (IOMMUGroup, IOMMUGroupList, ViabilityRule)
from .iov_capability import (IOVCapability, VFBARKind)
from .lease import (Lease)
from .libvirt import (format_libvirt_interface)
from .module import (Module, ModuleState)
from .monitor import (Monitor)
from .netdev import (Netdev, NetdevList, Operstate)
from .owner import (Owner)
from .pcie_link import (PCIeLink)
from .pf import (PF, PFList)
from .pf_state import (PFState, PFStateList)
from .pf_use import (PFUse, PFUseKind, PFUseReason, PFUseReasonList)
from .plan import (Plan)
from .recovery import (Recovery, RecoveryList, RecoveryResult)
from .representor import (Representor, RepresentorList)
from .reservation import (Reservation)
from .reserved_region import (ReservedRegion, ReservedRegionList, ReservedRegionType)
from .resizable_bar import (ResizableBAR, ResizableBARList)
from .sharing_reason import (SharingCause, SharingReason, SharingReasonList)
from .state import (State)
from .step import (Step, StepEffect, StepKind, StepList, StepResult)
from .string_list import (StringList)
from .unfinished import (Unfinished, UnfinishedList)
from .version import (get_version)
from .vf import (VF, VFList)
from .vf_changes import (VFChangeResult, VFChanges, VFIndex)
from .vf_settings import (
    LinkState, Switch, VFAnswer, VFSetting, VFSettings, VFSettingsList, VLANProtocol
)
from .vf_state import (VFState, VFStateList)
from .vf_statistics import (VFStatistics, VFStatisticsList)
from .vf_use import (VFUse, VFUseList, VFUseState)
from .vfio import (VFIO)
from .vfio_descriptor import (allocate_vfio_ioas)
from .vfio_info import (VFIOIRQ, VFIOIRQList, VFIOInfo, VFIORegion, VFIORegionList)
from .vfio_many import (VFIOList)
from .vpd import (VPD, VPDChecksum, VPDField, VPDFieldList)

__all__ = (
    "ACSCapability",
    "ACSService",
    "ARICapability",
    "ATSCapability",
    "AlreadyError",
    "Apply",
    "ApplyResult",
    "BAR",
    "BARList",
    "BARRole",
    "BARSpace",
    "BlacklistedError",
    "Bond",
    "BondMode",
    "BusyError",
    "CancelledError",
    "Capabilities",
    "Capability",
    "CapabilityList",
    "CapabilityState",
    "Code",
    "Context",
    "Device",
    "DeviceList",
    "DevlinkInfo",
    "DevlinkPort",
    "DevlinkPortFlavour",
    "DevlinkPortList",
    "DevlinkPortType",
    "DevlinkVersionKind",
    "Eswitch",
    "EswitchInlineMode",
    "EswitchMode",
    "Event",
    "EventType",
    "FailOverMAC",
    "FailedError",
    "Finding",
    "FindingCode",
    "FindingList",
    "ForbiddenError",
    "Function",
    "GoneError",
    "GuestBond",
    "Holder",
    "HolderList",
    "HolderVia",
    "Host",
    "IOMMU",
    "IOMMUDomainType",
    "IOMMUGroup",
    "IOMMUGroupList",
    "IOMMUVendor",
    "IOVCapability",
    "InterfaceKind",
    "InvalidError",
    "Lease",
    "LinkChange",
    "LinkState",
    "Lockdown",
    "LogLevel",
    "MSICapability",
    "MSIXCapability",
    "MalformedError",
    "Module",
    "ModuleState",
    "ModuleSwitch",
    "Monitor",
    "Netdev",
    "NetdevList",
    "NoDriverError",
    "NoMemoryError",
    "NotFoundError",
    "NotPFError",
    "NotVFError",
    "Operstate",
    "Owner",
    "PASIDCapability",
    "PCIeLink",
    "PF",
    "PFList",
    "PFState",
    "PFStateList",
    "PFUse",
    "PFUseKind",
    "PFUseReason",
    "PFUseReasonList",
    "PRICapability",
    "PartialError",
    "Plan",
    "PortType",
    "PowerState",
    "Recovery",
    "RecoveryList",
    "RecoveryResult",
    "Representor",
    "RepresentorList",
    "Reservation",
    "ReservedRegion",
    "ReservedRegionList",
    "ReservedRegionType",
    "ResizableBAR",
    "ResizableBARList",
    "Severity",
    "SharingCause",
    "SharingReason",
    "SharingReasonList",
    "SriovError",
    "State",
    "Step",
    "StepEffect",
    "StepKind",
    "StepList",
    "StepResult",
    "StringList",
    "Switch",
    "TimeoutError",
    "TooManyVFsError",
    "Unfinished",
    "UnfinishedList",
    "UnsupportedError",
    "VF",
    "VFAnswer",
    "VFBARKind",
    "VFChangeResult",
    "VFChanges",
    "VFIO",
    "VFIOIRQ",
    "VFIOIRQList",
    "VFIOInfo",
    "VFIOList",
    "VFIORegion",
    "VFIORegionList",
    "VFIndex",
    "VFList",
    "VFSetting",
    "VFSettings",
    "VFSettingsList",
    "VFState",
    "VFStateList",
    "VFStatistics",
    "VFStatisticsList",
    "VFUse",
    "VFUseList",
    "VFUseState",
    "VLANProtocol",
    "VPD",
    "VPDChecksum",
    "VPDField",
    "VPDFieldList",
    "ViabilityRule",
    "WouldDestroyError",
    "allocate_vfio_ioas",
    "format_libvirt_interface",
    "get_version",
)
