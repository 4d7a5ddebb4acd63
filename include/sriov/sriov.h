/* SPDX-License-Identifier: LGPL-2.1-or-later */
/**
 * @file
 * @brief The whole of libsriov: this header includes all others.
 *
 * Conventions, the same for every function:
 *
 * - What cannot fail returns its value and is called `_get_`, `_is_` or `_has_`. It answers
 *   from the snapshot that the object is; given NULL it returns 0, NULL, false or the
 *   enumeration's value for "unknown".
 * - What can fail returns #sriov_code, 0 for success, gives its result through a parameter and
 *   takes a `struct sriov_error **` last. Pass NULL there when the code alone is enough.
 *   On failure the result is set to NULL and `*error` to a new error, which the caller releases
 *   with sriov_error_unref(); on success `*error` is not touched.
 * - `_open` finds one object by name, `_list` finds many, `_read` asks the kernel for more
 *   about an object, `_set` changes the system.
 * - Objects are snapshots, immutable and counted: they say what was true when they were read.
 *   Look up again to refresh. What `_get_` returns is borrowed from the object and lives as long
 *   as it does; take a reference to keep it longer. A child holds its parent.
 * - A `char *` given through a parameter belongs to the caller, who releases it with free().
 * - A context is used by one thread at a time. Snapshots may be shared between threads.
 * - The library prints nothing, ends nothing, starts no thread unless it is told to, installs no
 *   signal handler and keeps no global state.
 */
#ifndef SRIOV_SRIOV_H
#define SRIOV_SRIOV_H

#include <sriov/acs_capability.h>
#include <sriov/address_translation.h>
#include <sriov/apply.h>
#include <sriov/ari_capability.h>
#include <sriov/bar.h>
#include <sriov/bond.h>
#include <sriov/capabilities.h>
#include <sriov/capability.h>
#include <sriov/context.h>
#include <sriov/device.h>
#include <sriov/device_attributes.h>
#include <sriov/device_filter.h>
#include <sriov/device_interfaces.h>
#include <sriov/device_list.h>
#include <sriov/device_modules.h>
#include <sriov/devlink.h>
#include <sriov/error.h>
#include <sriov/eswitch.h>
#include <sriov/event.h>
#include <sriov/finding.h>
#include <sriov/guest_bond.h>
#include <sriov/holder.h>
#include <sriov/host.h>
#include <sriov/interrupt_capability.h>
#include <sriov/iommu.h>
#include <sriov/iommu_group.h>
#include <sriov/iov_capability.h>
#include <sriov/lease.h>
#include <sriov/libvirt.h>
#include <sriov/module.h>
#include <sriov/monitor.h>
#include <sriov/netdev.h>
#include <sriov/owner.h>
#include <sriov/pcie_link.h>
#include <sriov/pf.h>
#include <sriov/pf_state.h>
#include <sriov/pf_use.h>
#include <sriov/plan.h>
#include <sriov/recovery.h>
#include <sriov/representor.h>
#include <sriov/reservation.h>
#include <sriov/reserved_region.h>
#include <sriov/resizable_bar.h>
#include <sriov/sharing_reason.h>
#include <sriov/state.h>
#include <sriov/step.h>
#include <sriov/string_list.h>
#include <sriov/systemd.h>
#include <sriov/unfinished.h>
#include <sriov/version.h>
#include <sriov/vf.h>
#include <sriov/vf_changes.h>
#include <sriov/vf_count.h>
#include <sriov/vf_settings.h>
#include <sriov/vf_state.h>
#include <sriov/vf_statistics.h>
#include <sriov/vf_use.h>
#include <sriov/vfio.h>
#include <sriov/vfio_descriptor.h>
#include <sriov/vfio_info.h>
#include <sriov/vfio_many.h>
#include <sriov/vpd.h>

#endif
