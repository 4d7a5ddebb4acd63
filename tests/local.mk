# SPDX-License-Identifier: LGPL-2.1-or-later
# Every test tells its results as TAP, so that they are counted one by one.

LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh

# Tests in Python: tests/tap.py is their TAP.
TEST_EXTENSIONS = .py
PY_LOG_DRIVER = $(LOG_DRIVER)
PY_LOG_COMPILER = $(srcdir)/tests/python
EXTRA_DIST += tests/python tests/tap.py

# What the tests are told of this build. Check's own limit of 4 seconds for a test is for a machine
# that has nothing else to do.
AM_TESTS_ENVIRONMENT = \
	top_srcdir='$(top_srcdir)' top_builddir='$(top_builddir)' \
	CC='$(CC)' CXX='$(CXX)' NM='$(NM)' MAKE='$(MAKE)' PKG_CONFIG='$(PKG_CONFIG)' \
	SANITIZERS='$(SANITIZERS)' VERSION='$(PACKAGE_VERSION)' \
	LIBDIR='$(libdir)' DATADIR='$(datadir)' PYTHON='$(PYTHON)' PYTHONDIR='$(pythondir)' \
	CK_DEFAULT_TIMEOUT=$${CK_DEFAULT_TIMEOUT:-60}; \
	export top_srcdir top_builddir CC CXX NM MAKE PKG_CONFIG SANITIZERS VERSION LIBDIR DATADIR \
	PYTHON PYTHONDIR CK_DEFAULT_TIMEOUT;

# Tests of the library as a whole.
SCRIPT_TESTS = \
	tests/headers \
	tests/layers \
	tests/man \
	tests/symbols \
	tests/syscalls
TESTS += $(SCRIPT_TESTS)
EXTRA_DIST += $(SCRIPT_TESTS) tests/tap.sh

# The unit tests: each is tests/unit/test_NAME.c, linked with all that is internal.
UNIT_TESTS = \
	tests/unit/test_address \
	tests/unit/test_apply \
	tests/unit/test_apply_stuck \
	tests/unit/test_apply_used \
	tests/unit/test_bar \
	tests/unit/test_bond \
	tests/unit/test_capabilities \
	tests/unit/test_capability \
	tests/unit/test_config_space \
	tests/unit/test_contention \
	tests/unit/test_context \
	tests/unit/test_deadline \
	tests/unit/test_deadline_holder \
	tests/unit/test_device \
	tests/unit/test_device_attributes \
	tests/unit/test_device_list \
	tests/unit/test_devlink \
	tests/unit/test_directory \
	tests/unit/test_error \
	tests/unit/test_fake \
	tests/unit/test_fork \
	tests/unit/test_faults \
	tests/unit/test_guest_bond \
	tests/unit/test_guest_bond_rules \
	tests/unit/test_holder \
	tests/unit/test_host \
	tests/unit/test_iommu \
	tests/unit/test_iommu_group \
	tests/unit/test_iommu_safety \
	tests/unit/test_isolation \
	tests/unit/test_journal \
	tests/unit/test_lease \
	tests/unit/test_lease_file \
	tests/unit/test_lease_process \
	tests/unit/test_libvirt \
	tests/unit/test_link \
	tests/unit/test_list \
	tests/unit/test_mac \
	tests/unit/test_modalias \
	tests/unit/test_modprobe \
	tests/unit/test_module \
	tests/unit/test_module_deadline \
	tests/unit/test_module_refusal \
	tests/unit/test_monitor \
	tests/unit/test_monitor_devices \
	tests/unit/test_mount \
	tests/unit/test_name \
	tests/unit/test_netdev \
	tests/unit/test_netlink \
	tests/unit/test_netns \
	tests/unit/test_number \
	tests/unit/test_owner \
	tests/unit/test_pci_names \
	tests/unit/test_pf \
	tests/unit/test_pf_autoprobe \
	tests/unit/test_pf_diff \
	tests/unit/test_pf_disks \
	tests/unit/test_pf_use \
	tests/unit/test_plan \
	tests/unit/test_reservation \
	tests/unit/test_route \
	tests/unit/test_sharing \
	tests/unit/test_state \
	tests/unit/test_state_json \
	tests/unit/test_string_list \
	tests/unit/test_systemd_link \
	tests/unit/test_text \
	tests/unit/test_tree \
	tests/unit/test_uevent \
	tests/unit/test_vf \
	tests/unit/test_vf_answer \
	tests/unit/test_vf_change_compare \
	tests/unit/test_vf_changes \
	tests/unit/test_vf_count \
	tests/unit/test_vf_entry \
	tests/unit/test_vf_mac \
	tests/unit/test_vf_message \
	tests/unit/test_vf_refusal \
	tests/unit/test_vf_settings \
	tests/unit/test_vf_told \
	tests/unit/test_vf_use \
	tests/unit/test_vfio \
	tests/unit/test_vfio_descriptor \
	tests/unit/test_vfio_many \
	tests/unit/test_vfio_modules \
	tests/unit/test_viability \
	tests/unit/test_vpd \
	tests/unit/test_worker \
	tests/unit/test_worker_job \
	tests/unit/test_worker_process

# Made-up hosts, for every test, in whatever language.
check_LTLIBRARIES += tests/unit/libfake.la
tests_unit_libfake_la_SOURCES = \
	tests/unit/fake.c \
	tests/unit/fake.h \
	tests/unit/fake_attribute.c \
	tests/unit/fake_config.c \
	tests/unit/fake_device.c \
	tests/unit/fake_disk.c \
	tests/unit/fake_module.c \
	tests/unit/fake_module.h \
	tests/unit/fake_network.c \
	tests/unit/fake_pf.c \
	tests/unit/fake_process.c \
	tests/unit/fake_tree.h

# One in a directory, and a way to run programs on it.
check_PROGRAMS += tests/made_up_host/make
tests_made_up_host_make_SOURCES = tests/made_up_host/make.c
tests_made_up_host_make_CPPFLAGS = $(AM_CPPFLAGS) -I$(srcdir)/tests/unit
tests_made_up_host_make_LDADD = tests/unit/libfake.la $(USER_LIBRARY)
tests_made_up_host_make_LDFLAGS = $(AM_LDFLAGS) -no-install
EXTRA_DIST += tests/made_up_host/enter

# What the unit tests share besides: the runner and the kernel's answers.
UNIT_SHARED = \
	tests/unit/answer.c \
	tests/unit/answer.h \
	tests/unit/full_pipe.c \
	tests/unit/full_pipe.h \
	tests/unit/one_card.c \
	tests/unit/one_card.h \
	tests/unit/real_link.c \
	tests/unit/real_link.h \
	tests/unit/skip.c \
	tests/unit/twin.c \
	tests/unit/twin.h \
	tests/unit/unit.c \
	tests/unit/unit.h

# Answers of the kernel, recorded.
EXTRA_DIST += tests/unit/data/igb-7 tests/unit/data/netdevsim-1

if CHECK
check_LTLIBRARIES += tests/unit/libunit.la
tests_unit_libunit_la_SOURCES = $(UNIT_SHARED)
tests_unit_libunit_la_LIBADD = tests/unit/libfake.la
LDADD = tests/unit/libunit.la libsriov/libinternal.la $(DEPENDED) $(CHECK_LIBS)
check_PROGRAMS += $(UNIT_TESTS) tests/unit/enumerate
TESTS += $(UNIT_TESTS)

# For tests/syscalls; the library as users have it, and the made-up host without Check.
tests_unit_enumerate_SOURCES = tests/unit/enumerate.c
tests_unit_enumerate_LDADD = tests/unit/libfake.la $(USER_LIBRARY)
tests_unit_enumerate_LDFLAGS = $(AM_LDFLAGS) -no-install

tests_unit_test_capabilities_SOURCES = tests/unit/test_capabilities.c tests/unit/registers.c tests/unit/registers.h
tests_unit_test_isolation_SOURCES = tests/unit/test_isolation.c tests/unit/registers.c tests/unit/registers.h
tests_unit_test_iommu_SOURCES = tests/unit/test_iommu.c tests/unit/iommu_host.c tests/unit/iommu_host.h
tests_unit_test_iommu_safety_SOURCES = tests/unit/test_iommu_safety.c tests/unit/iommu_host.c tests/unit/iommu_host.h
tests_unit_test_modprobe_SOURCES = tests/unit/test_modprobe.c tests/unit/module_host.c tests/unit/module_host.h
tests_unit_test_module_SOURCES = tests/unit/test_module.c tests/unit/module_host.c tests/unit/module_host.h
tests_unit_test_module_deadline_SOURCES = tests/unit/test_module_deadline.c tests/unit/module_host.c tests/unit/module_host.h
tests_unit_test_deadline_SOURCES = tests/unit/test_deadline.c tests/unit/stuck_host.c tests/unit/stuck_host.h
tests_unit_test_deadline_holder_SOURCES = tests/unit/test_deadline_holder.c tests/unit/stuck_host.c tests/unit/stuck_host.h
tests_unit_test_lease_SOURCES = tests/unit/test_lease.c tests/unit/lease_host.c tests/unit/lease_host.h
tests_unit_test_lease_file_SOURCES = tests/unit/test_lease_file.c tests/unit/lease_host.c tests/unit/lease_host.h
tests_unit_test_lease_process_SOURCES = tests/unit/test_lease_process.c tests/unit/lease_host.c tests/unit/lease_host.h
tests_unit_test_worker_SOURCES = tests/unit/test_worker.c tests/unit/workers.c tests/unit/workers.h
tests_unit_test_worker_job_SOURCES = tests/unit/test_worker_job.c tests/unit/workers.c tests/unit/workers.h
tests_unit_test_worker_job_CPPFLAGS = $(AM_CPPFLAGS)
tests_unit_test_worker_process_SOURCES = tests/unit/test_worker_process.c tests/unit/workers.c tests/unit/workers.h

tests_unit_test_faults_SOURCES = \
	tests/unit/fault.c \
	tests/unit/fault.h \
	tests/unit/faults/bond.c \
	tests/unit/faults/capabilities.c \
	tests/unit/faults/context.c \
	tests/unit/faults/device.c \
	tests/unit/faults/device_attribute.c \
	tests/unit/faults/devlink.c \
	tests/unit/faults/faults.h \
	tests/unit/faults/host.c \
	tests/unit/faults/iommu.c \
	tests/unit/faults/lease.c \
	tests/unit/faults/libvirt.c \
	tests/unit/faults/module.c \
	tests/unit/faults/monitor.c \
	tests/unit/faults/netdev.c \
	tests/unit/faults/pf.c \
	tests/unit/faults/pf_use.c \
	tests/unit/faults/plan.c \
	tests/unit/faults/spared.c \
	tests/unit/faults/state.c \
	tests/unit/faults/systemd.c \
	tests/unit/faults/vf.c \
	tests/unit/faults/vf_settings.c \
	tests/unit/faults/vfio.c \
	tests/unit/test_faults.c
# Its malloc() is for everybody in the process, and not what the compiler knows of malloc().
tests_unit_test_faults_CFLAGS = $(AM_CFLAGS) -fvisibility=default -fno-builtin
tests_unit_test_faults_CPPFLAGS = $(AM_CPPFLAGS)
tests_unit_test_faults_LDFLAGS = $(AM_LDFLAGS) -Wl,--wrap=kmod_new \
	-Wl,--wrap=kmod_module_get_path,--wrap=kmod_module_get_dependencies \
	-Wl,--wrap=kmod_module_new_from_lookup \
	-Wl,--wrap=pci_alloc,--wrap=pci_lookup_name
if SANITIZED
tests_unit_test_faults_CPPFLAGS += -DSANITIZED
tests_unit_test_worker_job_CPPFLAGS += -DSANITIZED
tests_unit_test_faults_LDFLAGS += -Wl,--wrap=malloc,--wrap=calloc,--wrap=realloc \
	-Wl,--wrap=reallocarray,--wrap=strdup,--wrap=vasprintf
endif
endif
