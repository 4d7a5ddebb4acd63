# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The kernel's simulated network device, which Debian does not build: compiled
# from Debian's source of the very kernel in the cache, against its headers, as
# an outside module. The entry is an image that lies above the kernel's.

netdevsim_entry() {
	entry_path "netdevsim-$1" "$host_dir/lib/netdevsim.sh" "$(kernel_entry "$1")/version"
}

make_netdevsim() {
	local series=$1 entry=$2 files=$2/files top=$2/top release version
	release=${kernel_release[$series]}
	version=$(<"$(kernel_entry "$series")/version")
	mkdir -p "$files" "$top/usr/lib"
	open_realm "$release"
	unpack_headers "$release" "$files" "$version"
	fetch_netdevsim "$release" "$files" "$series" "$version"
	build_netdevsim "$files" "$version"
	add_netdevsim "$series" "$files" "$top" "$version"
	make_image "$top" "$entry/image"
	rm -r "$files" "$top"
}

unpack_headers() {
	local release=$1 files=$2 version=$3
	local headers=$files/usr/src/linux-headers-$version packages
	mapfile -t packages < <(with_parts "$release" "linux-headers-$version")
	unpack_only "$release" "$files" "${packages[@]}"
	# the only path in there that is not relative
	sed -i "s|/usr/src/|$files/usr/src/|" "$headers/Makefile"
}

# The source package has the version of the headers, to the letter.
fetch_netdevsim() {
	local release=$1 files=$2 series=$3 version=$4 package=$2/source
	local exact archive=usr/src/linux-source-$series.tar.xz
	exact=$(realm_apt "$release" apt-cache show "linux-headers-$version" |
		awk '$1 == "Version:" { print $2; exit }')
	mkdir "$package"
	unpack_only "$release" "$package" "linux-source-$series=$exact"
	tar -xJf "$package/$archive" -C "$files" --strip-components=3 \
		"linux-source-$series/drivers/net/netdevsim"
	rm -r "$package"
}

build_netdevsim() {
	local files=$1 version=$2
	make -C "$files/usr/src/linux-headers-$version" M="$files/netdevsim" -j 2 \
		CONFIG_NETDEVSIM=m CONFIG_DEBUG_INFO_BTF_MODULES= modules \
		>"$files/log" 2>&1 || { cat "$files/log" >&2; return 1; }
}

# The module, and an index of all modules that knows it.
add_netdevsim() {
	local series=$1 files=$2 top=$3 version=$4 all=$2/all modules
	run_tool bin/unsquashfs -quiet -no-progress -d "$all" "$(kernel_entry "$series")/image" >&2
	ln -s usr/lib "$all/lib"
	modules=$all/usr/lib/modules/$version
	mkdir "$modules/updates"
	cp "$files/netdevsim/netdevsim.ko" "$modules/updates/"
	run_tool sbin/depmod -b "$all" "$version"
	mkdir -p "$top/usr/lib/modules/$version"
	cp -r "$modules"/{updates,modules.*} "$top/usr/lib/modules/$version/"
}
