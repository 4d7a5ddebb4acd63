# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The programs that make and run the guest, unpacked in the cache and run from
# there with their own libraries.
#
# QEMU is that of Debian 13 on every machine: Debian 12's does not emulate the
# registers of virtual functions, its backport reads them as zero.

readonly tools_release=trixie
readonly tools_packages=(
	qemu-system-x86 seabios ipxe-qemu	# the machine
	busybox-static				# the first program in the guest, cpio
	squashfs-tools				# images of the guest's files
	kmod					# depmod
)

tools_dir=$(entry_path tools "$host_dir/lib/tools.sh")

make_tools() {
	open_realm "$tools_release"
	unpack_closure "$tools_release" "$1" "${tools_packages[@]}"
}

# Runs a program of the tools under its own dynamic loader, so that nothing of
# the machine's own libraries is mixed in.
run_tool() {
	tool_words "$1"
	shift
	"${tool[@]}" "$@"
}

# Fills the array "tool" with the beginning of the command that runs NAME.
tool_words() {
	local name=$1 lib=$tools_dir/usr/lib/x86_64-linux-gnu
	tool=(
		"$tools_dir/lib64/ld-linux-x86-64.so.2" --argv0 "${name##*/}"
		--library-path "$lib:$lib/systemd" "$tools_dir/usr/$name"
	)
}

# An image of FOLDER's files, all of them root's. Not compressed much: the
# guest's processor is emulated, the disk of the machine is fast.
make_image() {
	local folder=$1 image=$2
	run_tool bin/mksquashfs "$folder" "$image" -all-root -noappend -quiet \
		-no-progress -comp lz4 >&2
}

make_cpio() {
	(cd "$1" && find . | "$tools_dir/usr/bin/busybox" cpio -o -H newc 2>/dev/null)
}
