# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Kernels with all their modules, never installed: for each series an entry with
# the kernel, an image of the modules, and a first root file system that can
# reach the others. All but the small one are Debian's.

# Which release has kernels of the series; the newest of them is taken.
declare -A kernel_release=([6.1]=bookworm [6.12]=bookworm [7.3]=trixie [small]=bookworm)

# What the first root file system loads, in this order, with what it needs.
readonly early_modules=(virtio_pci virtio_blk virtio_console squashfs overlay 9p 9pnet_virtio)

kernel_entry() {
	local recipes=("$host_dir/lib/kernel.sh")
	[[ $1 != small ]] || recipes+=("${small_recipes[@]}")
	entry_path "kernel-$1" "${recipes[@]}"
}

# The newest kernel of SERIES, as the name of its package.
newest_kernel() {
	local release=$1 series=$2
	realm_apt "$release" apt-cache search --names-only \
		"^linux-image-${series//./\\.}\\.[^-]*(-[0-9]+)?-amd64\$" |
		cut -d' ' -f1 | sort -V | tail -n 1
}

# A package of a kernel, and those that it is split into.
with_parts() {
	local release=$1 package=$2
	printf '%s\n' "$package"
	realm_apt "$release" apt-cache depends "$package" |
		awk '$1 == "Depends:" && $2 ~ /^linux-(base|binary|modules|headers|kbuild)-[0-9]/ { print $2 }'
}

make_kernel() {
	local series=$1 entry=$2 files=$2/files version
	mkdir "$files"
	if [[ $series == small ]]; then
		cp -r "$(small_build)/." "$files"
	else
		unpack_kernel "${kernel_release[$series]}" "$series" "$files"
	fi
	version=$(basename "$files"/usr/lib/modules/*)
	echo "$version" >"$entry/version"
	find "$files" -name 'vmlinuz*' -exec cp {} "$entry/vmlinuz" \;
	index_modules "$files" "$version"
	make_initramfs "$files" "$version" >"$entry/initramfs"
	make_modules_image "$files" "$entry/image"
	rm -r "$files"
}

unpack_kernel() {
	local release=$1 series=$2 files=$3 image packages
	open_realm "$release"
	image=$(newest_kernel "$release" "$series")
	[[ $image ]] || die "Debian $release has no kernel $series"
	mapfile -t packages < <(with_parts "$release" "$image")
	unpack_only "$release" "$files" "${packages[@]}"
}

# Unpacks compressed modules once here instead of each time in the guest.
index_modules() {
	local files=$1 version=$2
	find "$files/usr/lib/modules" -name '*.ko.xz' -print0 | xargs -0 -r -P 2 -n 100 xz -d
	run_tool sbin/depmod -b "$files" "$version"
}

make_modules_image() {
	local files=$1 image=$2 top=$1.top
	mkdir -p "$top/usr/lib"
	mv "$files/usr/lib/modules" "$top/usr/lib/modules"
	make_image "$top" "$image"
	rm -r "$top"
}

# The modules in the order of loading are listed in /modules/order; what is a part of the kernel
# itself is not among them.
make_initramfs() {
	local files=$1 version=$2 top=$1.early module
	mkdir -p "$top"/{bin,dev,proc,sys,modules}
	cp "$tools_dir/usr/bin/busybox" "$top/bin/busybox"
	: >"$top/modules/order"
	for module in "${early_modules[@]}"; do
		run_tool sbin/modprobe -d "$files" -S "$version" --show-depends "$module"
	done | awk '$1 == "insmod" && !seen[$2]++ { print $2 }' |
		while read -r module; do
			cp "$module" "$top/modules/"
			echo "/modules/${module##*/}" >>"$top/modules/order"
		done
	make_cpio "$top" | gzip
	rm -r "$top"
}
