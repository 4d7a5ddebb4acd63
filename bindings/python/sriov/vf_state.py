# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a VF should be like: its settings, its driver, its MSI-X vectors."""

from __future__ import annotations

from typing import Optional

from . import vf_settings as _vf_settings
from . import _c
from ._runtime import calls, values
from ._runtime.objects import Object
from ._runtime.sequences import List


class VFState(Object):
    """What one VF should be like, or all VFs of a PF that have nothing else said of them."""

    __slots__ = ()
    _handle_type = _c.VFState
    _changes = True
    _shown = ("vf_index",)

    @property
    def vf_index(self) -> int:
        """Which VF it is.

        Returns:
            its index from 0; VFIndex.ALL for what holds for all VFs of the PF.
        """
        return self._number(_c.sriov_vf_state_get_vf_index)

    def has_setting(self, setting: _vf_settings.VFSetting) -> bool:
        """Whether something is said of a setting.

        Args:
            setting: which; VFSetting.RATES is there when either rate is.

        Returns:
            True when the VF should have a certain value; False otherwise, and for None.
        """
        return self._boolean(
            _c.sriov_vf_state_has_setting, values.member(setting, _vf_settings.VFSetting, "setting")
        )

    def set_unchanged(self, setting: _vf_settings.VFSetting) -> None:
        """Takes back what was said of a setting: it stays as it is.

        Args:
            setting: which; VFSetting.RATES for both rates.
        """
        self._tell(
            _c.sriov_vf_state_set_unchanged,
            values.member(setting, _vf_settings.VFSetting, "setting"),
        )

    def set_mac(self, mac: str) -> None:
        """Its MAC (the admin MAC).

        Args:
            mac: "52:54:00:00:00:01"; "00:00:00:00:00:00" for none, which is all that may be
                said of all VFs.

        Raises:
            InvalidError: an argument is None, it is no MAC or that of a group, or one MAC for
                all VFs.
        """
        calls.call(_c.sriov_vf_state_set_mac, self._pointer, values.text(mac, "mac"))

    def set_vlan(self, vlan_id: int, qos: int, protocol: _vf_settings.VLANProtocol) -> None:
        """The VLAN that it is put in without knowing it.

        Args:
            vlan_id: from 1 to 4094; 0 for none.
            qos: the priority, from 0 to 7; without a VLAN, too, where the driver has that.
            protocol: of the tag.

        Raises:
            InvalidError: a value is out of its range.
        """
        calls.call(
            _c.sriov_vf_state_set_vlan,
            self._pointer,
            values.unsigned_int(vlan_id, "vlan_id"),
            values.unsigned_int(qos, "qos"),
            values.member(protocol, _vf_settings.VLANProtocol, "protocol"),
        )

    def set_min_rate(self, min_mbps: int) -> None:
        """The rate that it can count on.

        Args:
            min_mbps: in Mb/s; 0 for none.

        Raises:
            InvalidError: the rate is more than the other one.
        """
        calls.call(
            _c.sriov_vf_state_set_min_rate, self._pointer, values.unsigned_int(min_mbps, "min_mbps")
        )

    def set_max_rate(self, max_mbps: int) -> None:
        """The rate that it is held to.

        Args:
            max_mbps: in Mb/s; 0 for none.

        Raises:
            InvalidError: the rate is less than the other one.
        """
        calls.call(
            _c.sriov_vf_state_set_max_rate, self._pointer, values.unsigned_int(max_mbps, "max_mbps")
        )

    def set_spoof_check(self, enable: bool) -> None:
        """Whether frames with a foreign source MAC are dropped.

        Args:
            enable: on or off.
        """
        calls.call(
            _c.sriov_vf_state_set_spoof_check, self._pointer, values.boolean(enable, "enable")
        )

    def set_trust(self, enable: bool) -> None:
        """Whether it is trusted: it may change its MAC and be promiscuous.

        Args:
            enable: on or off.
        """
        calls.call(_c.sriov_vf_state_set_trust, self._pointer, values.boolean(enable, "enable"))

    def set_rss_query(self, enable: bool) -> None:
        """Whether it may ask how the PF spreads what it receives.

        Args:
            enable: on or off.
        """
        calls.call(_c.sriov_vf_state_set_rss_query, self._pointer, values.boolean(enable, "enable"))

    def set_link_state(self, link_state: _vf_settings.LinkState) -> None:
        """What link it sees.

        Args:
            link_state: one that can be set.

        Raises:
            InvalidError: the link state is none that can be set.
        """
        calls.call(
            _c.sriov_vf_state_set_link_state,
            self._pointer,
            values.member(link_state, _vf_settings.LinkState, "link_state"),
        )

    def set_node_guid(self, guid: int) -> None:
        """Its node GUID, on InfiniBand.

        Args:
            guid: 0 for none, which is all that may be said of all VFs.

        Raises:
            InvalidError: one GUID for all VFs.
        """
        calls.call(_c.sriov_vf_state_set_node_guid, self._pointer, values.uint64_t(guid, "guid"))

    def set_port_guid(self, guid: int) -> None:
        """Its port GUID, on InfiniBand.

        Args:
            guid: 0 for none, which is all that may be said of all VFs.

        Raises:
            InvalidError: one GUID for all VFs.
        """
        calls.call(_c.sriov_vf_state_set_port_guid, self._pointer, values.uint64_t(guid, "guid"))

    def set_driver(self, driver: Optional[str] = None) -> None:
        """The driver that it should be on.

        Args:
            driver: a name, such as "vfio-pci" or "igbvf"; "native" for the one that the kernel
                would choose; "vfio" for the VFIO driver that fits it best: a variant such as
                `mlx5_vfio_pci` where there is one, else `vfio-pci`; "none"; None for no matter. A
                VF that is made anew and has no driver said of it gets what the PF's autoprobe gives
                it.

        Raises:
            InvalidError: it can be no name of a driver.
            NoMemoryError: out of memory.
        """
        calls.call(
            _c.sriov_vf_state_set_driver, self._pointer, values.text_or_none(driver, "driver")
        )

    def set_msix_count(self, vectors: int) -> None:
        """How many MSI-X vectors it should have.

        Args:
            vectors: from 1 to 2048; 0 for what the driver gives it.

        Raises:
            InvalidError: they are more than a function can have.
        """
        calls.call(
            _c.sriov_vf_state_set_msix_count, self._pointer, values.unsigned_int(vectors, "vectors")
        )

    @property
    def mac(self) -> Optional[str]:
        """The MAC that it should have.

        Returns:
            in small letters; None when nothing is said of it.
        """
        return self._text_or_none(_c.sriov_vf_state_get_mac)

    @property
    def vlan_id(self) -> int:
        """The VLAN that it should be in.

        Returns:
            from 1 to 4094; 0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_vlan_id)

    @property
    def vlan_qos(self) -> int:
        """The priority in its VLAN.

        Returns:
            from 0 to 7; 0 when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_vlan_qos)

    @property
    def vlan_protocol(self) -> _vf_settings.VLANProtocol:
        """The protocol of its VLAN.

        Returns:
            VLANProtocol.PROTOCOL_8021Q when nothing is said of it.
        """
        return self._member(_vf_settings.VLANProtocol, _c.sriov_vf_state_get_vlan_protocol)

    @property
    def min_rate_mbps(self) -> int:
        """The rate that it should be able to count on.

        Returns:
            in Mb/s; 0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_min_rate_mbps)

    @property
    def max_rate_mbps(self) -> int:
        """The rate that it should be held to.

        Returns:
            in Mb/s; 0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_max_rate_mbps)

    @property
    def spoof_check(self) -> _vf_settings.Switch:
        """Whether its spoof check should be on.

        Returns:
            Switch.UNKNOWN when nothing is said of it.
        """
        return self._member(_vf_settings.Switch, _c.sriov_vf_state_get_spoof_check)

    @property
    def trust(self) -> _vf_settings.Switch:
        """Whether it should be trusted.

        Returns:
            Switch.UNKNOWN when nothing is said of it.
        """
        return self._member(_vf_settings.Switch, _c.sriov_vf_state_get_trust)

    @property
    def rss_query(self) -> _vf_settings.Switch:
        """Whether it should be allowed to ask how the PF spreads what it receives.

        Returns:
            Switch.UNKNOWN when nothing is said of it.
        """
        return self._member(_vf_settings.Switch, _c.sriov_vf_state_get_rss_query)

    @property
    def link_state(self) -> _vf_settings.LinkState:
        """What link it should see.

        Returns:
            LinkState.UNKNOWN when nothing is said of it.
        """
        return self._member(_vf_settings.LinkState, _c.sriov_vf_state_get_link_state)

    @property
    def node_guid(self) -> int:
        """Its node GUID.

        Returns:
            0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_node_guid)

    @property
    def port_guid(self) -> int:
        """Its port GUID.

        Returns:
            0 for none, and when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_port_guid)

    @property
    def driver(self) -> Optional[str]:
        """The driver that it should be on, in the words of VFState.set_driver().

        Returns:
            None when nothing is said of it.
        """
        return self._text_or_none(_c.sriov_vf_state_get_driver)

    @property
    def msix_count(self) -> int:
        """How many MSI-X vectors it should have.

        Returns:
            from 1; 0 when nothing is said of it.
        """
        return self._number(_c.sriov_vf_state_get_msix_count)


class VFStateList(List["VFState"]):
    """VFs by their indexes."""

    __slots__ = ()
    _handle_type = _c.VFStateList

    def __len__(self) -> int:
        return self._number(_c.sriov_vf_state_list_get_count)

    def _at(self, position: int) -> VFState:
        return self._object(VFState, _c.sriov_vf_state_list_get, position)
