# SPDX-License-Identifier: LGPL-2.1-or-later
# Made by bindings/generate.py from include/sriov/: change that, and run "make bindings".
"""What a PF enforces on one VF: MAC, VLAN, rates, spoof check, trust, link state, RSS query,
GUIDs.
"""

from __future__ import annotations

from typing import Optional

from . import _c
from ._runtime import values
from ._runtime.enums import Value
from ._runtime.objects import Object
from ._runtime.sequences import List


class Switch(Value):
    """A setting that a driver may not have, or that is on or off."""

    # The driver has no such setting, or the host does not tell.
    UNKNOWN = -1
    # Off.
    OFF = 0
    # On.
    ON = 1

    def __str__(self) -> str:
        return values.decode(_c.sriov_switch_get_name(self.value))


class LinkState(Value):
    """What link the VF sees."""

    # A state that this version does not know.
    UNKNOWN = -1
    # The PF's own.
    AUTO = 0
    # Always up, so that VFs reach each other without a cable.
    ENABLE = 1
    # Always down.
    DISABLE = 2


class VLANProtocol(Value):
    """The protocol of a VLAN tag."""

    # The ordinary one, 802.1Q.
    PROTOCOL_8021Q = 0x8100
    # The outer one of two, 802.1ad, in front of the tags that the VF itself may use.
    PROTOCOL_8021AD = 0x88a8


class VFSetting(Value):
    """One of the settings that a PF has for its VFs."""

    # None that this version knows.
    UNKNOWN = -1
    # The MAC.
    MAC = 0
    # The broadcast address, which can only be read.
    BROADCAST = 1
    # The VLAN with its priority and its protocol.
    VLAN = 2
    # Both rates together.
    RATES = 3
    # The rate that the VF can count on.
    MIN_RATE = 4
    # The rate that the VF is held to.
    MAX_RATE = 5
    # The spoof check.
    SPOOF_CHECK = 6
    # Trust.
    TRUST = 7
    # The link that the VF sees.
    LINK_STATE = 8
    # Whether the VF may ask how the PF spreads what it receives.
    RSS_QUERY = 9
    # The GUID of the VF as a node of InfiniBand.
    NODE_GUID = 10
    # The GUID of the VF's port of InfiniBand.
    PORT_GUID = 11

    def __str__(self) -> str:
        return values.decode(_c.sriov_vf_setting_get_name(self.value))


class VFAnswer(Value):
    """What the host told of a setting."""

    # The host does not tell: the kernel is too old to, or the setting is none.
    UNKNOWN = -1
    # It has the value that the getter gives.
    VALUE = 0
    # It is not set: no MAC, no VLAN, no limit, no GUID.
    NOT_SET = 1
    # The PF's driver has no such setting.
    UNSUPPORTED = 2


class VFSettings(Object):
    """The settings of one VF as the PF's driver told them. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFSettings
    _shown = ("vf_index",)

    @property
    def vf_index(self) -> int:
        """Which VF of the PF.

        Returns:
            from 0.
        """
        return self._number(_c.sriov_vf_settings_get_vf_index)

    def get_answer(self, setting: VFSetting) -> VFAnswer:
        """Whether the setting has a value, is not set, or does not exist.

        For a spoof check, trust, RSS query and GUIDs the kernel tells whether the driver has them.
        Of a MAC, a VLAN, rates and a link state it tells zeroes for what the driver does not have:
        that is VFAnswer.NOT_SET, and for the link state a value, but with drivers of which this
        version knows better (igb). What a driver without the setting says to setting it is always
        UnsupportedError.

        Args:
            setting: which.

        Returns:
            the answer.
        """
        return self._member(
            VFAnswer, _c.sriov_vf_settings_get_answer, values.member(setting, VFSetting, "setting")
        )

    @property
    def mac(self) -> Optional[str]:
        """The MAC that the PF has for the VF: the admin MAC, or with some drivers (igb, ixgbe,
        i40e, ice) the one that the VF's driver or the PF made up. The kernel does not tell which.

        Returns:
            "52:54:00:00:00:01", 20 bytes of the same kind with InfiniBand; None when none is set:
            all zeros.
        """
        return self._text_or_none(_c.sriov_vf_settings_get_mac)

    @property
    def broadcast(self) -> Optional[str]:
        """The broadcast address of the VF's network, which is the PF's.

        Returns:
            "ff:ff:ff:ff:ff:ff", 20 bytes of the same kind with InfiniBand; None when the kernel
            does not tell (before 5.3).
        """
        return self._text_or_none(_c.sriov_vf_settings_get_broadcast)

    @property
    def vlan_id(self) -> int:
        """The VLAN that the VF is put in without knowing it.

        Returns:
            1 to 4094; 0 for none.
        """
        return self._number(_c.sriov_vf_settings_get_vlan_id)

    @property
    def vlan_qos(self) -> int:
        """The priority of its VLAN tag (QoS).

        Returns:
            0 to 7.
        """
        return self._number(_c.sriov_vf_settings_get_vlan_qos)

    @property
    def vlan_protocol(self) -> int:
        """The protocol of its VLAN tag.

        Returns:
            0x8100 for 802.1Q, 0x88a8 for 802.1ad, as VLANProtocol has them; 0 when the kernel does
            not tell.
        """
        return self._number(_c.sriov_vf_settings_get_vlan_protocol)

    @property
    def min_rate_mbps(self) -> int:
        """The rate at which the VF can always send.

        Returns:
            in Mb/s; 0 for none.
        """
        return self._number(_c.sriov_vf_settings_get_min_rate_mbps)

    @property
    def max_rate_mbps(self) -> int:
        """The rate above which the VF cannot send.

        Returns:
            in Mb/s; 0 for no limit.
        """
        return self._number(_c.sriov_vf_settings_get_max_rate_mbps)

    @property
    def spoof_check(self) -> Switch:
        """Whether frames whose source MAC is not the VF's are dropped.

        Returns:
            on, off, or unknown when the driver has no such setting.
        """
        return self._member(Switch, _c.sriov_vf_settings_get_spoof_check)

    @property
    def trust(self) -> Switch:
        """Whether the VF may override its admin MAC and ask for promiscuous mode.

        Returns:
            on, off, or unknown when the driver has no such setting.
        """
        return self._member(Switch, _c.sriov_vf_settings_get_trust)

    @property
    def link_state(self) -> LinkState:
        """What link the VF sees.

        Returns:
            the state; drivers without this setting tell auto.
        """
        return self._member(LinkState, _c.sriov_vf_settings_get_link_state)

    @property
    def rss_query(self) -> Switch:
        """Whether the VF may read the PF's table and key of receive side scaling (RSS), which it
        may share with the PF.

        Returns:
            on, off, or unknown when the driver has no such setting.
        """
        return self._member(Switch, _c.sriov_vf_settings_get_rss_query)

    @property
    def node_guid(self) -> int:
        """The GUID of the VF as a node of InfiniBand.

        Returns:
            64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
            InfiniBand.
        """
        return self._number(_c.sriov_vf_settings_get_node_guid)

    @property
    def port_guid(self) -> int:
        """The GUID of the VF's port of InfiniBand.

        Returns:
            64 bits, the first byte on the wire the highest; 0 when none is set or the PF is none of
            InfiniBand.
        """
        return self._number(_c.sriov_vf_settings_get_port_guid)


class VFSettingsList(List["VFSettings"]):
    """Settings of VFs, in the order of their indexes. Immutable and counted."""

    __slots__ = ()
    _handle_type = _c.VFSettingsList

    def __len__(self) -> int:
        return self._number(_c.sriov_vf_settings_list_get_count)

    def _at(self, position: int) -> VFSettings:
        return self._object(VFSettings, _c.sriov_vf_settings_list_get, position)
