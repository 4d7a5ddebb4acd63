# SPDX-License-Identifier: LGPL-2.1-or-later
# The test host: tests on a real kernel in a virtual machine. What is compiled is the program through
# which they ask the library, as a user's program would.
PROBE_SOURCES = \
	tests/host/tools/json.c \
	tests/host/tools/json.h \
	tests/host/tools/probe.c \
	tests/host/tools/probe.h \
	tests/host/tools/probe_apply.c \
	tests/host/tools/probe_attributes.c \
	tests/host/tools/probe_capabilities.c \
	tests/host/tools/probe_change.c \
	tests/host/tools/probe_deadline.c \
	tests/host/tools/probe_devlink.c \
	tests/host/tools/probe_events.c \
	tests/host/tools/probe_failing.c \
	tests/host/tools/probe_group.c \
	tests/host/tools/probe_host.c \
	tests/host/tools/probe_kill.c \
	tests/host/tools/probe_lease.c \
	tests/host/tools/probe_plan.c \
	tests/host/tools/probe_lists.c \
	tests/host/tools/probe_netdev.c \
	tests/host/tools/probe_read.c \
	tests/host/tools/probe_settings.c \
	tests/host/tools/probe_stale.c \
	tests/host/tools/probe_use.c \
	tests/host/tools/probe_vfio.c \
	tests/host/tools/probe_vfio_device.c

check_PROGRAMS += tests/host/tools/probe
tests_host_tools_probe_SOURCES = $(PROBE_SOURCES)
tests_host_tools_probe_LDADD = $(USER_LIBRARY)
tests_host_tools_probe_LDFLAGS = $(AM_LDFLAGS) -no-install

# The same for netdevsim, which is no PCI device: it is made to look like one.
check_PROGRAMS += tests/host/tools/probe_netdevsim
tests_host_tools_probe_netdevsim_SOURCES = $(PROBE_SOURCES) tests/host/tools/as_pci.c
tests_host_tools_probe_netdevsim_LDADD = libsriov/libinternal.la $(DEPENDED)
tests_host_tools_probe_netdevsim_LDFLAGS = $(AM_LDFLAGS) -no-install \
	-Wl,--wrap=devlink_check,--wrap=devlink_list_ports,--wrap=devlink_read_eswitch \
	-Wl,--wrap=devlink_read_info,--wrap=devlink_set_eswitch_mode \
	-Wl,--wrap=link_list,--wrap=link_read,--wrap=link_read_by_name \
	-Wl,--wrap=netdev_list,--wrap=netdev_read,--wrap=netdev_read_by_name

# What is no PCI device is reached from inside only.
check_PROGRAMS += tests/host/tools/vf_door
tests_host_tools_vf_door_SOURCES = \
	tests/host/tools/json.c \
	tests/host/tools/json.h \
	tests/host/tools/vf_door.c
tests_host_tools_vf_door_LDADD = libsriov/libinternal.la $(DEPENDED)
tests_host_tools_vf_door_LDFLAGS = $(AM_LDFLAGS) -no-install

EXTRA_DIST += \
	tests/host/.shellcheckrc \
	tests/host/README.md \
	tests/host/cases \
	tests/host/compatibility \
	tests/host/guest \
	tests/host/kernel.config \
	tests/host/lib \
	tests/host/packages \
	tests/host/prepare \
	tests/host/run \
	tests/host/selftest
