# SPDX-License-Identifier: LGPL-2.1-or-later
# The library. A layer calls itself and those above it in this file, never one below; so does a
# folder of object/.

BASE_SOURCES = \
	libsriov/base/address.c \
	libsriov/base/address.h \
	libsriov/base/code.c \
	libsriov/base/common.h \
	libsriov/base/error.c \
	libsriov/base/error.h \
	libsriov/base/json.h \
	libsriov/base/json_read.c \
	libsriov/base/json_write.c \
	libsriov/base/list.c \
	libsriov/base/list.h \
	libsriov/base/log.c \
	libsriov/base/log.h \
	libsriov/base/mac.c \
	libsriov/base/mac.h \
	libsriov/base/mistakes.c \
	libsriov/base/mistakes.h \
	libsriov/base/name.c \
	libsriov/base/name.h \
	libsriov/base/number.c \
	libsriov/base/number.h \
	libsriov/base/object.c \
	libsriov/base/object.h \
	libsriov/base/parallel.c \
	libsriov/base/parallel.h \
	libsriov/base/string_list.c \
	libsriov/base/string_list.h \
	libsriov/base/text.c \
	libsriov/base/text.h \
	libsriov/base/utf8.c \
	libsriov/base/utf8.h \
	libsriov/base/version.c

KERNEL_SOURCES = \
	libsriov/kernel/attribute.h \
	libsriov/kernel/child.c \
	libsriov/kernel/child.h \
	libsriov/kernel/config_decode.c \
	libsriov/kernel/config_decode.h \
	libsriov/kernel/config_facts.c \
	libsriov/kernel/config_facts.h \
	libsriov/kernel/config_space.c \
	libsriov/kernel/config_space.h \
	libsriov/kernel/directory.c \
	libsriov/kernel/directory.h \
	libsriov/kernel/directory_file.c \
	libsriov/kernel/event_socket.c \
	libsriov/kernel/event_socket.h \
	libsriov/kernel/devlink.c \
	libsriov/kernel/devlink.h \
	libsriov/kernel/devlink_message.c \
	libsriov/kernel/devlink_message.h \
	libsriov/kernel/file_lock.c \
	libsriov/kernel/file_lock.h \
	libsriov/kernel/guard.c \
	libsriov/kernel/guard.h \
	libsriov/kernel/iommufd.h \
	libsriov/kernel/link.c \
	libsriov/kernel/link.h \
	libsriov/kernel/link_event.c \
	libsriov/kernel/link_event.h \
	libsriov/kernel/link_message.c \
	libsriov/kernel/link_message.h \
	libsriov/kernel/modalias.c \
	libsriov/kernel/modalias.h \
	libsriov/kernel/modprobe_config.c \
	libsriov/kernel/modprobe_config.h \
	libsriov/kernel/module.c \
	libsriov/kernel/module.h \
	libsriov/kernel/module_index.h \
	libsriov/kernel/module_load.c \
	libsriov/kernel/module_refusal.c \
	libsriov/kernel/module_refusal.h \
	libsriov/kernel/module_vfio.c \
	libsriov/kernel/mount.c \
	libsriov/kernel/mount.h \
	libsriov/kernel/netdev.c \
	libsriov/kernel/netdev.h \
	libsriov/kernel/netlink.c \
	libsriov/kernel/netlink.h \
	libsriov/kernel/netlink_batch.c \
	libsriov/kernel/netlink_batch.h \
	libsriov/kernel/netlink_dump.c \
	libsriov/kernel/netlink_guarded.c \
	libsriov/kernel/netlink_socket.c \
	libsriov/kernel/netlink_socket.h \
	libsriov/kernel/netns.c \
	libsriov/kernel/netns.h \
	libsriov/kernel/overdue.c \
	libsriov/kernel/overdue.h \
	libsriov/kernel/pci_names.c \
	libsriov/kernel/pci_names.h \
	libsriov/kernel/process.c \
	libsriov/kernel/process.h \
	libsriov/kernel/resource.c \
	libsriov/kernel/resource.h \
	libsriov/kernel/route.c \
	libsriov/kernel/route.h \
	libsriov/kernel/route_nexthop.c \
	libsriov/kernel/route_nexthop.h \
	libsriov/kernel/tree.c \
	libsriov/kernel/tree.h \
	libsriov/kernel/tree_guarded.c \
	libsriov/kernel/uevent.c \
	libsriov/kernel/uevent.h \
	libsriov/kernel/vf_message.c \
	libsriov/kernel/vf_message.h \
	libsriov/kernel/vf_message_decode.c \
	libsriov/kernel/vf_request.c \
	libsriov/kernel/vf_request.h \
	libsriov/kernel/vf_sending.c \
	libsriov/kernel/vf_sending.h \
	libsriov/kernel/vfio.c \
	libsriov/kernel/vfio.h \
	libsriov/kernel/vfio_device.c \
	libsriov/kernel/vpd.c \
	libsriov/kernel/vpd.h \
	libsriov/kernel/vpd_file.c \
	libsriov/kernel/worker.c \
	libsriov/kernel/worker.h \
	libsriov/kernel/worker_birth.c \
	libsriov/kernel/worker_birth.h \
	libsriov/kernel/worker_job.c \
	libsriov/kernel/worker_job.h \
	libsriov/kernel/worker_process.c \
	libsriov/kernel/worker_process.h

OBJECT_SOURCES = \
	libsriov/object/context/context.c \
	libsriov/object/context/context.h \
	libsriov/object/context/context_options.c \
	libsriov/object/context/context_options.h \
	libsriov/object/context/unfinished.c \
	libsriov/object/module/module.c \
	libsriov/object/module/module.h \
	libsriov/object/device/device.c \
	libsriov/object/device/device.h \
	libsriov/object/device/device_attribute.c \
	libsriov/object/device/device_attribute.h \
	libsriov/object/device/device_facts.c \
	libsriov/object/device/device_filter.c \
	libsriov/object/device/device_filter.h \
	libsriov/object/device/device_interfaces.c \
	libsriov/object/device/device_interrupts.c \
	libsriov/object/device/device_list.c \
	libsriov/object/device/device_list.h \
	libsriov/object/device/device_modules.c \
	libsriov/object/device/device_placement.c \
	libsriov/object/device/device_power.c \
	libsriov/object/device/device_reset.c \
	libsriov/object/device/device_vpd.c \
	libsriov/object/device/driver.c \
	libsriov/object/device/driver.h \
	libsriov/object/device/interface.c \
	libsriov/object/device/interface.h \
	libsriov/object/device/interface_altname.c \
	libsriov/object/device/interface_map.c \
	libsriov/object/device/interface_map.h \
	libsriov/object/device/pcie_link.c \
	libsriov/object/device/pcie_link.h \
	libsriov/object/device/vfio_driver.c \
	libsriov/object/device/vfio_driver.h \
	libsriov/object/device/vpd.c \
	libsriov/object/device/vpd.h \
	libsriov/object/capability/acs_capability.c \
	libsriov/object/capability/address_translation.c \
	libsriov/object/capability/ari_capability.c \
	libsriov/object/capability/capabilities.c \
	libsriov/object/capability/capability.c \
	libsriov/object/capability/capability.h \
	libsriov/object/capability/device_capabilities.c \
	libsriov/object/capability/interrupt_capability.c \
	libsriov/object/capability/iov_capability.c \
	libsriov/object/capability/resizable_bar.c \
	libsriov/object/bar/bar.c \
	libsriov/object/bar/bar.h \
	libsriov/object/bar/device_bars.c \
	libsriov/object/netdev/netdev.c \
	libsriov/object/netdev/netdev.h \
	libsriov/object/netdev/netdev_list.c \
	libsriov/object/netdev/netdev_open.c \
	libsriov/object/netdev/port_name.c \
	libsriov/object/netdev/port_name.h \
	libsriov/object/pf/pf.c \
	libsriov/object/pf/pf.h \
	libsriov/object/pf/pf_autoprobe.c \
	libsriov/object/pf/pf_find.c \
	libsriov/object/pf/pf_link.c \
	libsriov/object/pf/pf_link.h \
	libsriov/object/pf/pf_list.c \
	libsriov/object/vf/vf.c \
	libsriov/object/vf/vf.h \
	libsriov/object/vf/vf_bar.c \
	libsriov/object/vf/vf_interface.c \
	libsriov/object/vf/vf_interface.h \
	libsriov/object/vf/vf_msix.c \
	libsriov/object/iommu/iommu.c \
	libsriov/object/iommu/iommu.h \
	libsriov/object/iommu/iommu_advice.c \
	libsriov/object/iommu/iommu_domain_type.c \
	libsriov/object/iommu/iommu_group.c \
	libsriov/object/iommu/iommu_group.h \
	libsriov/object/iommu/iommu_group_judge.c \
	libsriov/object/iommu/iommu_group_list.c \
	libsriov/object/iommu/iommu_group_sharing.c \
	libsriov/object/iommu/iommu_group_type.c \
	libsriov/object/iommu/iommu_procfs.c \
	libsriov/object/iommu/iommu_reading.c \
	libsriov/object/iommu/iommu_reading.h \
	libsriov/object/iommu/iommu_safety.c \
	libsriov/object/iommu/iommu_sysfs.c \
	libsriov/object/iommu/reserved_region.c \
	libsriov/object/iommu/sharing.c \
	libsriov/object/iommu/sharing.h \
	libsriov/object/iommu/viability.c \
	libsriov/object/iommu/viability.h \
	libsriov/object/holder/holder.c \
	libsriov/object/holder/holder.h \
	libsriov/object/holder/holding.c \
	libsriov/object/holder/holding.h \
	libsriov/object/holder/vf_count.c \
	libsriov/object/holder/vf_count.h \
	libsriov/object/holder/vf_use.c \
	libsriov/object/holder/vfio_held.c \
	libsriov/object/holder/vfio_held.h \
	libsriov/object/use/block_graph.c \
	libsriov/object/use/block_graph.h \
	libsriov/object/use/device_path.c \
	libsriov/object/use/device_path.h \
	libsriov/object/use/interface_graph.c \
	libsriov/object/use/interface_graph.h \
	libsriov/object/use/pf_disk.c \
	libsriov/object/use/pf_route.c \
	libsriov/object/use/pf_use.c \
	libsriov/object/use/pf_use.h \
	libsriov/object/use/pf_use_reason.c \
	libsriov/object/settings/vf_change.c \
	libsriov/object/settings/vf_change.h \
	libsriov/object/settings/vf_change_compare.c \
	libsriov/object/settings/vf_change_compare.h \
	libsriov/object/settings/vf_change_make.c \
	libsriov/object/settings/vf_change_make.h \
	libsriov/object/settings/vf_change_text.c \
	libsriov/object/settings/vf_change_text.h \
	libsriov/object/settings/vf_changes.c \
	libsriov/object/settings/vf_changes.h \
	libsriov/object/settings/vf_changes_apply.c \
	libsriov/object/settings/vf_changes_text.c \
	libsriov/object/settings/vf_mac.c \
	libsriov/object/settings/vf_mac.h \
	libsriov/object/settings/vf_reading.c \
	libsriov/object/settings/vf_reading.h \
	libsriov/object/settings/vf_refusal.c \
	libsriov/object/settings/vf_refusal.h \
	libsriov/object/settings/vf_set.c \
	libsriov/object/settings/vf_settings.c \
	libsriov/object/settings/vf_settings.h \
	libsriov/object/settings/vf_settings_get.c \
	libsriov/object/settings/vf_statistics.c \
	libsriov/object/settings/vf_statistics.h \
	libsriov/object/settings/vf_support.c \
	libsriov/object/settings/vf_support.h \
	libsriov/object/finding/finding.c \
	libsriov/object/finding/finding.h \
	libsriov/object/bond/bond.c \
	libsriov/object/bond/bond.h \
	libsriov/object/bond/bond_parameters.c \
	libsriov/object/bond/bond_parameters.h \
	libsriov/object/bond/guest_bond.c \
	libsriov/object/bond/guest_bond_findings.c \
	libsriov/object/bond/guest_bond_findings.h \
	libsriov/object/bond/guest_bond_rules.c \
	libsriov/object/bond/guest_bond_rules.h \
	libsriov/object/vfio/vfio.c \
	libsriov/object/vfio/vfio.h \
	libsriov/object/vfio/vfio_bind_options.c \
	libsriov/object/vfio/vfio_bind_options.h \
	libsriov/object/vfio/vfio_binding.c \
	libsriov/object/vfio/vfio_container.c \
	libsriov/object/vfio/vfio_descriptor.c \
	libsriov/object/vfio/vfio_descriptor.h \
	libsriov/object/vfio/vfio_find_driver.c \
	libsriov/object/vfio/vfio_info.c \
	libsriov/object/vfio/vfio_iommufd.c \
	libsriov/object/vfio/vfio_jobs.c \
	libsriov/object/vfio/vfio_jobs.h \
	libsriov/object/vfio/vfio_many.c \
	libsriov/object/vfio/vfio_reset.c \
	libsriov/object/devlink/devlink.c \
	libsriov/object/devlink/devlink.h \
	libsriov/object/devlink/devlink_info.c \
	libsriov/object/devlink/devlink_port.c \
	libsriov/object/devlink/eswitch.c \
	libsriov/object/devlink/representor.c \
	libsriov/object/devlink/representor_search.c \
	libsriov/object/devlink/representor_search.h \
	libsriov/object/monitor/event.c \
	libsriov/object/monitor/event.h \
	libsriov/object/monitor/monitor.c \
	libsriov/object/monitor/monitor.h \
	libsriov/object/monitor/monitor_devices.c \
	libsriov/object/monitor/monitor_known.c \
	libsriov/object/monitor/monitor_known.h \
	libsriov/object/monitor/monitor_links.c \
	libsriov/object/monitor/monitor_options.c \
	libsriov/object/monitor/monitor_options.h \
	libsriov/object/monitor/monitor_vf.c \
	libsriov/object/host/host.c \
	libsriov/object/host/host.h \
	libsriov/object/host/host_read.c

# Changes that are planned, applied, taken back and recovered.
CHANGE_SOURCES = \
	libsriov/change/lease/claim.c \
	libsriov/change/lease/claim.h \
	libsriov/change/lease/lease.c \
	libsriov/change/lease/lease.h \
	libsriov/change/lease/lease_options.c \
	libsriov/change/lease/lease_options.h \
	libsriov/change/lease/owner.c \
	libsriov/change/lease/owner.h \
	libsriov/change/lease/owner_record.c \
	libsriov/change/lease/reservation.c \
	libsriov/change/lease/reservation.h \
	libsriov/change/lease/reservation_keep.c \
	libsriov/change/lease/reservation_keep.h \
	libsriov/change/lease/reservation_options.c \
	libsriov/change/lease/reservation_options.h \
	libsriov/change/lease/reservation_pool.c \
	libsriov/change/state/pf_capture.c \
	libsriov/change/state/pf_capture.h \
	libsriov/change/state/pf_state.c \
	libsriov/change/state/pf_state.h \
	libsriov/change/state/state.c \
	libsriov/change/state/state.h \
	libsriov/change/state/state_json.h \
	libsriov/change/state/state_json_read.c \
	libsriov/change/state/state_json_write.c \
	libsriov/change/state/state_words.c \
	libsriov/change/state/state_words.h \
	libsriov/change/state/vf_state.c \
	libsriov/change/state/vf_state.h \
	libsriov/change/state/vf_state_get.c \
	libsriov/change/plan/pf_diff.c \
	libsriov/change/plan/pf_diff.h \
	libsriov/change/plan/pf_find.c \
	libsriov/change/plan/pf_find.h \
	libsriov/change/plan/pf_target.c \
	libsriov/change/plan/pf_target.h \
	libsriov/change/plan/plan.c \
	libsriov/change/plan/plan.h \
	libsriov/change/plan/plan_check.c \
	libsriov/change/plan/plan_check.h \
	libsriov/change/plan/plan_format.c \
	libsriov/change/plan/step.c \
	libsriov/change/plan/step.h \
	libsriov/change/plan/step_make.c \
	libsriov/change/plan/step_make.h \
	libsriov/change/plan/step_setting.c \
	libsriov/change/apply/apply.c \
	libsriov/change/apply/apply.h \
	libsriov/change/apply/apply_begin.c \
	libsriov/change/apply/apply_go_on.c \
	libsriov/change/apply/apply_options.c \
	libsriov/change/apply/apply_options.h \
	libsriov/change/apply/journal.c \
	libsriov/change/apply/journal.h \
	libsriov/change/apply/journal_read.c \
	libsriov/change/apply/journal_words.h \
	libsriov/change/apply/leases.c \
	libsriov/change/apply/leases.h \
	libsriov/change/apply/recovery.c \
	libsriov/change/apply/recovery.h \
	libsriov/change/apply/run.c \
	libsriov/change/apply/run.h \
	libsriov/change/apply/settings.c \
	libsriov/change/apply/settings_check.c \
	libsriov/change/apply/settings_compare.c \
	libsriov/change/apply/settings_compare.h \
	libsriov/change/apply/settings_link.c \
	libsriov/change/apply/step_verify.c \
	libsriov/change/apply/task.c \
	libsriov/change/apply/way.c \
	libsriov/change/apply/way.h \
	libsriov/change/apply/whole.c \
	libsriov/change/apply/whole.h

REPORT_SOURCES = \
	libsriov/report/libvirt.c \
	libsriov/report/systemd_link.c \
	libsriov/report/systemd_unsaid.c \
	libsriov/report/systemd_unsaid.h \
	libsriov/report/xml.c \
	libsriov/report/xml.h

# The public interface, installed as <sriov/NAME.h>.
sriovincludedir = $(includedir)/sriov
sriovinclude_HEADERS = \
	include/sriov/acs_capability.h \
	include/sriov/address_translation.h \
	include/sriov/apply.h \
	include/sriov/ari_capability.h \
	include/sriov/bar.h \
	include/sriov/bond.h \
	include/sriov/capabilities.h \
	include/sriov/capability.h \
	include/sriov/context.h \
	include/sriov/device.h \
	include/sriov/device_attributes.h \
	include/sriov/device_filter.h \
	include/sriov/device_interfaces.h \
	include/sriov/device_list.h \
	include/sriov/device_modules.h \
	include/sriov/devlink.h \
	include/sriov/error.h \
	include/sriov/eswitch.h \
	include/sriov/event.h \
	include/sriov/finding.h \
	include/sriov/guest_bond.h \
	include/sriov/holder.h \
	include/sriov/host.h \
	include/sriov/interrupt_capability.h \
	include/sriov/iommu.h \
	include/sriov/iommu_group.h \
	include/sriov/iov_capability.h \
	include/sriov/lease.h \
	include/sriov/libvirt.h \
	include/sriov/module.h \
	include/sriov/monitor.h \
	include/sriov/netdev.h \
	include/sriov/owner.h \
	include/sriov/pcie_link.h \
	include/sriov/pf.h \
	include/sriov/pf_state.h \
	include/sriov/pf_use.h \
	include/sriov/plan.h \
	include/sriov/recovery.h \
	include/sriov/representor.h \
	include/sriov/reservation.h \
	include/sriov/reserved_region.h \
	include/sriov/resizable_bar.h \
	include/sriov/sharing_reason.h \
	include/sriov/sriov.h \
	include/sriov/state.h \
	include/sriov/step.h \
	include/sriov/string_list.h \
	include/sriov/systemd.h \
	include/sriov/unfinished.h \
	include/sriov/version.h \
	include/sriov/vf.h \
	include/sriov/vf_changes.h \
	include/sriov/vf_count.h \
	include/sriov/vf_settings.h \
	include/sriov/vf_state.h \
	include/sriov/vf_statistics.h \
	include/sriov/vf_use.h \
	include/sriov/vfio.h \
	include/sriov/vfio_descriptor.h \
	include/sriov/vfio_info.h \
	include/sriov/vfio_many.h \
	include/sriov/vpd.h

# Everything, with the internal functions to be seen: what the unit tests are linked with.
noinst_LTLIBRARIES += libsriov/libinternal.la
libsriov_libinternal_la_SOURCES = \
	$(BASE_SOURCES) \
	$(KERNEL_SOURCES) \
	$(OBJECT_SOURCES) \
	$(CHANGE_SOURCES) \
	$(REPORT_SOURCES)
DEPENDED = $(NL_LIBS) $(KMOD_LIBS) $(JANSSON_LIBS) $(PCI_LIBS)

# USER_LIBRARY is the library as users have it.
if SHARED
USER_LIBRARY = libsriov/libsriov.la
lib_LTLIBRARIES = libsriov/libsriov.la
libsriov_libsriov_la_SOURCES =
libsriov_libsriov_la_LIBADD = libsriov/libinternal.la $(DEPENDED)
libsriov_libsriov_la_LDFLAGS = $(AM_LDFLAGS) -shared -version-info 0:0:0 -no-undefined \
	$(COMPLETE) -Wl,--version-script=$(srcdir)/libsriov/libsriov.sym
EXTRA_libsriov_libsriov_la_DEPENDENCIES = libsriov/libsriov.sym
else
USER_LIBRARY = libsriov/libsriov.a $(DEPENDED)
endif
EXTRA_DIST += libsriov/libsriov.sym

# An archive has no version script: its objects are made into one, and what is internal is hidden
# in it, so that a program may have functions of the same names.
if STATIC
lib_LIBRARIES = libsriov/libsriov.a
libsriov_libsriov_a_SOURCES =
libsriov_libsriov_a_LIBADD = libsriov/whole.$(OBJEXT)
libsriov/whole.$(OBJEXT): libsriov/libinternal.la
	$(AM_V_GEN)$(LD) -r -o $@ --whole-archive libsriov/.libs/libinternal.a && \
		$(OBJCOPY) --localize-hidden $@
CLEANFILES += libsriov/whole.$(OBJEXT)
endif
