# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The small kernel, with what Debian's lack: compiled from Debian's source with
# the options of kernel.config. It has an entry of its own in the cache, so that
# its compilation is repeated for a new recipe only.

# shellcheck disable=SC2034 # for kernel.sh
small_recipes=("$host_dir/lib/small.sh" "$host_dir/kernel.config")
small_series=6.12

small_build() { entry_path small "${small_recipes[@]}"; }

# Leaves the files as Debian's packages have them.
make_small() {
	local entry=$1 source=$1/source
	check_compilers
	fetch_source "$source"
	configure_small "$source"
	compile_small "$source" || { tail -n 40 "$source/log" >&2; return 1; }
	install_small "$source" "$entry"
	rm -r "$source"
}

check_compilers() {
	local program
	for program in gcc make bc bison flex; do
		command -v "$program" >/dev/null || die "no $program: run \"tools/need kernel\""
	done
}

fetch_source() {
	local source=$1 package=$1.package release=${kernel_release[small]}
	open_realm "$release"
	mkdir "$source" "$package"
	unpack_only "$release" "$package" "linux-source-$small_series"
	tar -xJf "$package/usr/src/linux-source-$small_series.tar.xz" -C "$source" \
		--strip-components=1
	rm -r "$package"
}

# An option that asks for what another one lacks is dropped without a word.
configure_small() {
	local source=$1 option
	make -s -C "$source" tinyconfig >&2
	(cd "$source" && scripts/kconfig/merge_config.sh -m .config "$host_dir/kernel.config") \
		>"$source/log" 2>&1
	make -s -C "$source" olddefconfig >&2
	grep '^CONFIG_.*=[ym"]' "$host_dir/kernel.config" | while read -r option; do
		grep -qFx "$option" "$source/.config" || die "the kernel does not take $option"
	done
}

compile_small() {
	make -s -C "$1" -j "$(nproc)" bzImage modules >"$1/log" 2>&1
}

install_small() {
	local source=$1 entry=$2
	make -s -C "$source" INSTALL_MOD_PATH="$entry/usr" DEPMOD=true modules_install >&2
	rm -f "$entry"/usr/lib/modules/*/{build,source}
	ln -s usr/lib "$entry/lib"
	mkdir "$entry/boot"
	cp "$source/arch/x86/boot/bzImage" "$entry/boot/vmlinuz"
}
