# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The machine that the guest runs on, in QEMU's words.
#
#   0000:01:00.0  em1   Intel 82576 (igb), up to 7 virtual functions
#   0000:02:00.0  em2   the same
#   0000:03:00.0  -     an NVMe controller, up to 32 virtual functions, and a disk of 256 MiB
#
# With --shared-group also a switch, from its root port on (0000:00:1a.0, 0000:04:00.0,
# 0000:05:00.0 and 0000:05:01.0) without ACS:
#
#   0000:06:00.0  em3   Intel 82576
#   0000:07:00.0  em4   the same, in the same IOMMU group
#
# and a bridge to conventional PCI (0000:08:00.0):
#
#   0000:09:01.0  -     Intel 82540EM; the driver e1000 is not loaded
#   0000:09:02.0  -     the same, in the same IOMMU group as the bridge

# Fills the array "machine" from the options and files of one run.
describe_machine() {
	machine=(
		-nodefaults -no-user-config -no-reboot -display none
		-machine "q35,accel=$accel,kernel-irqchip=split" -cpu max -smp 2 -m "$memory"
		-device "intel-iommu,intremap=on,caching-mode=on"
		-L "$tools_dir/usr/share/seabios" -L "$tools_dir/usr/share/qemu"
		-L "$tools_dir/usr/lib/ipxe/qemu"
		-kernel "$kernel/vmlinuz" -initrd "$run_dir/initrd"
		-append "$(kernel_arguments)"
	)
	add_slot 1
	add_network_card 1 52:54:00:00:01:00
	add_slot 2
	add_network_card 2 52:54:00:00:02:00
	add_slot 3
	add_nvme 3
	[[ ! $shared_group ]] || add_switch
	[[ ! $shared_group ]] || add_bridge
	add_disks
	add_channels
	add_shares
}

kernel_arguments() {
	# Tests read the registers of a card that has a driver, and what the kernel
	# said from its start on. On a busy machine an emulated timer is too late for
	# the kernel's check of it, which then panics; and one that was set for a single
	# time now and then never comes, with which a processor sleeps for ever, so it
	# has to tick.
	local words=(console=ttyS0 quiet panic=-1 loglevel=4 iomem=relaxed log_buf_len=8M
		no_timer_check nohz=off highres=off)
	# Debian's kernels have it on when nothing is said
	if [[ $iommu == off ]]; then
		words+=(intel_iommu=off)
	else
		words+=(intel_iommu=on iommu=pt)
	fi
	printf '%s' "${words[*]} $append"
}

# A slot N for a PCI Express card, which gives the card the bus number N; more words are QEMU's.
add_slot() {
	local place
	printf -v place '%x' "$((0x16 + $1))"
	machine+=(-device "pcie-root-port,id=slot$1,chassis=$1,slot=$1,addr=$place.0${2:+,$2}")
}

# Two cards that could reach each other without the IOMMU.
add_switch() {
	local port
	add_slot 4 disable-acs=on
	machine+=(-device "x3130-upstream,id=switch,bus=slot4")
	for port in 5 6; do
		machine+=(-device "xio3130-downstream,id=slot$port,bus=switch,chassis=$port,slot=$port")
		add_network_card "$port" "52:54:00:00:0$port:00"
	done
}

# No router is behind it that would make it carry a default route.
add_network_card() {
	machine+=(
		-netdev "user,id=net$1,restrict=on,ipv6=off"
		-device "igb,bus=slot$1,netdev=net$1,mac=$2"
	)
}

# Two cards of which the IOMMU sees one.
add_bridge() {
	local card
	add_slot 7
	machine+=(-device "pcie-pci-bridge,id=bridge,bus=slot7")
	for card in 1 2; do
		machine+=(
			-netdev "user,id=old$card,restrict=on"
			-device "e1000,bus=bridge,addr=$card.0,netdev=old$card,romfile=,mac=52:54:00:00:09:0$card"
		)
	done
}

# 32 functions want two queue pairs and one interrupt each from the pool. The disk is empty, and new
# in each run.
add_nvme() {
	truncate -s 256M "$run_dir/nvme"
	machine+=(
		-device "nvme-subsys,id=subsystem$1"
		-device "nvme,serial=libsriov,subsys=subsystem$1,bus=slot$1,sriov_max_vfs=32,sriov_vq_flexible=66,sriov_vi_flexible=33,max_ioqpairs=68,msix_qsize=35"
		-drive "file=$run_dir/nvme,format=raw,if=none,id=namespace$1"
		-device "nvme-ns,drive=namespace$1"
	)
}

# The images are found in the guest by their order: /dev/vda, /dev/vdb, ...
add_disks() {
	local image i=0
	for image in "${images[@]}"; do
		machine+=(
			-drive "file=$image,format=raw,if=none,id=disk$i,readonly=on"
			-device "virtio-blk-pci,drive=disk$i"
		)
		i=$((i + 1))
	done
}

# The kernel's console, and three channels: what the command prints (two plain
# files: QEMU never has to wait for a reader), and the guest's words to the test
# host.
add_channels() {
	machine+=(
		-chardev "file,id=console,path=$run_dir/console" -serial chardev:console
		-chardev "file,id=out,path=$run_dir/out"
		-chardev "file,id=err,path=$run_dir/err"
		-chardev "file,id=control,path=/dev/stdout"
		-device virtio-serial-pci
		-device "virtserialport,nr=1,chardev=out"
		-device "virtserialport,nr=2,chardev=err"
		-device "virtserialport,nr=3,chardev=control"
	)
}

add_shares() {
	local i=0 share
	for share in "${shares[@]}"; do
		add_9p "share$i" "$share" on
		i=$((i + 1))
	done
	[[ -z $out_dir ]] || add_9p out "$out_dir" off
}

add_9p() {
	local tag=$1 path=${2//,/,,} readonly=$3
	machine+=(
		-fsdev "local,id=$tag,path=$path,security_model=none,readonly=$readonly,multidevs=remap"
		-device "virtio-9p-pci,fsdev=$tag,mount_tag=$tag"
	)
}
