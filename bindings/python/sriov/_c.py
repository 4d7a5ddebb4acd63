# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""The functions of the library, as C declares them: for the other modules, not for users."""

from __future__ import annotations

from ctypes import (
    CFUNCTYPE,
    POINTER,
    c_bool,
    c_char_p,
    c_int,
    c_int64,
    c_size_t,
    c_uint,
    c_uint16,
    c_uint32,
    c_uint64,
    c_void_p,
)

from ._runtime.handles import counted
from ._runtime.loading import function

# A class of handles for each struct.
ACSCapability = counted("sriov_acs_capability")
ATSCapability = counted("sriov_ats_capability")
PASIDCapability = counted("sriov_pasid_capability")
PRICapability = counted("sriov_pri_capability")
Apply = counted("sriov_apply")
ApplyOptions = counted("sriov_apply_options")
ARICapability = counted("sriov_ari_capability")
BAR = counted("sriov_bar")
BARList = counted("sriov_bar_list")
Bond = counted("sriov_bond")
Capabilities = counted("sriov_capabilities")
Capability = counted("sriov_capability")
CapabilityList = counted("sriov_capability_list")
Context = counted("sriov_context")
ContextOptions = counted("sriov_context_options")
Device = counted("sriov_device")
DeviceFilter = counted("sriov_device_filter")
DeviceList = counted("sriov_device_list")
DevlinkPort = counted("sriov_devlink_port")
DevlinkPortList = counted("sriov_devlink_port_list")
DevlinkInfo = counted("sriov_devlink_info")
Error = counted("sriov_error")
Eswitch = counted("sriov_eswitch")
Event = counted("sriov_event")
Finding = counted("sriov_finding")
FindingList = counted("sriov_finding_list")
GuestBond = counted("sriov_guest_bond")
Holder = counted("sriov_holder")
HolderList = counted("sriov_holder_list")
Host = counted("sriov_host")
MSICapability = counted("sriov_msi_capability")
MSIXCapability = counted("sriov_msix_capability")
IOMMU = counted("sriov_iommu")
IOMMUGroup = counted("sriov_iommu_group")
IOMMUGroupList = counted("sriov_iommu_group_list")
IOVCapability = counted("sriov_iov_capability")
Lease = counted("sriov_lease")
LeaseOptions = counted("sriov_lease_options")
Module = counted("sriov_module")
Monitor = counted("sriov_monitor")
MonitorOptions = counted("sriov_monitor_options")
Netdev = counted("sriov_netdev")
NetdevList = counted("sriov_netdev_list")
Owner = counted("sriov_owner")
PCIeLink = counted("sriov_pcie_link")
PF = counted("sriov_pf")
PFList = counted("sriov_pf_list")
PFState = counted("sriov_pf_state")
PFStateList = counted("sriov_pf_state_list")
PFUse = counted("sriov_pf_use")
PFUseReason = counted("sriov_pf_use_reason")
PFUseReasonList = counted("sriov_pf_use_reason_list")
Plan = counted("sriov_plan")
Recovery = counted("sriov_recovery")
RecoveryList = counted("sriov_recovery_list")
Representor = counted("sriov_representor")
RepresentorList = counted("sriov_representor_list")
Reservation = counted("sriov_reservation")
ReservationOptions = counted("sriov_reservation_options")
ReservedRegion = counted("sriov_reserved_region")
ReservedRegionList = counted("sriov_reserved_region_list")
ResizableBAR = counted("sriov_resizable_bar")
ResizableBARList = counted("sriov_resizable_bar_list")
SharingReason = counted("sriov_sharing_reason")
SharingReasonList = counted("sriov_sharing_reason_list")
State = counted("sriov_state")
Step = counted("sriov_step")
StepList = counted("sriov_step_list")
StringList = counted("sriov_string_list")
Unfinished = counted("sriov_unfinished")
UnfinishedList = counted("sriov_unfinished_list")
VF = counted("sriov_vf")
VFList = counted("sriov_vf_list")
VFChanges = counted("sriov_vf_changes")
VFCountOptions = counted("sriov_vf_count_options")
VFSettings = counted("sriov_vf_settings")
VFSettingsList = counted("sriov_vf_settings_list")
VFState = counted("sriov_vf_state")
VFStateList = counted("sriov_vf_state_list")
VFStatistics = counted("sriov_vf_statistics")
VFStatisticsList = counted("sriov_vf_statistics_list")
VFUse = counted("sriov_vf_use")
VFUseList = counted("sriov_vf_use_list")
VFIO = counted("sriov_vfio")
VFIOInfo = counted("sriov_vfio_info")
VFIORegion = counted("sriov_vfio_region")
VFIORegionList = counted("sriov_vfio_region_list")
VFIOIRQ = counted("sriov_vfio_irq")
VFIOIRQList = counted("sriov_vfio_irq_list")
VFIOBindOptions = counted("sriov_vfio_bind_options")
VFIOList = counted("sriov_vfio_list")
VPDField = counted("sriov_vpd_field")
VPDFieldList = counted("sriov_vpd_field_list")
VPD = counted("sriov_vpd")

# The functions.
sriov_acs_service_get_name = function("sriov_acs_service_get_name", c_char_p, c_int)
sriov_acs_capability_get_offset = function("sriov_acs_capability_get_offset", c_uint, ACSCapability)
sriov_acs_capability_has = function("sriov_acs_capability_has", c_bool, ACSCapability, c_int)
sriov_acs_capability_is_enabled = function(
    "sriov_acs_capability_is_enabled", c_bool, ACSCapability, c_int
)
sriov_acs_capability_get_egress_vector_bits = function(
    "sriov_acs_capability_get_egress_vector_bits", c_uint, ACSCapability
)
sriov_acs_capability_is_isolating = function(
    "sriov_acs_capability_is_isolating", c_bool, ACSCapability
)
sriov_ats_capability_get_offset = function("sriov_ats_capability_get_offset", c_uint, ATSCapability)
sriov_ats_capability_get_queue_depth = function(
    "sriov_ats_capability_get_queue_depth", c_uint, ATSCapability
)
sriov_ats_capability_is_page_aligned = function(
    "sriov_ats_capability_is_page_aligned", c_bool, ATSCapability
)
sriov_ats_capability_has_global_invalidate = function(
    "sriov_ats_capability_has_global_invalidate", c_bool, ATSCapability
)
sriov_ats_capability_is_enabled = function("sriov_ats_capability_is_enabled", c_bool, ATSCapability)
sriov_ats_capability_get_smallest_translation_bytes = function(
    "sriov_ats_capability_get_smallest_translation_bytes", c_uint64, ATSCapability
)
sriov_pasid_capability_get_offset = function(
    "sriov_pasid_capability_get_offset", c_uint, PASIDCapability
)
sriov_pasid_capability_get_width_bits = function(
    "sriov_pasid_capability_get_width_bits", c_uint, PASIDCapability
)
sriov_pasid_capability_has_execute = function(
    "sriov_pasid_capability_has_execute", c_bool, PASIDCapability
)
sriov_pasid_capability_has_privileged = function(
    "sriov_pasid_capability_has_privileged", c_bool, PASIDCapability
)
sriov_pasid_capability_is_enabled = function(
    "sriov_pasid_capability_is_enabled", c_bool, PASIDCapability
)
sriov_pasid_capability_is_execute_enabled = function(
    "sriov_pasid_capability_is_execute_enabled", c_bool, PASIDCapability
)
sriov_pasid_capability_is_privileged_enabled = function(
    "sriov_pasid_capability_is_privileged_enabled", c_bool, PASIDCapability
)
sriov_pri_capability_get_offset = function("sriov_pri_capability_get_offset", c_uint, PRICapability)
sriov_pri_capability_is_enabled = function("sriov_pri_capability_is_enabled", c_bool, PRICapability)
sriov_pri_capability_is_stopped = function("sriov_pri_capability_is_stopped", c_bool, PRICapability)
sriov_pri_capability_has_failed = function("sriov_pri_capability_has_failed", c_bool, PRICapability)
sriov_pri_capability_is_pasid_required = function(
    "sriov_pri_capability_is_pasid_required", c_bool, PRICapability
)
sriov_pri_capability_get_capacity = function(
    "sriov_pri_capability_get_capacity", c_uint32, PRICapability
)
sriov_pri_capability_get_allocation = function(
    "sriov_pri_capability_get_allocation", c_uint32, PRICapability
)
sriov_apply_options_new = function(
    "sriov_apply_options_new", c_int, POINTER(ApplyOptions), POINTER(Error)
)
sriov_apply_options_set_owner = function(
    "sriov_apply_options_set_owner", c_int, ApplyOptions, c_char_p, POINTER(Error)
)
sriov_apply_options_add_lease = function(
    "sriov_apply_options_add_lease", c_int, ApplyOptions, Lease, POINTER(Error)
)
sriov_apply_options_set_wait_ms = function(
    "sriov_apply_options_set_wait_ms", None, ApplyOptions, c_uint32
)
sriov_apply_options_set_deadline_ms = function(
    "sriov_apply_options_set_deadline_ms", None, ApplyOptions, c_uint32
)
sriov_apply_options_set_parallelism = function(
    "sriov_apply_options_set_parallelism", None, ApplyOptions, c_uint
)
sriov_apply_options_set_progress_callback = CFUNCTYPE(c_bool, c_void_p, c_void_p, c_int)
sriov_apply_options_set_progress = function(
    "sriov_apply_options_set_progress",
    None,
    ApplyOptions,
    sriov_apply_options_set_progress_callback,
    c_void_p,
)
sriov_plan_apply = function(
    "sriov_plan_apply", c_int, Plan, ApplyOptions, POINTER(Apply), POINTER(Error)
)
sriov_apply_start = function(
    "sriov_apply_start", c_int, Plan, ApplyOptions, POINTER(Apply), POINTER(Error)
)
sriov_apply_get_descriptor = function("sriov_apply_get_descriptor", c_int, Apply)
sriov_apply_advance = function("sriov_apply_advance", None, Apply)
sriov_apply_cancel = function("sriov_apply_cancel", None, Apply)
sriov_apply_get_result = function("sriov_apply_get_result", c_int, Apply)
sriov_apply_get_error = function("sriov_apply_get_error", c_void_p, Apply)
sriov_apply_get_plan = function("sriov_apply_get_plan", c_void_p, Apply)
sriov_apply_get_done_count = function("sriov_apply_get_done_count", c_size_t, Apply)
sriov_apply_get_step_result = function("sriov_apply_get_step_result", c_int, Apply, c_size_t)
sriov_apply_get_step_error = function("sriov_apply_get_step_error", c_void_p, Apply, c_size_t)
sriov_ari_capability_get_offset = function("sriov_ari_capability_get_offset", c_uint, ARICapability)
sriov_ari_capability_get_next_function = function(
    "sriov_ari_capability_get_next_function", c_uint, ARICapability
)
sriov_ari_capability_has_mfvc_groups = function(
    "sriov_ari_capability_has_mfvc_groups", c_bool, ARICapability
)
sriov_ari_capability_has_acs_groups = function(
    "sriov_ari_capability_has_acs_groups", c_bool, ARICapability
)
sriov_ari_capability_get_function_group = function(
    "sriov_ari_capability_get_function_group", c_uint, ARICapability
)
sriov_bar_role_get_name = function("sriov_bar_role_get_name", c_char_p, c_int)
sriov_bar_get_role = function("sriov_bar_get_role", c_int, BAR)
sriov_bar_get_index = function("sriov_bar_get_index", c_uint, BAR)
sriov_bar_get_space = function("sriov_bar_get_space", c_int, BAR)
sriov_bar_is_64_bit = function("sriov_bar_is_64_bit", c_bool, BAR)
sriov_bar_is_prefetchable = function("sriov_bar_is_prefetchable", c_bool, BAR)
sriov_bar_is_assigned = function("sriov_bar_is_assigned", c_bool, BAR)
sriov_bar_get_address = function("sriov_bar_get_address", c_uint64, BAR)
sriov_bar_get_size_bytes = function("sriov_bar_get_size_bytes", c_uint64, BAR)
sriov_bar_get_vf_size_bytes = function("sriov_bar_get_vf_size_bytes", c_uint64, BAR)
sriov_bar_get_error = function("sriov_bar_get_error", c_void_p, BAR)
sriov_bar_list_get_count = function("sriov_bar_list_get_count", c_size_t, BARList)
sriov_bar_list_get = function("sriov_bar_list_get", c_void_p, BARList, c_size_t)
sriov_bond_open = function(
    "sriov_bond_open", c_int, Context, c_char_p, POINTER(Bond), POINTER(Error)
)
sriov_bond_open_above = function(
    "sriov_bond_open_above", c_int, Context, c_char_p, POINTER(Bond), POINTER(Error)
)
sriov_bond_get_name = function("sriov_bond_get_name", c_char_p, Bond)
sriov_bond_get_mode = function("sriov_bond_get_mode", c_int, Bond)
sriov_bond_get_mode_name = function("sriov_bond_get_mode_name", c_char_p, Bond)
sriov_bond_get_miimon_ms = function("sriov_bond_get_miimon_ms", c_uint, Bond)
sriov_bond_get_updelay_ms = function("sriov_bond_get_updelay_ms", c_uint, Bond)
sriov_bond_get_downdelay_ms = function("sriov_bond_get_downdelay_ms", c_uint, Bond)
sriov_bond_get_primary = function("sriov_bond_get_primary", c_char_p, Bond)
sriov_bond_get_fail_over_mac = function("sriov_bond_get_fail_over_mac", c_int, Bond)
sriov_bond_get_active_member = function("sriov_bond_get_active_member", c_char_p, Bond)
sriov_bond_get_members = function("sriov_bond_get_members", c_void_p, Bond)
sriov_bond_get_options = function("sriov_bond_get_options", c_char_p, Bond)
sriov_device_read_capabilities = function(
    "sriov_device_read_capabilities", c_int, Device, POINTER(Capabilities), POINTER(Error)
)
sriov_device_list_capabilities = function(
    "sriov_device_list_capabilities", c_int, Device, POINTER(CapabilityList), POINTER(Error)
)
sriov_device_read_iov_capability = function(
    "sriov_device_read_iov_capability", c_int, Device, POINTER(IOVCapability), POINTER(Error)
)
sriov_capabilities_get_list = function("sriov_capabilities_get_list", c_void_p, Capabilities)
sriov_capabilities_get_state = function(
    "sriov_capabilities_get_state", c_int, Capabilities, c_bool, c_uint
)
sriov_capabilities_get_obstacle = function(
    "sriov_capabilities_get_obstacle", c_char_p, Capabilities
)
sriov_capabilities_get_port_type = function("sriov_capabilities_get_port_type", c_int, Capabilities)
sriov_capabilities_is_multifunction = function(
    "sriov_capabilities_is_multifunction", c_bool, Capabilities
)
sriov_capabilities_has_function_level_reset = function(
    "sriov_capabilities_has_function_level_reset", c_bool, Capabilities
)
sriov_capabilities_has_ari_forwarding = function(
    "sriov_capabilities_has_ari_forwarding", c_bool, Capabilities
)
sriov_capabilities_is_ari_forwarding_enabled = function(
    "sriov_capabilities_is_ari_forwarding_enabled", c_bool, Capabilities
)
sriov_capabilities_get_serial_number = function(
    "sriov_capabilities_get_serial_number", c_char_p, Capabilities
)
sriov_capabilities_get_iov = function("sriov_capabilities_get_iov", c_void_p, Capabilities)
sriov_capabilities_get_acs = function("sriov_capabilities_get_acs", c_void_p, Capabilities)
sriov_capabilities_get_ari = function("sriov_capabilities_get_ari", c_void_p, Capabilities)
sriov_capabilities_get_ats = function("sriov_capabilities_get_ats", c_void_p, Capabilities)
sriov_capabilities_get_pasid = function("sriov_capabilities_get_pasid", c_void_p, Capabilities)
sriov_capabilities_get_pri = function("sriov_capabilities_get_pri", c_void_p, Capabilities)
sriov_capabilities_get_msi = function("sriov_capabilities_get_msi", c_void_p, Capabilities)
sriov_capabilities_get_msix = function("sriov_capabilities_get_msix", c_void_p, Capabilities)
sriov_capabilities_get_resizable_bars = function(
    "sriov_capabilities_get_resizable_bars", c_void_p, Capabilities
)
sriov_capabilities_get_vf_resizable_bars = function(
    "sriov_capabilities_get_vf_resizable_bars", c_void_p, Capabilities
)
sriov_capability_get_id = function("sriov_capability_get_id", c_uint, Capability)
sriov_capability_is_extended = function("sriov_capability_is_extended", c_bool, Capability)
sriov_capability_get_version = function("sriov_capability_get_version", c_uint, Capability)
sriov_capability_get_offset = function("sriov_capability_get_offset", c_uint, Capability)
sriov_capability_get_name = function("sriov_capability_get_name", c_char_p, Capability)
sriov_capability_list_get_count = function(
    "sriov_capability_list_get_count", c_size_t, CapabilityList
)
sriov_capability_list_get = function(
    "sriov_capability_list_get", c_void_p, CapabilityList, c_size_t
)
sriov_context_options_new = function(
    "sriov_context_options_new", c_int, POINTER(ContextOptions), POINTER(Error)
)
sriov_context_options_set_sysfs = function(
    "sriov_context_options_set_sysfs", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_procfs = function(
    "sriov_context_options_set_procfs", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_devfs = function(
    "sriov_context_options_set_devfs", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_modules = function(
    "sriov_context_options_set_modules", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_modprobe = function(
    "sriov_context_options_set_modprobe", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_runtime_directory = function(
    "sriov_context_options_set_runtime_directory", c_int, ContextOptions, c_char_p, POINTER(Error)
)
sriov_context_options_set_deadline_ms = function(
    "sriov_context_options_set_deadline_ms", c_int, ContextOptions, c_uint, POINTER(Error)
)
sriov_context_options_set_netns = function(
    "sriov_context_options_set_netns", c_int, ContextOptions, c_int, POINTER(Error)
)
sriov_context_options_set_log_callback = CFUNCTYPE(None, c_void_p, c_int, c_char_p)
sriov_context_options_set_log = function(
    "sriov_context_options_set_log",
    c_int,
    ContextOptions,
    c_int,
    sriov_context_options_set_log_callback,
    c_void_p,
    POINTER(Error),
)
sriov_context_new = function(
    "sriov_context_new", c_int, ContextOptions, POINTER(Context), POINTER(Error)
)
sriov_device_open = function(
    "sriov_device_open", c_int, Context, c_char_p, POINTER(Device), POINTER(Error)
)
sriov_device_get_context = function("sriov_device_get_context", c_void_p, Device)
sriov_device_get_address = function("sriov_device_get_address", c_char_p, Device)
sriov_device_get_error = function("sriov_device_get_error", c_void_p, Device)
sriov_device_get_vendor_id = function("sriov_device_get_vendor_id", c_uint16, Device)
sriov_device_get_device_id = function("sriov_device_get_device_id", c_uint16, Device)
sriov_device_get_subsystem_vendor_id = function(
    "sriov_device_get_subsystem_vendor_id", c_uint16, Device
)
sriov_device_get_subsystem_device_id = function(
    "sriov_device_get_subsystem_device_id", c_uint16, Device
)
sriov_device_get_class = function("sriov_device_get_class", c_uint32, Device)
sriov_device_get_driver = function("sriov_device_get_driver", c_char_p, Device)
sriov_device_get_modalias = function("sriov_device_get_modalias", c_char_p, Device)
sriov_device_get_iommu_group = function("sriov_device_get_iommu_group", c_int, Device)
sriov_device_read_name = function(
    "sriov_device_read_name", c_int, Device, POINTER(c_void_p), POINTER(Error)
)
sriov_device_read_numa_node = function(
    "sriov_device_read_numa_node", c_int, Device, POINTER(c_int), POINTER(Error)
)
sriov_device_read_local_cpus = function(
    "sriov_device_read_local_cpus", c_int, Device, POINTER(c_void_p), POINTER(Error)
)
sriov_device_read_revision = function(
    "sriov_device_read_revision", c_int, Device, POINTER(c_uint), POINTER(Error)
)
sriov_device_read_pcie_link = function(
    "sriov_device_read_pcie_link", c_int, Device, POINTER(PCIeLink), POINTER(Error)
)
sriov_device_list_reset_methods = function(
    "sriov_device_list_reset_methods", c_int, Device, POINTER(StringList), POINTER(Error)
)
sriov_device_read_reset_support = function(
    "sriov_device_read_reset_support", c_int, Device, POINTER(c_bool), POINTER(Error)
)
sriov_device_read_power_state = function(
    "sriov_device_read_power_state", c_int, Device, POINTER(c_int), POINTER(Error)
)
sriov_device_read_d3cold_allowed = function(
    "sriov_device_read_d3cold_allowed", c_int, Device, POINTER(c_bool), POINTER(Error)
)
sriov_device_read_enable_count = function(
    "sriov_device_read_enable_count", c_int, Device, POINTER(c_uint), POINTER(Error)
)
sriov_device_read_driver_override = function(
    "sriov_device_read_driver_override", c_int, Device, POINTER(c_void_p), POINTER(Error)
)
sriov_device_read_msix_in_use = function(
    "sriov_device_read_msix_in_use", c_int, Device, POINTER(c_uint), POINTER(Error)
)
sriov_device_read_vpd = function(
    "sriov_device_read_vpd", c_int, Device, POINTER(VPD), POINTER(Error)
)
sriov_device_list_bars = function(
    "sriov_device_list_bars", c_int, Device, POINTER(BARList), POINTER(Error)
)
sriov_device_filter_new = function(
    "sriov_device_filter_new", c_int, POINTER(DeviceFilter), POINTER(Error)
)
sriov_device_filter_set_class = function(
    "sriov_device_filter_set_class", c_int, DeviceFilter, c_uint32, c_uint32, POINTER(Error)
)
sriov_device_filter_set_vendor_id = function(
    "sriov_device_filter_set_vendor_id", c_int, DeviceFilter, c_uint16, POINTER(Error)
)
sriov_device_filter_set_device_id = function(
    "sriov_device_filter_set_device_id", c_int, DeviceFilter, c_uint16, POINTER(Error)
)
sriov_device_filter_set_driver = function(
    "sriov_device_filter_set_driver", c_int, DeviceFilter, c_char_p, POINTER(Error)
)
sriov_device_filter_set_function = function(
    "sriov_device_filter_set_function", c_int, DeviceFilter, c_int, POINTER(Error)
)
sriov_device_list_interfaces = function(
    "sriov_device_list_interfaces", c_int, Device, POINTER(StringList), POINTER(Error)
)
sriov_device_list_interfaces_of_kind = function(
    "sriov_device_list_interfaces_of_kind",
    c_int,
    Device,
    c_int,
    POINTER(StringList),
    POINTER(Error),
)
sriov_device_list = function(
    "sriov_device_list", c_int, Context, DeviceFilter, POINTER(DeviceList), POINTER(Error)
)
sriov_device_list_new = function(
    "sriov_device_list_new", c_int, POINTER(DeviceList), POINTER(Error)
)
sriov_device_list_add = function("sriov_device_list_add", c_int, DeviceList, Device, POINTER(Error))
sriov_device_list_get_count = function("sriov_device_list_get_count", c_size_t, DeviceList)
sriov_device_list_get = function("sriov_device_list_get", c_void_p, DeviceList, c_size_t)
sriov_device_list_modules = function(
    "sriov_device_list_modules", c_int, Device, POINTER(StringList), POINTER(Error)
)
sriov_device_list_vfio_modules = function(
    "sriov_device_list_vfio_modules", c_int, Device, POINTER(StringList), POINTER(Error)
)
sriov_devlink_port_list_get_count = function(
    "sriov_devlink_port_list_get_count", c_size_t, DevlinkPortList
)
sriov_devlink_port_list_get = function(
    "sriov_devlink_port_list_get", c_void_p, DevlinkPortList, c_size_t
)
sriov_devlink_port_get_index = function("sriov_devlink_port_get_index", c_uint, DevlinkPort)
sriov_devlink_port_get_type = function("sriov_devlink_port_get_type", c_int, DevlinkPort)
sriov_devlink_port_get_flavour = function("sriov_devlink_port_get_flavour", c_int, DevlinkPort)
sriov_devlink_port_get_number = function("sriov_devlink_port_get_number", c_int64, DevlinkPort)
sriov_devlink_port_get_controller = function(
    "sriov_devlink_port_get_controller", c_int64, DevlinkPort
)
sriov_devlink_port_is_external = function("sriov_devlink_port_is_external", c_bool, DevlinkPort)
sriov_devlink_port_get_pf_number = function(
    "sriov_devlink_port_get_pf_number", c_int64, DevlinkPort
)
sriov_devlink_port_get_vf_index = function("sriov_devlink_port_get_vf_index", c_int64, DevlinkPort)
sriov_devlink_port_get_sf_number = function(
    "sriov_devlink_port_get_sf_number", c_int64, DevlinkPort
)
sriov_devlink_port_get_netdev_index = function(
    "sriov_devlink_port_get_netdev_index", c_int, DevlinkPort
)
sriov_devlink_port_get_netdev_name = function(
    "sriov_devlink_port_get_netdev_name", c_char_p, DevlinkPort
)
sriov_devlink_port_get_infiniband_name = function(
    "sriov_devlink_port_get_infiniband_name", c_char_p, DevlinkPort
)
sriov_device_list_devlink_ports = function(
    "sriov_device_list_devlink_ports", c_int, Device, POINTER(DevlinkPortList), POINTER(Error)
)
sriov_devlink_info_get_driver = function("sriov_devlink_info_get_driver", c_char_p, DevlinkInfo)
sriov_devlink_info_get_serial_number = function(
    "sriov_devlink_info_get_serial_number", c_char_p, DevlinkInfo
)
sriov_devlink_info_get_board_serial_number = function(
    "sriov_devlink_info_get_board_serial_number", c_char_p, DevlinkInfo
)
sriov_devlink_info_get_version_count = function(
    "sriov_devlink_info_get_version_count", c_size_t, DevlinkInfo
)
sriov_devlink_info_get_version_name = function(
    "sriov_devlink_info_get_version_name", c_char_p, DevlinkInfo, c_size_t
)
sriov_devlink_info_get_version_value = function(
    "sriov_devlink_info_get_version_value", c_char_p, DevlinkInfo, c_size_t
)
sriov_devlink_info_get_version_kind = function(
    "sriov_devlink_info_get_version_kind", c_int, DevlinkInfo, c_size_t
)
sriov_device_read_devlink_info = function(
    "sriov_device_read_devlink_info", c_int, Device, POINTER(DevlinkInfo), POINTER(Error)
)
sriov_code_get_name = function("sriov_code_get_name", c_char_p, c_int)
sriov_error_get_code = function("sriov_error_get_code", c_int, Error)
sriov_error_get_errno = function("sriov_error_get_errno", c_int, Error)
sriov_error_get_operation = function("sriov_error_get_operation", c_char_p, Error)
sriov_error_get_path = function("sriov_error_get_path", c_char_p, Error)
sriov_error_get_attribute = function("sriov_error_get_attribute", c_char_p, Error)
sriov_error_get_device = function("sriov_error_get_device", c_char_p, Error)
sriov_error_get_vf_index = function("sriov_error_get_vf_index", c_int, Error)
sriov_error_get_message = function("sriov_error_get_message", c_char_p, Error)
sriov_error_get_cause_count = function("sriov_error_get_cause_count", c_size_t, Error)
sriov_error_get_cause = function("sriov_error_get_cause", c_void_p, Error, c_size_t)
sriov_eswitch_get_mode = function("sriov_eswitch_get_mode", c_int, Eswitch)
sriov_eswitch_get_inline_mode = function("sriov_eswitch_get_inline_mode", c_int, Eswitch)
sriov_eswitch_get_encapsulation = function("sriov_eswitch_get_encapsulation", c_int, Eswitch)
sriov_pf_read_eswitch = function(
    "sriov_pf_read_eswitch", c_int, PF, POINTER(Eswitch), POINTER(Error)
)
sriov_pf_set_eswitch_mode = function("sriov_pf_set_eswitch_mode", c_int, PF, c_int, POINTER(Error))
sriov_event_type_get_name = function("sriov_event_type_get_name", c_char_p, c_int)
sriov_event_get_type = function("sriov_event_get_type", c_int, Event)
sriov_event_get_address = function("sriov_event_get_address", c_char_p, Event)
sriov_event_get_pf_address = function("sriov_event_get_pf_address", c_char_p, Event)
sriov_event_get_vf_index = function("sriov_event_get_vf_index", c_int, Event)
sriov_event_get_vf_count = function("sriov_event_get_vf_count", c_int, Event)
sriov_event_get_driver = function("sriov_event_get_driver", c_char_p, Event)
sriov_event_get_interface = function("sriov_event_get_interface", c_char_p, Event)
sriov_event_get_former_interface = function("sriov_event_get_former_interface", c_char_p, Event)
sriov_event_get_interface_index = function("sriov_event_get_interface_index", c_int, Event)
sriov_event_get_changes = function("sriov_event_get_changes", c_uint, Event)
sriov_event_is_up = function("sriov_event_is_up", c_bool, Event)
sriov_event_has_carrier = function("sriov_event_has_carrier", c_bool, Event)
sriov_event_get_master_index = function("sriov_event_get_master_index", c_int, Event)
sriov_event_get_master = function("sriov_event_get_master", c_char_p, Event)
sriov_event_get_mac = function("sriov_event_get_mac", c_char_p, Event)
sriov_event_get_netns_id = function("sriov_event_get_netns_id", c_int, Event)
sriov_event_get_new_index = function("sriov_event_get_new_index", c_int, Event)
sriov_event_get_vfio_name = function("sriov_event_get_vfio_name", c_char_p, Event)
sriov_event_get_action = function("sriov_event_get_action", c_char_p, Event)
sriov_event_get_sequence = function("sriov_event_get_sequence", c_uint64, Event)
sriov_event_open_device = function(
    "sriov_event_open_device", c_int, Event, POINTER(Device), POINTER(Error)
)
sriov_event_open_pf = function("sriov_event_open_pf", c_int, Event, POINTER(PF), POINTER(Error))
sriov_event_open_vf = function("sriov_event_open_vf", c_int, Event, POINTER(VF), POINTER(Error))
sriov_finding_get_code = function("sriov_finding_get_code", c_int, Finding)
sriov_finding_get_code_name = function("sriov_finding_get_code_name", c_char_p, Finding)
sriov_finding_get_severity = function("sriov_finding_get_severity", c_int, Finding)
sriov_finding_get_device = function("sriov_finding_get_device", c_char_p, Finding)
sriov_finding_get_message = function("sriov_finding_get_message", c_char_p, Finding)
sriov_finding_get_evidence = function("sriov_finding_get_evidence", c_char_p, Finding)
sriov_finding_get_remedy_count = function("sriov_finding_get_remedy_count", c_size_t, Finding)
sriov_finding_get_remedy = function("sriov_finding_get_remedy", c_char_p, Finding, c_size_t)
sriov_finding_get_remedy_command = function(
    "sriov_finding_get_remedy_command", c_char_p, Finding, c_size_t
)
sriov_finding_list_get_count = function("sriov_finding_list_get_count", c_size_t, FindingList)
sriov_finding_list_get = function("sriov_finding_list_get", c_void_p, FindingList, c_size_t)
sriov_guest_bond_new = function("sriov_guest_bond_new", c_int, POINTER(GuestBond), POINTER(Error))
sriov_guest_bond_new_like = function(
    "sriov_guest_bond_new_like", c_int, Bond, POINTER(GuestBond), POINTER(Error)
)
sriov_guest_bond_set_mode = function(
    "sriov_guest_bond_set_mode", c_int, GuestBond, c_int, POINTER(Error)
)
sriov_guest_bond_set_miimon_ms = function("sriov_guest_bond_set_miimon_ms", None, GuestBond, c_uint)
sriov_guest_bond_set_fail_over_mac = function(
    "sriov_guest_bond_set_fail_over_mac", c_int, GuestBond, c_int, POINTER(Error)
)
sriov_guest_bond_set_foreign_macs = function(
    "sriov_guest_bond_set_foreign_macs", None, GuestBond, c_bool
)
sriov_guest_bond_set_admin_macs = function(
    "sriov_guest_bond_set_admin_macs", None, GuestBond, c_bool
)
sriov_guest_bond_add_vf = function("sriov_guest_bond_add_vf", c_int, GuestBond, VF, POINTER(Error))
sriov_guest_bond_check = function(
    "sriov_guest_bond_check", c_int, GuestBond, POINTER(FindingList), POINTER(Error)
)
sriov_device_list_holders = function(
    "sriov_device_list_holders", c_int, Device, POINTER(HolderList), POINTER(Error)
)
sriov_holder_list_get_count = function("sriov_holder_list_get_count", c_size_t, HolderList)
sriov_holder_list_get = function("sriov_holder_list_get", c_void_p, HolderList, c_size_t)
sriov_holder_list_is_complete = function("sriov_holder_list_is_complete", c_bool, HolderList)
sriov_holder_get_pid = function("sriov_holder_get_pid", c_int, Holder)
sriov_holder_get_command = function("sriov_holder_get_command", c_char_p, Holder)
sriov_holder_get_command_line = function("sriov_holder_get_command_line", c_char_p, Holder)
sriov_holder_get_start_ticks = function("sriov_holder_get_start_ticks", c_uint64, Holder)
sriov_holder_get_start_time_s = function("sriov_holder_get_start_time_s", c_uint64, Holder)
sriov_holder_get_via = function("sriov_holder_get_via", c_int, Holder)
sriov_holder_get_path = function("sriov_holder_get_path", c_char_p, Holder)
sriov_holder_is_certain = function("sriov_holder_is_certain", c_bool, Holder)
sriov_host_read = function("sriov_host_read", c_int, Context, POINTER(Host), POINTER(Error))
sriov_host_get_devices = function("sriov_host_get_devices", c_void_p, Host)
sriov_host_get_pfs = function("sriov_host_get_pfs", c_void_p, Host)
sriov_host_get_vfs = function("sriov_host_get_vfs", c_void_p, Host, PF)
sriov_host_get_groups = function("sriov_host_get_groups", c_void_p, Host)
sriov_host_get_device = function("sriov_host_get_device", c_void_p, Host, c_char_p)
sriov_host_get_pf = function("sriov_host_get_pf", c_void_p, Host, c_char_p)
sriov_host_get_vf = function("sriov_host_get_vf", c_void_p, Host, c_char_p)
sriov_host_get_group = function("sriov_host_get_group", c_void_p, Host, c_int)
sriov_host_list_devices = function(
    "sriov_host_list_devices", c_int, Host, DeviceFilter, POINTER(DeviceList), POINTER(Error)
)
sriov_msi_capability_get_offset = function("sriov_msi_capability_get_offset", c_uint, MSICapability)
sriov_msi_capability_get_vector_count = function(
    "sriov_msi_capability_get_vector_count", c_uint, MSICapability
)
sriov_msi_capability_get_enabled_vector_count = function(
    "sriov_msi_capability_get_enabled_vector_count", c_uint, MSICapability
)
sriov_msi_capability_is_enabled = function("sriov_msi_capability_is_enabled", c_bool, MSICapability)
sriov_msi_capability_is_64bit = function("sriov_msi_capability_is_64bit", c_bool, MSICapability)
sriov_msi_capability_has_masking = function(
    "sriov_msi_capability_has_masking", c_bool, MSICapability
)
sriov_msix_capability_get_offset = function(
    "sriov_msix_capability_get_offset", c_uint, MSIXCapability
)
sriov_msix_capability_get_table_size = function(
    "sriov_msix_capability_get_table_size", c_uint, MSIXCapability
)
sriov_msix_capability_is_enabled = function(
    "sriov_msix_capability_is_enabled", c_bool, MSIXCapability
)
sriov_msix_capability_is_masked = function(
    "sriov_msix_capability_is_masked", c_bool, MSIXCapability
)
sriov_msix_capability_get_table_bar = function(
    "sriov_msix_capability_get_table_bar", c_uint, MSIXCapability
)
sriov_msix_capability_get_table_offset = function(
    "sriov_msix_capability_get_table_offset", c_uint32, MSIXCapability
)
sriov_msix_capability_get_pending_bar = function(
    "sriov_msix_capability_get_pending_bar", c_uint, MSIXCapability
)
sriov_msix_capability_get_pending_offset = function(
    "sriov_msix_capability_get_pending_offset", c_uint32, MSIXCapability
)
sriov_iommu_domain_type_get_name = function("sriov_iommu_domain_type_get_name", c_char_p, c_int)
sriov_iommu_open = function("sriov_iommu_open", c_int, Context, POINTER(IOMMU), POINTER(Error))
sriov_iommu_is_enabled = function("sriov_iommu_is_enabled", c_bool, IOMMU)
sriov_iommu_get_vendor = function("sriov_iommu_get_vendor", c_int, IOMMU)
sriov_iommu_get_group_count = function("sriov_iommu_get_group_count", c_uint, IOMMU)
sriov_iommu_get_interrupt_remapping = function("sriov_iommu_get_interrupt_remapping", c_int, IOMMU)
sriov_iommu_get_default_domain_type = function("sriov_iommu_get_default_domain_type", c_int, IOMMU)
sriov_iommu_get_lockdown = function("sriov_iommu_get_lockdown", c_int, IOMMU)
sriov_iommu_get_unsafe_interrupts = function("sriov_iommu_get_unsafe_interrupts", c_int, IOMMU)
sriov_iommu_get_iommufd_unsafe_interrupts = function(
    "sriov_iommu_get_iommufd_unsafe_interrupts", c_int, IOMMU
)
sriov_iommu_get_no_iommu_mode = function("sriov_iommu_get_no_iommu_mode", c_int, IOMMU)
sriov_iommu_get_units = function("sriov_iommu_get_units", c_void_p, IOMMU)
sriov_iommu_get_parameters = function("sriov_iommu_get_parameters", c_char_p, IOMMU)
sriov_iommu_get_advice = function("sriov_iommu_get_advice", c_char_p, IOMMU)
sriov_iommu_get_wanted_parameters = function("sriov_iommu_get_wanted_parameters", c_char_p, IOMMU)
sriov_iommu_get_evidence = function("sriov_iommu_get_evidence", c_void_p, IOMMU)
sriov_iommu_group_list_get_count = function(
    "sriov_iommu_group_list_get_count", c_size_t, IOMMUGroupList
)
sriov_iommu_group_list_get = function(
    "sriov_iommu_group_list_get", c_void_p, IOMMUGroupList, c_size_t
)
sriov_iommu_group_open = function(
    "sriov_iommu_group_open", c_int, Context, c_int, POINTER(IOMMUGroup), POINTER(Error)
)
sriov_iommu_group_get_error = function("sriov_iommu_group_get_error", c_void_p, IOMMUGroup)
sriov_iommu_group_get_number = function("sriov_iommu_group_get_number", c_int, IOMMUGroup)
sriov_iommu_group_get_name = function("sriov_iommu_group_get_name", c_char_p, IOMMUGroup)
sriov_iommu_group_is_no_iommu = function("sriov_iommu_group_is_no_iommu", c_bool, IOMMUGroup)
sriov_iommu_group_get_type = function("sriov_iommu_group_get_type", c_char_p, IOMMUGroup)
sriov_iommu_group_get_domain_type = function("sriov_iommu_group_get_domain_type", c_int, IOMMUGroup)
sriov_iommu_group_set_type = function(
    "sriov_iommu_group_set_type", c_int, IOMMUGroup, c_int, POINTER(Error)
)
sriov_iommu_group_list_reserved_regions = function(
    "sriov_iommu_group_list_reserved_regions",
    c_int,
    IOMMUGroup,
    POINTER(ReservedRegionList),
    POINTER(Error),
)
sriov_iommu_group_list_sharing_reasons = function(
    "sriov_iommu_group_list_sharing_reasons",
    c_int,
    IOMMUGroup,
    POINTER(SharingReasonList),
    POINTER(Error),
)
sriov_iommu_group_get_devices = function("sriov_iommu_group_get_devices", c_void_p, IOMMUGroup)
sriov_iommu_group_get_viability_rule = function(
    "sriov_iommu_group_get_viability_rule", c_int, IOMMUGroup
)
sriov_iommu_group_is_viable = function("sriov_iommu_group_is_viable", c_bool, IOMMUGroup)
sriov_iommu_group_get_obstacle = function("sriov_iommu_group_get_obstacle", c_char_p, IOMMUGroup)
sriov_iommu_group_get_obstacle_by = function(
    "sriov_iommu_group_get_obstacle_by", c_char_p, IOMMUGroup, c_int
)
sriov_iommu_group_get_obstacle_count = function(
    "sriov_iommu_group_get_obstacle_count", c_size_t, IOMMUGroup
)
sriov_iommu_group_get_obstacle_device = function(
    "sriov_iommu_group_get_obstacle_device", c_char_p, IOMMUGroup, c_size_t
)
sriov_iommu_group_get_obstacle_driver = function(
    "sriov_iommu_group_get_obstacle_driver", c_char_p, IOMMUGroup, c_size_t
)
sriov_iommu_group_list = function(
    "sriov_iommu_group_list", c_int, Context, POINTER(IOMMUGroupList), POINTER(Error)
)
sriov_iov_capability_get_offset = function("sriov_iov_capability_get_offset", c_uint, IOVCapability)
sriov_iov_capability_get_initial_vfs = function(
    "sriov_iov_capability_get_initial_vfs", c_uint, IOVCapability
)
sriov_iov_capability_get_total_vfs = function(
    "sriov_iov_capability_get_total_vfs", c_uint, IOVCapability
)
sriov_iov_capability_get_vf_count = function(
    "sriov_iov_capability_get_vf_count", c_uint, IOVCapability
)
sriov_iov_capability_get_vf_offset = function(
    "sriov_iov_capability_get_vf_offset", c_uint, IOVCapability
)
sriov_iov_capability_get_vf_stride = function(
    "sriov_iov_capability_get_vf_stride", c_uint, IOVCapability
)
sriov_iov_capability_get_vf_device_id = function(
    "sriov_iov_capability_get_vf_device_id", c_uint16, IOVCapability
)
sriov_iov_capability_get_supported_page_sizes = function(
    "sriov_iov_capability_get_supported_page_sizes", c_uint32, IOVCapability
)
sriov_iov_capability_get_system_page_size = function(
    "sriov_iov_capability_get_system_page_size", c_uint32, IOVCapability
)
sriov_iov_capability_get_dependency_link = function(
    "sriov_iov_capability_get_dependency_link", c_uint, IOVCapability
)
sriov_iov_capability_is_enabled = function("sriov_iov_capability_is_enabled", c_bool, IOVCapability)
sriov_iov_capability_is_memory_enabled = function(
    "sriov_iov_capability_is_memory_enabled", c_bool, IOVCapability
)
sriov_iov_capability_is_ari_capable_hierarchy = function(
    "sriov_iov_capability_is_ari_capable_hierarchy", c_bool, IOVCapability
)
sriov_iov_capability_get_vf_bar = function(
    "sriov_iov_capability_get_vf_bar", c_uint32, IOVCapability, c_uint
)
sriov_iov_capability_is_consistent = function(
    "sriov_iov_capability_is_consistent", c_bool, IOVCapability
)
sriov_iov_capability_get_page_size_count = function(
    "sriov_iov_capability_get_page_size_count", c_uint, IOVCapability
)
sriov_iov_capability_get_page_size_bytes = function(
    "sriov_iov_capability_get_page_size_bytes", c_uint64, IOVCapability, c_uint
)
sriov_iov_capability_get_system_page_size_bytes = function(
    "sriov_iov_capability_get_system_page_size_bytes", c_uint64, IOVCapability
)
sriov_iov_capability_is_ari_hierarchy_preserved = function(
    "sriov_iov_capability_is_ari_hierarchy_preserved", c_bool, IOVCapability
)
sriov_iov_capability_has_vf_migration = function(
    "sriov_iov_capability_has_vf_migration", c_bool, IOVCapability
)
sriov_iov_capability_is_vf_migration_enabled = function(
    "sriov_iov_capability_is_vf_migration_enabled", c_bool, IOVCapability
)
sriov_iov_capability_has_vf_10bit_tags = function(
    "sriov_iov_capability_has_vf_10bit_tags", c_bool, IOVCapability
)
sriov_iov_capability_get_vf_bar_kind = function(
    "sriov_iov_capability_get_vf_bar_kind", c_int, IOVCapability, c_uint
)
sriov_iov_capability_is_vf_bar_prefetchable = function(
    "sriov_iov_capability_is_vf_bar_prefetchable", c_bool, IOVCapability, c_uint
)
sriov_iov_capability_get_vf_bar_address = function(
    "sriov_iov_capability_get_vf_bar_address", c_uint64, IOVCapability, c_uint
)
sriov_lease_options_new = function(
    "sriov_lease_options_new", c_int, POINTER(LeaseOptions), POINTER(Error)
)
sriov_lease_options_set_owner = function(
    "sriov_lease_options_set_owner", c_int, LeaseOptions, c_char_p, POINTER(Error)
)
sriov_lease_options_set_wait_ms = function(
    "sriov_lease_options_set_wait_ms", None, LeaseOptions, c_uint32
)
sriov_pf_acquire_lease = function(
    "sriov_pf_acquire_lease", c_int, PF, LeaseOptions, POINTER(Lease), POINTER(Error)
)
sriov_pf_read_lease_owner = function(
    "sriov_pf_read_lease_owner", c_int, PF, POINTER(Owner), POINTER(Error)
)
sriov_lease_get_address = function("sriov_lease_get_address", c_char_p, Lease)
sriov_libvirt_format_network = function(
    "sriov_libvirt_format_network", c_int, PF, c_char_p, POINTER(c_void_p), POINTER(Error)
)
sriov_libvirt_format_interface = function(
    "sriov_libvirt_format_interface", c_int, c_char_p, c_char_p, POINTER(c_void_p), POINTER(Error)
)
sriov_libvirt_format_hostdev = function(
    "sriov_libvirt_format_hostdev", c_int, VF, c_bool, POINTER(c_void_p), POINTER(Error)
)
sriov_module_state_get_name = function("sriov_module_state_get_name", c_char_p, c_int)
sriov_module_open = function(
    "sriov_module_open", c_int, Context, c_char_p, POINTER(Module), POINTER(Error)
)
sriov_module_get_name = function("sriov_module_get_name", c_char_p, Module)
sriov_module_get_path = function("sriov_module_get_path", c_char_p, Module)
sriov_module_get_state = function("sriov_module_get_state", c_int, Module)
sriov_module_is_blacklisted = function("sriov_module_is_blacklisted", c_bool, Module)
sriov_module_load = function("sriov_module_load", c_int, Module, POINTER(Error))
sriov_module_list_by_alias = function(
    "sriov_module_list_by_alias", c_int, Context, c_char_p, POINTER(StringList), POINTER(Error)
)
sriov_monitor_options_new = function(
    "sriov_monitor_options_new", c_int, POINTER(MonitorOptions), POINTER(Error)
)
sriov_monitor_options_set_pf = function(
    "sriov_monitor_options_set_pf", c_int, MonitorOptions, PF, POINTER(Error)
)
sriov_monitor_options_set_all_interfaces = function(
    "sriov_monitor_options_set_all_interfaces", c_int, MonitorOptions, c_bool, POINTER(Error)
)
sriov_monitor_options_set_receive_buffer_bytes = function(
    "sriov_monitor_options_set_receive_buffer_bytes",
    c_int,
    MonitorOptions,
    c_size_t,
    POINTER(Error),
)
sriov_monitor_new = function(
    "sriov_monitor_new", c_int, Context, MonitorOptions, POINTER(Monitor), POINTER(Error)
)
sriov_monitor_get_fd = function("sriov_monitor_get_fd", c_int, Monitor)
sriov_monitor_get_device_events = function("sriov_monitor_get_device_events", c_int, Monitor)
sriov_monitor_read = function("sriov_monitor_read", c_int, Monitor, POINTER(Event), POINTER(Error))
sriov_netdev_list_get_count = function("sriov_netdev_list_get_count", c_size_t, NetdevList)
sriov_netdev_list_get = function("sriov_netdev_list_get", c_void_p, NetdevList, c_size_t)
sriov_device_list_netdevs = function(
    "sriov_device_list_netdevs", c_int, Device, POINTER(NetdevList), POINTER(Error)
)
sriov_netdev_open = function(
    "sriov_netdev_open", c_int, Context, c_char_p, POINTER(Netdev), POINTER(Error)
)
sriov_netdev_get_error = function("sriov_netdev_get_error", c_void_p, Netdev)
sriov_netdev_get_device = function("sriov_netdev_get_device", c_void_p, Netdev)
sriov_netdev_get_name = function("sriov_netdev_get_name", c_char_p, Netdev)
sriov_netdev_get_index = function("sriov_netdev_get_index", c_int, Netdev)
sriov_netdev_get_altnames = function("sriov_netdev_get_altnames", c_void_p, Netdev)
sriov_netdev_get_mac = function("sriov_netdev_get_mac", c_char_p, Netdev)
sriov_netdev_get_permanent_mac = function("sriov_netdev_get_permanent_mac", c_char_p, Netdev)
sriov_netdev_get_mtu_bytes = function("sriov_netdev_get_mtu_bytes", c_uint, Netdev)
sriov_netdev_is_up = function("sriov_netdev_is_up", c_bool, Netdev)
sriov_netdev_has_carrier = function("sriov_netdev_has_carrier", c_bool, Netdev)
sriov_netdev_get_operstate = function("sriov_netdev_get_operstate", c_int, Netdev)
sriov_netdev_get_speed_mbps = function("sriov_netdev_get_speed_mbps", c_uint, Netdev)
sriov_netdev_get_kind = function("sriov_netdev_get_kind", c_char_p, Netdev)
sriov_netdev_get_master_index = function("sriov_netdev_get_master_index", c_int, Netdev)
sriov_netdev_get_master_name = function("sriov_netdev_get_master_name", c_char_p, Netdev)
sriov_netdev_get_master_kind = function("sriov_netdev_get_master_kind", c_char_p, Netdev)
sriov_netdev_get_port_name = function("sriov_netdev_get_port_name", c_char_p, Netdev)
sriov_netdev_get_port_id = function("sriov_netdev_get_port_id", c_char_p, Netdev)
sriov_netdev_get_switch_id = function("sriov_netdev_get_switch_id", c_char_p, Netdev)
sriov_netdev_get_dev_port = function("sriov_netdev_get_dev_port", c_uint, Netdev)
sriov_netdev_get_dev_id = function("sriov_netdev_get_dev_id", c_uint, Netdev)
sriov_owner_get_text = function("sriov_owner_get_text", c_char_p, Owner)
sriov_owner_get_pid = function("sriov_owner_get_pid", c_int, Owner)
sriov_owner_get_command = function("sriov_owner_get_command", c_char_p, Owner)
sriov_owner_get_start_ticks = function("sriov_owner_get_start_ticks", c_uint64, Owner)
sriov_owner_get_boot_id = function("sriov_owner_get_boot_id", c_char_p, Owner)
sriov_owner_get_since_s = function("sriov_owner_get_since_s", c_uint64, Owner)
sriov_owner_is_running = function("sriov_owner_is_running", c_bool, Owner)
sriov_owner_get_description = function("sriov_owner_get_description", c_char_p, Owner)
sriov_pcie_link_get_current_speed_mts = function(
    "sriov_pcie_link_get_current_speed_mts", c_int, PCIeLink
)
sriov_pcie_link_get_maximum_speed_mts = function(
    "sriov_pcie_link_get_maximum_speed_mts", c_int, PCIeLink
)
sriov_pcie_link_get_current_width = function("sriov_pcie_link_get_current_width", c_int, PCIeLink)
sriov_pcie_link_get_maximum_width = function("sriov_pcie_link_get_maximum_width", c_int, PCIeLink)
sriov_pf_list_get_count = function("sriov_pf_list_get_count", c_size_t, PFList)
sriov_pf_list_get = function("sriov_pf_list_get", c_void_p, PFList, c_size_t)
sriov_pf_list = function("sriov_pf_list", c_int, Context, POINTER(PFList), POINTER(Error))
sriov_pf_list_by_names = function(
    "sriov_pf_list_by_names", c_int, Context, c_char_p, POINTER(PFList), POINTER(Error)
)
sriov_pf_find = function(
    "sriov_pf_find", c_int, Context, c_char_p, POINTER(c_void_p), POINTER(Error)
)
sriov_pf_open = function("sriov_pf_open", c_int, Context, c_char_p, POINTER(PF), POINTER(Error))
sriov_pf_get_device = function("sriov_pf_get_device", c_void_p, PF)
sriov_pf_get_error = function("sriov_pf_get_error", c_void_p, PF)
sriov_pf_get_interface = function("sriov_pf_get_interface", c_char_p, PF)
sriov_pf_get_total_vfs = function("sriov_pf_get_total_vfs", c_uint, PF)
sriov_pf_get_vf_count = function("sriov_pf_get_vf_count", c_uint, PF)
sriov_pf_get_vf_offset = function("sriov_pf_get_vf_offset", c_uint, PF)
sriov_pf_get_vf_stride = function("sriov_pf_get_vf_stride", c_uint, PF)
sriov_pf_get_vf_device_id = function("sriov_pf_get_vf_device_id", c_uint16, PF)
sriov_pf_list_vfs = function("sriov_pf_list_vfs", c_int, PF, POINTER(VFList), POINTER(Error))
sriov_pf_open_vf = function("sriov_pf_open_vf", c_int, PF, c_uint, POINTER(VF), POINTER(Error))
sriov_pf_list_vf_settings = function(
    "sriov_pf_list_vf_settings", c_int, PF, POINTER(VFSettingsList), POINTER(Error)
)
sriov_pf_set_spoof_check_all = function(
    "sriov_pf_set_spoof_check_all", c_int, PF, c_bool, POINTER(Error)
)
sriov_pf_set_trust_all = function("sriov_pf_set_trust_all", c_int, PF, c_bool, POINTER(Error))
sriov_pf_set_link_state_all = function(
    "sriov_pf_set_link_state_all", c_int, PF, c_int, POINTER(Error)
)
sriov_pf_read_autoprobe = function(
    "sriov_pf_read_autoprobe", c_int, PF, POINTER(c_bool), POINTER(Error)
)
sriov_pf_set_autoprobe = function("sriov_pf_set_autoprobe", c_int, PF, c_bool, POINTER(Error))
sriov_pf_read_vf_msix_pool = function(
    "sriov_pf_read_vf_msix_pool", c_int, PF, POINTER(c_uint), POINTER(Error)
)
sriov_pf_state_list_get_count = function("sriov_pf_state_list_get_count", c_size_t, PFStateList)
sriov_pf_state_list_get = function("sriov_pf_state_list_get", c_void_p, PFStateList, c_size_t)
sriov_pf_state_capture = function(
    "sriov_pf_state_capture", c_int, PF, POINTER(PFState), POINTER(Error)
)
sriov_pf_state_get_name = function("sriov_pf_state_get_name", c_char_p, PFState)
sriov_pf_state_get_serial_number = function("sriov_pf_state_get_serial_number", c_char_p, PFState)
sriov_pf_state_get_function = function("sriov_pf_state_get_function", c_uint, PFState)
sriov_pf_state_set_vf_count = function(
    "sriov_pf_state_set_vf_count", c_int, PFState, c_uint, POINTER(Error)
)
sriov_pf_state_has_vf_count = function("sriov_pf_state_has_vf_count", c_bool, PFState)
sriov_pf_state_get_vf_count = function("sriov_pf_state_get_vf_count", c_uint, PFState)
sriov_pf_state_set_autoprobe = function("sriov_pf_state_set_autoprobe", None, PFState, c_bool)
sriov_pf_state_get_autoprobe = function("sriov_pf_state_get_autoprobe", c_int, PFState)
sriov_pf_state_set_in_use_allowed = function(
    "sriov_pf_state_set_in_use_allowed", None, PFState, c_bool
)
sriov_pf_state_is_in_use_allowed = function("sriov_pf_state_is_in_use_allowed", c_bool, PFState)
sriov_pf_state_set_vital_allowed = function(
    "sriov_pf_state_set_vital_allowed", None, PFState, c_bool
)
sriov_pf_state_is_vital_allowed = function("sriov_pf_state_is_vital_allowed", c_bool, PFState)
sriov_pf_state_get_defaults = function("sriov_pf_state_get_defaults", c_void_p, PFState)
sriov_pf_state_add_vf = function(
    "sriov_pf_state_add_vf", c_int, PFState, c_uint, POINTER(VFState), POINTER(Error)
)
sriov_pf_state_get_vfs = function("sriov_pf_state_get_vfs", c_void_p, PFState)
sriov_pf_read_use = function("sriov_pf_read_use", c_int, PF, POINTER(PFUse), POINTER(Error))
sriov_pf_use_get_pf = function("sriov_pf_use_get_pf", c_void_p, PFUse)
sriov_pf_use_is_vital = function("sriov_pf_use_is_vital", c_bool, PFUse)
sriov_pf_use_is_complete = function("sriov_pf_use_is_complete", c_bool, PFUse)
sriov_pf_use_get_reasons = function("sriov_pf_use_get_reasons", c_void_p, PFUse)
sriov_pf_use_get_description = function("sriov_pf_use_get_description", c_char_p, PFUse)
sriov_pf_use_reason_list_get_count = function(
    "sriov_pf_use_reason_list_get_count", c_size_t, PFUseReasonList
)
sriov_pf_use_reason_list_get = function(
    "sriov_pf_use_reason_list_get", c_void_p, PFUseReasonList, c_size_t
)
sriov_pf_use_reason_get_kind = function("sriov_pf_use_reason_get_kind", c_int, PFUseReason)
sriov_pf_use_reason_get_chain = function("sriov_pf_use_reason_get_chain", c_void_p, PFUseReason)
sriov_pf_use_reason_get_gateway = function("sriov_pf_use_reason_get_gateway", c_char_p, PFUseReason)
sriov_pf_use_reason_get_mount_point = function(
    "sriov_pf_use_reason_get_mount_point", c_char_p, PFUseReason
)
sriov_pf_use_reason_get_vf_index = function("sriov_pf_use_reason_get_vf_index", c_int, PFUseReason)
sriov_pf_use_reason_get_message = function("sriov_pf_use_reason_get_message", c_char_p, PFUseReason)
sriov_plan_make = function("sriov_plan_make", c_int, Context, State, POINTER(Plan), POINTER(Error))
sriov_plan_get_steps = function("sriov_plan_get_steps", c_void_p, Plan)
sriov_plan_get_effect = function("sriov_plan_get_effect", c_int, Plan)
sriov_plan_format_text = function(
    "sriov_plan_format_text", c_int, Plan, POINTER(c_void_p), POINTER(Error)
)
sriov_plan_format_json = function(
    "sriov_plan_format_json", c_int, Plan, POINTER(c_void_p), POINTER(Error)
)
sriov_recovery_run_all = function(
    "sriov_recovery_run_all", c_int, Context, POINTER(RecoveryList), POINTER(Error)
)
sriov_recovery_list_get_count = function("sriov_recovery_list_get_count", c_size_t, RecoveryList)
sriov_recovery_list_get = function("sriov_recovery_list_get", c_void_p, RecoveryList, c_size_t)
sriov_recovery_get_result = function("sriov_recovery_get_result", c_int, Recovery)
sriov_recovery_get_description = function("sriov_recovery_get_description", c_char_p, Recovery)
sriov_recovery_get_error = function("sriov_recovery_get_error", c_void_p, Recovery)
sriov_representor_list_get_count = function(
    "sriov_representor_list_get_count", c_size_t, RepresentorList
)
sriov_representor_list_get = function(
    "sriov_representor_list_get", c_void_p, RepresentorList, c_size_t
)
sriov_representor_get_vf_index = function("sriov_representor_get_vf_index", c_uint, Representor)
sriov_representor_get_netdev = function("sriov_representor_get_netdev", c_void_p, Representor)
sriov_representor_get_error = function("sriov_representor_get_error", c_void_p, Representor)
sriov_pf_list_representors = function(
    "sriov_pf_list_representors", c_int, PF, POINTER(RepresentorList), POINTER(Error)
)
sriov_vf_read_representor = function(
    "sriov_vf_read_representor", c_int, VF, POINTER(Netdev), POINTER(Error)
)
sriov_reservation_options_new = function(
    "sriov_reservation_options_new", c_int, POINTER(ReservationOptions), POINTER(Error)
)
sriov_reservation_options_set_owner = function(
    "sriov_reservation_options_set_owner", c_int, ReservationOptions, c_char_p, POINTER(Error)
)
sriov_reservation_options_set_driver = function(
    "sriov_reservation_options_set_driver", c_int, ReservationOptions, c_char_p, POINTER(Error)
)
sriov_reservation_options_set_allow_in_use = function(
    "sriov_reservation_options_set_allow_in_use", None, ReservationOptions, c_bool
)
sriov_vf_reserve = function(
    "sriov_vf_reserve", c_int, VF, ReservationOptions, POINTER(Reservation), POINTER(Error)
)
sriov_pf_reserve_vf = function(
    "sriov_pf_reserve_vf", c_int, PF, ReservationOptions, POINTER(Reservation), POINTER(Error)
)
sriov_pf_list_reserve_vf = function(
    "sriov_pf_list_reserve_vf",
    c_int,
    PFList,
    ReservationOptions,
    POINTER(Reservation),
    POINTER(Error),
)
sriov_vf_read_reservation_owner = function(
    "sriov_vf_read_reservation_owner", c_int, VF, POINTER(Owner), POINTER(Error)
)
sriov_reservation_get_vf = function("sriov_reservation_get_vf", c_void_p, Reservation)
sriov_reserved_region_get_start = function(
    "sriov_reserved_region_get_start", c_uint64, ReservedRegion
)
sriov_reserved_region_get_end = function("sriov_reserved_region_get_end", c_uint64, ReservedRegion)
sriov_reserved_region_get_type = function("sriov_reserved_region_get_type", c_int, ReservedRegion)
sriov_reserved_region_get_type_name = function(
    "sriov_reserved_region_get_type_name", c_char_p, ReservedRegion
)
sriov_reserved_region_list_get_count = function(
    "sriov_reserved_region_list_get_count", c_size_t, ReservedRegionList
)
sriov_reserved_region_list_get = function(
    "sriov_reserved_region_list_get", c_void_p, ReservedRegionList, c_size_t
)
sriov_resizable_bar_get_index = function("sriov_resizable_bar_get_index", c_uint, ResizableBAR)
sriov_resizable_bar_get_size_bytes = function(
    "sriov_resizable_bar_get_size_bytes", c_uint64, ResizableBAR
)
sriov_resizable_bar_get_possible_size_count = function(
    "sriov_resizable_bar_get_possible_size_count", c_uint, ResizableBAR
)
sriov_resizable_bar_get_possible_size_bytes = function(
    "sriov_resizable_bar_get_possible_size_bytes", c_uint64, ResizableBAR, c_uint
)
sriov_resizable_bar_list_get_count = function(
    "sriov_resizable_bar_list_get_count", c_size_t, ResizableBARList
)
sriov_resizable_bar_list_get = function(
    "sriov_resizable_bar_list_get", c_void_p, ResizableBARList, c_size_t
)
sriov_sharing_reason_get_cause = function("sriov_sharing_reason_get_cause", c_int, SharingReason)
sriov_sharing_reason_get_device = function(
    "sriov_sharing_reason_get_device", c_char_p, SharingReason
)
sriov_sharing_reason_get_devices = function(
    "sriov_sharing_reason_get_devices", c_void_p, SharingReason
)
sriov_sharing_reason_get_message = function(
    "sriov_sharing_reason_get_message", c_char_p, SharingReason
)
sriov_sharing_reason_list_get_count = function(
    "sriov_sharing_reason_list_get_count", c_size_t, SharingReasonList
)
sriov_sharing_reason_list_get = function(
    "sriov_sharing_reason_list_get", c_void_p, SharingReasonList, c_size_t
)
sriov_state_new = function("sriov_state_new", c_int, POINTER(State), POINTER(Error))
sriov_state_capture = function(
    "sriov_state_capture", c_int, Context, POINTER(State), POINTER(Error)
)
sriov_state_add_json = function("sriov_state_add_json", c_int, State, c_char_p, POINTER(Error))
sriov_state_format_json = function(
    "sriov_state_format_json", c_int, State, POINTER(c_void_p), POINTER(Error)
)
sriov_state_add_pf = function(
    "sriov_state_add_pf", c_int, State, c_char_p, POINTER(PFState), POINTER(Error)
)
sriov_state_add_pf_by_serial_number = function(
    "sriov_state_add_pf_by_serial_number",
    c_int,
    State,
    c_char_p,
    c_uint,
    POINTER(PFState),
    POINTER(Error),
)
sriov_state_add = function("sriov_state_add", c_int, State, PFState, POINTER(Error))
sriov_state_get_pfs = function("sriov_state_get_pfs", c_void_p, State)
sriov_step_list_get_count = function("sriov_step_list_get_count", c_size_t, StepList)
sriov_step_list_get = function("sriov_step_list_get", c_void_p, StepList, c_size_t)
sriov_step_get_kind = function("sriov_step_get_kind", c_int, Step)
sriov_step_get_address = function("sriov_step_get_address", c_char_p, Step)
sriov_step_get_vf_index = function("sriov_step_get_vf_index", c_uint, Step)
sriov_step_get_setting = function("sriov_step_get_setting", c_int, Step)
sriov_step_get_description = function("sriov_step_get_description", c_char_p, Step)
sriov_step_get_from = function("sriov_step_get_from", c_char_p, Step)
sriov_step_get_to = function("sriov_step_get_to", c_char_p, Step)
sriov_step_get_effect = function("sriov_step_get_effect", c_int, Step)
sriov_step_is_reversible = function("sriov_step_is_reversible", c_bool, Step)
sriov_step_get_undo = function("sriov_step_get_undo", c_char_p, Step)
sriov_step_get_command = function("sriov_step_get_command", c_char_p, Step)
sriov_string_list_get_count = function("sriov_string_list_get_count", c_size_t, StringList)
sriov_string_list_get = function("sriov_string_list_get", c_char_p, StringList, c_size_t)
sriov_systemd_format_link = function(
    "sriov_systemd_format_link",
    c_int,
    PFState,
    Context,
    POINTER(c_void_p),
    POINTER(StringList),
    POINTER(Error),
)
sriov_unfinished_list = function(
    "sriov_unfinished_list", c_int, Context, POINTER(UnfinishedList), POINTER(Error)
)
sriov_unfinished_list_get_count = function(
    "sriov_unfinished_list_get_count", c_size_t, UnfinishedList
)
sriov_unfinished_list_get = function(
    "sriov_unfinished_list_get", c_void_p, UnfinishedList, c_size_t
)
sriov_unfinished_get_path = function("sriov_unfinished_get_path", c_char_p, Unfinished)
sriov_unfinished_get_text = function("sriov_unfinished_get_text", c_char_p, Unfinished)
sriov_unfinished_get_device = function("sriov_unfinished_get_device", c_char_p, Unfinished)
sriov_unfinished_get_duration_ms = function(
    "sriov_unfinished_get_duration_ms", c_uint64, Unfinished
)
sriov_unfinished_get_pid = function("sriov_unfinished_get_pid", c_int, Unfinished)
sriov_unfinished_is_over = function("sriov_unfinished_is_over", c_bool, Unfinished)
sriov_unfinished_get_error = function("sriov_unfinished_get_error", c_void_p, Unfinished)
sriov_get_version = function("sriov_get_version", c_char_p)
sriov_vf_list_get_count = function("sriov_vf_list_get_count", c_size_t, VFList)
sriov_vf_list_get = function("sriov_vf_list_get", c_void_p, VFList, c_size_t)
sriov_vf_open = function("sriov_vf_open", c_int, Context, c_char_p, POINTER(VF), POINTER(Error))
sriov_vf_get_pf = function("sriov_vf_get_pf", c_void_p, VF)
sriov_vf_get_index = function("sriov_vf_get_index", c_uint, VF)
sriov_vf_get_device = function("sriov_vf_get_device", c_void_p, VF)
sriov_vf_get_error = function("sriov_vf_get_error", c_void_p, VF)
sriov_vf_get_interface = function("sriov_vf_get_interface", c_char_p, VF)
sriov_vf_read_settings = function(
    "sriov_vf_read_settings", c_int, VF, POINTER(VFSettings), POINTER(Error)
)
sriov_vf_set_mac = function("sriov_vf_set_mac", c_int, VF, c_char_p, POINTER(Error))
sriov_vf_set_vlan = function("sriov_vf_set_vlan", c_int, VF, c_uint, c_uint, POINTER(Error))
sriov_vf_set_spoof_check = function("sriov_vf_set_spoof_check", c_int, VF, c_bool, POINTER(Error))
sriov_vf_set_trust = function("sriov_vf_set_trust", c_int, VF, c_bool, POINTER(Error))
sriov_vf_set_link_state = function("sriov_vf_set_link_state", c_int, VF, c_int, POINTER(Error))
sriov_vf_set_vlan_with_protocol = function(
    "sriov_vf_set_vlan_with_protocol", c_int, VF, c_uint, c_uint, c_int, POINTER(Error)
)
sriov_vf_set_rates = function("sriov_vf_set_rates", c_int, VF, c_uint, c_uint, POINTER(Error))
sriov_vf_set_min_rate = function("sriov_vf_set_min_rate", c_int, VF, c_uint, POINTER(Error))
sriov_vf_set_max_rate = function("sriov_vf_set_max_rate", c_int, VF, c_uint, POINTER(Error))
sriov_vf_set_rss_query = function("sriov_vf_set_rss_query", c_int, VF, c_bool, POINTER(Error))
sriov_vf_set_node_guid = function("sriov_vf_set_node_guid", c_int, VF, c_uint64, POINTER(Error))
sriov_vf_set_port_guid = function("sriov_vf_set_port_guid", c_int, VF, c_uint64, POINTER(Error))
sriov_vf_set_msix_count = function("sriov_vf_set_msix_count", c_int, VF, c_uint, POINTER(Error))
sriov_vf_changes_new = function(
    "sriov_vf_changes_new", c_int, PF, POINTER(VFChanges), POINTER(Error)
)
sriov_vf_changes_set_mac = function(
    "sriov_vf_changes_set_mac", c_int, VFChanges, c_uint, c_char_p, POINTER(Error)
)
sriov_vf_changes_set_vlan = function(
    "sriov_vf_changes_set_vlan", c_int, VFChanges, c_uint, c_uint, c_uint, c_int, POINTER(Error)
)
sriov_vf_changes_set_rates = function(
    "sriov_vf_changes_set_rates", c_int, VFChanges, c_uint, c_uint, c_uint, POINTER(Error)
)
sriov_vf_changes_set_min_rate = function(
    "sriov_vf_changes_set_min_rate", c_int, VFChanges, c_uint, c_uint, POINTER(Error)
)
sriov_vf_changes_set_max_rate = function(
    "sriov_vf_changes_set_max_rate", c_int, VFChanges, c_uint, c_uint, POINTER(Error)
)
sriov_vf_changes_set_spoof_check = function(
    "sriov_vf_changes_set_spoof_check", c_int, VFChanges, c_uint, c_bool, POINTER(Error)
)
sriov_vf_changes_set_trust = function(
    "sriov_vf_changes_set_trust", c_int, VFChanges, c_uint, c_bool, POINTER(Error)
)
sriov_vf_changes_set_link_state = function(
    "sriov_vf_changes_set_link_state", c_int, VFChanges, c_uint, c_int, POINTER(Error)
)
sriov_vf_changes_set_rss_query = function(
    "sriov_vf_changes_set_rss_query", c_int, VFChanges, c_uint, c_bool, POINTER(Error)
)
sriov_vf_changes_set_node_guid = function(
    "sriov_vf_changes_set_node_guid", c_int, VFChanges, c_uint, c_uint64, POINTER(Error)
)
sriov_vf_changes_set_port_guid = function(
    "sriov_vf_changes_set_port_guid", c_int, VFChanges, c_uint, c_uint64, POINTER(Error)
)
sriov_vf_changes_apply = function("sriov_vf_changes_apply", c_int, VFChanges, POINTER(Error))
sriov_vf_changes_get_count = function("sriov_vf_changes_get_count", c_size_t, VFChanges)
sriov_vf_changes_get_vf_index = function(
    "sriov_vf_changes_get_vf_index", c_uint, VFChanges, c_size_t
)
sriov_vf_changes_get_setting = function("sriov_vf_changes_get_setting", c_int, VFChanges, c_size_t)
sriov_vf_changes_get_result = function("sriov_vf_changes_get_result", c_int, VFChanges, c_size_t)
sriov_vf_changes_get_count_of = function(
    "sriov_vf_changes_get_count_of", c_size_t, VFChanges, c_int
)
sriov_vf_changes_get_error = function("sriov_vf_changes_get_error", c_void_p, VFChanges, c_size_t)
sriov_vf_count_options_new = function(
    "sriov_vf_count_options_new", c_int, POINTER(VFCountOptions), POINTER(Error)
)
sriov_vf_count_options_set_allow_destroy = function(
    "sriov_vf_count_options_set_allow_destroy", None, VFCountOptions, c_bool
)
sriov_pf_set_vf_count = function(
    "sriov_pf_set_vf_count", c_int, PF, c_uint, VFCountOptions, POINTER(Error)
)
sriov_switch_get_name = function("sriov_switch_get_name", c_char_p, c_int)
sriov_vf_setting_get_name = function("sriov_vf_setting_get_name", c_char_p, c_int)
sriov_vf_settings_get_vf_index = function("sriov_vf_settings_get_vf_index", c_uint, VFSettings)
sriov_vf_settings_get_answer = function("sriov_vf_settings_get_answer", c_int, VFSettings, c_int)
sriov_vf_settings_get_mac = function("sriov_vf_settings_get_mac", c_char_p, VFSettings)
sriov_vf_settings_get_broadcast = function("sriov_vf_settings_get_broadcast", c_char_p, VFSettings)
sriov_vf_settings_get_vlan_id = function("sriov_vf_settings_get_vlan_id", c_uint, VFSettings)
sriov_vf_settings_get_vlan_qos = function("sriov_vf_settings_get_vlan_qos", c_uint, VFSettings)
sriov_vf_settings_get_vlan_protocol = function(
    "sriov_vf_settings_get_vlan_protocol", c_uint, VFSettings
)
sriov_vf_settings_get_min_rate_mbps = function(
    "sriov_vf_settings_get_min_rate_mbps", c_uint, VFSettings
)
sriov_vf_settings_get_max_rate_mbps = function(
    "sriov_vf_settings_get_max_rate_mbps", c_uint, VFSettings
)
sriov_vf_settings_get_spoof_check = function("sriov_vf_settings_get_spoof_check", c_int, VFSettings)
sriov_vf_settings_get_trust = function("sriov_vf_settings_get_trust", c_int, VFSettings)
sriov_vf_settings_get_link_state = function("sriov_vf_settings_get_link_state", c_int, VFSettings)
sriov_vf_settings_get_rss_query = function("sriov_vf_settings_get_rss_query", c_int, VFSettings)
sriov_vf_settings_get_node_guid = function("sriov_vf_settings_get_node_guid", c_uint64, VFSettings)
sriov_vf_settings_get_port_guid = function("sriov_vf_settings_get_port_guid", c_uint64, VFSettings)
sriov_vf_settings_list_get_count = function(
    "sriov_vf_settings_list_get_count", c_size_t, VFSettingsList
)
sriov_vf_settings_list_get = function(
    "sriov_vf_settings_list_get", c_void_p, VFSettingsList, c_size_t
)
sriov_vf_state_list_get_count = function("sriov_vf_state_list_get_count", c_size_t, VFStateList)
sriov_vf_state_list_get = function("sriov_vf_state_list_get", c_void_p, VFStateList, c_size_t)
sriov_vf_state_get_vf_index = function("sriov_vf_state_get_vf_index", c_uint, VFState)
sriov_vf_state_has_setting = function("sriov_vf_state_has_setting", c_bool, VFState, c_int)
sriov_vf_state_set_unchanged = function("sriov_vf_state_set_unchanged", None, VFState, c_int)
sriov_vf_state_set_mac = function(
    "sriov_vf_state_set_mac", c_int, VFState, c_char_p, POINTER(Error)
)
sriov_vf_state_set_vlan = function(
    "sriov_vf_state_set_vlan", c_int, VFState, c_uint, c_uint, c_int, POINTER(Error)
)
sriov_vf_state_set_min_rate = function(
    "sriov_vf_state_set_min_rate", c_int, VFState, c_uint, POINTER(Error)
)
sriov_vf_state_set_max_rate = function(
    "sriov_vf_state_set_max_rate", c_int, VFState, c_uint, POINTER(Error)
)
sriov_vf_state_set_spoof_check = function(
    "sriov_vf_state_set_spoof_check", c_int, VFState, c_bool, POINTER(Error)
)
sriov_vf_state_set_trust = function(
    "sriov_vf_state_set_trust", c_int, VFState, c_bool, POINTER(Error)
)
sriov_vf_state_set_rss_query = function(
    "sriov_vf_state_set_rss_query", c_int, VFState, c_bool, POINTER(Error)
)
sriov_vf_state_set_link_state = function(
    "sriov_vf_state_set_link_state", c_int, VFState, c_int, POINTER(Error)
)
sriov_vf_state_set_node_guid = function(
    "sriov_vf_state_set_node_guid", c_int, VFState, c_uint64, POINTER(Error)
)
sriov_vf_state_set_port_guid = function(
    "sriov_vf_state_set_port_guid", c_int, VFState, c_uint64, POINTER(Error)
)
sriov_vf_state_set_driver = function(
    "sriov_vf_state_set_driver", c_int, VFState, c_char_p, POINTER(Error)
)
sriov_vf_state_set_msix_count = function(
    "sriov_vf_state_set_msix_count", c_int, VFState, c_uint, POINTER(Error)
)
sriov_vf_state_get_mac = function("sriov_vf_state_get_mac", c_char_p, VFState)
sriov_vf_state_get_vlan_id = function("sriov_vf_state_get_vlan_id", c_uint, VFState)
sriov_vf_state_get_vlan_qos = function("sriov_vf_state_get_vlan_qos", c_uint, VFState)
sriov_vf_state_get_vlan_protocol = function("sriov_vf_state_get_vlan_protocol", c_int, VFState)
sriov_vf_state_get_min_rate_mbps = function("sriov_vf_state_get_min_rate_mbps", c_uint, VFState)
sriov_vf_state_get_max_rate_mbps = function("sriov_vf_state_get_max_rate_mbps", c_uint, VFState)
sriov_vf_state_get_spoof_check = function("sriov_vf_state_get_spoof_check", c_int, VFState)
sriov_vf_state_get_trust = function("sriov_vf_state_get_trust", c_int, VFState)
sriov_vf_state_get_rss_query = function("sriov_vf_state_get_rss_query", c_int, VFState)
sriov_vf_state_get_link_state = function("sriov_vf_state_get_link_state", c_int, VFState)
sriov_vf_state_get_node_guid = function("sriov_vf_state_get_node_guid", c_uint64, VFState)
sriov_vf_state_get_port_guid = function("sriov_vf_state_get_port_guid", c_uint64, VFState)
sriov_vf_state_get_driver = function("sriov_vf_state_get_driver", c_char_p, VFState)
sriov_vf_state_get_msix_count = function("sriov_vf_state_get_msix_count", c_uint, VFState)
sriov_vf_statistics_get_vf_index = function(
    "sriov_vf_statistics_get_vf_index", c_uint, VFStatistics
)
sriov_vf_statistics_get_answer = function("sriov_vf_statistics_get_answer", c_int, VFStatistics)
sriov_vf_statistics_get_rx_packets = function(
    "sriov_vf_statistics_get_rx_packets", c_uint64, VFStatistics
)
sriov_vf_statistics_get_tx_packets = function(
    "sriov_vf_statistics_get_tx_packets", c_uint64, VFStatistics
)
sriov_vf_statistics_get_rx_bytes = function(
    "sriov_vf_statistics_get_rx_bytes", c_uint64, VFStatistics
)
sriov_vf_statistics_get_tx_bytes = function(
    "sriov_vf_statistics_get_tx_bytes", c_uint64, VFStatistics
)
sriov_vf_statistics_get_broadcast = function(
    "sriov_vf_statistics_get_broadcast", c_uint64, VFStatistics
)
sriov_vf_statistics_get_multicast = function(
    "sriov_vf_statistics_get_multicast", c_uint64, VFStatistics
)
sriov_vf_statistics_get_rx_dropped = function(
    "sriov_vf_statistics_get_rx_dropped", c_uint64, VFStatistics
)
sriov_vf_statistics_get_tx_dropped = function(
    "sriov_vf_statistics_get_tx_dropped", c_uint64, VFStatistics
)
sriov_vf_statistics_list_get_count = function(
    "sriov_vf_statistics_list_get_count", c_size_t, VFStatisticsList
)
sriov_vf_statistics_list_get = function(
    "sriov_vf_statistics_list_get", c_void_p, VFStatisticsList, c_size_t
)
sriov_pf_list_vf_statistics = function(
    "sriov_pf_list_vf_statistics", c_int, PF, POINTER(VFStatisticsList), POINTER(Error)
)
sriov_vf_read_statistics = function(
    "sriov_vf_read_statistics", c_int, VF, POINTER(VFStatistics), POINTER(Error)
)
sriov_vf_read_use = function("sriov_vf_read_use", c_int, VF, POINTER(VFUse), POINTER(Error))
sriov_pf_list_vf_uses = function(
    "sriov_pf_list_vf_uses", c_int, PF, POINTER(VFUseList), POINTER(Error)
)
sriov_vf_use_list_get_count = function("sriov_vf_use_list_get_count", c_size_t, VFUseList)
sriov_vf_use_list_get = function("sriov_vf_use_list_get", c_void_p, VFUseList, c_size_t)
sriov_vf_use_get_vf = function("sriov_vf_use_get_vf", c_void_p, VFUse)
sriov_vf_use_get_state = function("sriov_vf_use_get_state", c_int, VFUse)
sriov_vf_use_get_error = function("sriov_vf_use_get_error", c_void_p, VFUse)
sriov_vf_use_is_in_use = function("sriov_vf_use_is_in_use", c_bool, VFUse)
sriov_vf_use_get_driver = function("sriov_vf_use_get_driver", c_char_p, VFUse)
sriov_vf_use_get_interface = function("sriov_vf_use_get_interface", c_char_p, VFUse)
sriov_vf_use_get_upper = function("sriov_vf_use_get_upper", c_char_p, VFUse)
sriov_vf_use_get_holders = function("sriov_vf_use_get_holders", c_void_p, VFUse)
sriov_vf_use_get_description = function("sriov_vf_use_get_description", c_char_p, VFUse)
sriov_vfio_bind = function(
    "sriov_vfio_bind", c_int, Device, c_char_p, POINTER(VFIO), POINTER(Error)
)
sriov_vfio_find_driver = function(
    "sriov_vfio_find_driver", c_int, Device, POINTER(c_void_p), POINTER(Error)
)
sriov_vfio_open = function("sriov_vfio_open", c_int, Device, POINTER(VFIO), POINTER(Error))
sriov_vfio_get_device = function("sriov_vfio_get_device", c_void_p, VFIO)
sriov_vfio_get_former_driver = function("sriov_vfio_get_former_driver", c_char_p, VFIO)
sriov_vfio_unbind = function("sriov_vfio_unbind", c_int, VFIO, POINTER(Error))
sriov_vfio_open_container = function(
    "sriov_vfio_open_container", c_int, Context, POINTER(c_int), POINTER(Error)
)
sriov_vfio_open_group = function(
    "sriov_vfio_open_group", c_int, Device, c_int, POINTER(c_int), POINTER(Error)
)
sriov_vfio_open_device = function(
    "sriov_vfio_open_device", c_int, Device, c_int, c_char_p, POINTER(c_int), POINTER(Error)
)
sriov_vfio_open_iommufd = function(
    "sriov_vfio_open_iommufd", c_int, Context, POINTER(c_int), POINTER(Error)
)
sriov_vfio_allocate_ioas = function(
    "sriov_vfio_allocate_ioas", c_int, c_int, POINTER(c_uint32), POINTER(Error)
)
sriov_vfio_open_character_device = function(
    "sriov_vfio_open_character_device", c_int, Device, POINTER(c_int), POINTER(Error)
)
sriov_vfio_bind_iommufd = function(
    "sriov_vfio_bind_iommufd",
    c_int,
    Device,
    c_int,
    c_int,
    c_char_p,
    POINTER(c_uint32),
    POINTER(Error),
)
sriov_vfio_attach_ioas = function(
    "sriov_vfio_attach_ioas", c_int, Device, c_int, c_uint32, POINTER(Error)
)
sriov_vfio_read_info = function(
    "sriov_vfio_read_info", c_int, Device, c_int, POINTER(VFIOInfo), POINTER(Error)
)
sriov_vfio_info_has_reset = function("sriov_vfio_info_has_reset", c_bool, VFIOInfo)
sriov_vfio_info_is_pci = function("sriov_vfio_info_is_pci", c_bool, VFIOInfo)
sriov_vfio_info_get_regions = function("sriov_vfio_info_get_regions", c_void_p, VFIOInfo)
sriov_vfio_info_get_irqs = function("sriov_vfio_info_get_irqs", c_void_p, VFIOInfo)
sriov_vfio_region_list_get_count = function(
    "sriov_vfio_region_list_get_count", c_size_t, VFIORegionList
)
sriov_vfio_region_list_get = function(
    "sriov_vfio_region_list_get", c_void_p, VFIORegionList, c_size_t
)
sriov_vfio_region_get_index = function("sriov_vfio_region_get_index", c_uint, VFIORegion)
sriov_vfio_region_get_name = function("sriov_vfio_region_get_name", c_char_p, VFIORegion)
sriov_vfio_region_get_size_bytes = function(
    "sriov_vfio_region_get_size_bytes", c_uint64, VFIORegion
)
sriov_vfio_region_get_offset = function("sriov_vfio_region_get_offset", c_uint64, VFIORegion)
sriov_vfio_region_is_readable = function("sriov_vfio_region_is_readable", c_bool, VFIORegion)
sriov_vfio_region_is_writable = function("sriov_vfio_region_is_writable", c_bool, VFIORegion)
sriov_vfio_region_get_area_count = function(
    "sriov_vfio_region_get_area_count", c_size_t, VFIORegion
)
sriov_vfio_region_get_area_offset = function(
    "sriov_vfio_region_get_area_offset", c_uint64, VFIORegion, c_size_t
)
sriov_vfio_region_get_area_size_bytes = function(
    "sriov_vfio_region_get_area_size_bytes", c_uint64, VFIORegion, c_size_t
)
sriov_vfio_irq_list_get_count = function("sriov_vfio_irq_list_get_count", c_size_t, VFIOIRQList)
sriov_vfio_irq_list_get = function("sriov_vfio_irq_list_get", c_void_p, VFIOIRQList, c_size_t)
sriov_vfio_irq_get_index = function("sriov_vfio_irq_get_index", c_uint, VFIOIRQ)
sriov_vfio_irq_get_name = function("sriov_vfio_irq_get_name", c_char_p, VFIOIRQ)
sriov_vfio_irq_get_count = function("sriov_vfio_irq_get_count", c_uint, VFIOIRQ)
sriov_vfio_irq_has_eventfd = function("sriov_vfio_irq_has_eventfd", c_bool, VFIOIRQ)
sriov_vfio_irq_is_maskable = function("sriov_vfio_irq_is_maskable", c_bool, VFIOIRQ)
sriov_vfio_irq_is_automasked = function("sriov_vfio_irq_is_automasked", c_bool, VFIOIRQ)
sriov_vfio_irq_is_resizable = function("sriov_vfio_irq_is_resizable", c_bool, VFIOIRQ)
sriov_vfio_reset = function("sriov_vfio_reset", c_int, Device, c_int, POINTER(Error))
sriov_vfio_list_reset_devices = function(
    "sriov_vfio_list_reset_devices", c_int, Device, c_int, POINTER(StringList), POINTER(Error)
)
sriov_vfio_set_vf_token = function(
    "sriov_vfio_set_vf_token", c_int, Device, c_int, c_char_p, POINTER(Error)
)
sriov_vfio_bind_options_new = function(
    "sriov_vfio_bind_options_new", c_int, POINTER(VFIOBindOptions), POINTER(Error)
)
sriov_vfio_bind_options_set_driver = function(
    "sriov_vfio_bind_options_set_driver", c_int, VFIOBindOptions, c_char_p, POINTER(Error)
)
sriov_vfio_bind_options_set_best_driver = function(
    "sriov_vfio_bind_options_set_best_driver", None, VFIOBindOptions, c_bool
)
sriov_vfio_bind_options_set_parallelism = function(
    "sriov_vfio_bind_options_set_parallelism", c_int, VFIOBindOptions, c_uint, POINTER(Error)
)
sriov_vfio_bind_options_set_all_or_nothing = function(
    "sriov_vfio_bind_options_set_all_or_nothing", None, VFIOBindOptions, c_bool
)
sriov_vfio_bind_many = function(
    "sriov_vfio_bind_many", c_int, DeviceList, VFIOBindOptions, POINTER(VFIOList), POINTER(Error)
)
sriov_vfio_bind_vfs = function(
    "sriov_vfio_bind_vfs", c_int, VFList, VFIOBindOptions, POINTER(VFIOList), POINTER(Error)
)
sriov_vfio_bind_group = function(
    "sriov_vfio_bind_group", c_int, IOMMUGroup, VFIOBindOptions, POINTER(VFIOList), POINTER(Error)
)
sriov_vfio_unbind_many = function(
    "sriov_vfio_unbind_many", c_int, VFIOList, VFIOBindOptions, POINTER(Error)
)
sriov_vfio_list_get_count = function("sriov_vfio_list_get_count", c_size_t, VFIOList)
sriov_vfio_list_get = function("sriov_vfio_list_get", c_void_p, VFIOList, c_size_t)
sriov_vpd_field_get_keyword = function("sriov_vpd_field_get_keyword", c_char_p, VPDField)
sriov_vpd_field_get_text = function("sriov_vpd_field_get_text", c_char_p, VPDField)
sriov_vpd_field_get_data = function("sriov_vpd_field_get_data", c_void_p, VPDField)
sriov_vpd_field_get_size = function("sriov_vpd_field_get_size", c_size_t, VPDField)
sriov_vpd_field_is_writable = function("sriov_vpd_field_is_writable", c_bool, VPDField)
sriov_vpd_field_list_get_count = function("sriov_vpd_field_list_get_count", c_size_t, VPDFieldList)
sriov_vpd_field_list_get = function("sriov_vpd_field_list_get", c_void_p, VPDFieldList, c_size_t)
sriov_vpd_get_error = function("sriov_vpd_get_error", c_void_p, VPD)
sriov_vpd_get_checksum = function("sriov_vpd_get_checksum", c_int, VPD)
sriov_vpd_get_product_name = function("sriov_vpd_get_product_name", c_char_p, VPD)
sriov_vpd_get_part_number = function("sriov_vpd_get_part_number", c_char_p, VPD)
sriov_vpd_get_serial_number = function("sriov_vpd_get_serial_number", c_char_p, VPD)
sriov_vpd_get_engineering_level = function("sriov_vpd_get_engineering_level", c_char_p, VPD)
sriov_vpd_get_manufacture_id = function("sriov_vpd_get_manufacture_id", c_char_p, VPD)
sriov_vpd_get_text = function("sriov_vpd_get_text", c_char_p, VPD, c_char_p)
sriov_vpd_get_fields = function("sriov_vpd_get_fields", c_void_p, VPD)
