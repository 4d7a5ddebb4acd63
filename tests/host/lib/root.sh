# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The guest's root file system: packages of the release that this machine runs,
# so that programs built here run there, in one read-only image.

root_release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
root_entry=$(entry_path "root-$root_release" "$host_dir/lib/root.sh" "$host_dir/packages")

make_root() {
	local entry=$1 root=$1/files packages
	packages=$(grep -v '^#' "$host_dir/packages")
	mkdir "$root"
	open_realm "$root_release"
	# shellcheck disable=SC2086 # a list of words
	unpack_closure "$root_release" "$root" $packages
	finish_root "$root"
	make_image "$root" "$entry/image"
	rm -r "$root"
}

# What maintainer scripts would have done, as far as the guest needs it.
finish_root() {
	local root=$1
	mkdir -p "$root"/{dev,proc,sys,run,tmp,root,mnt,out,var/tmp}
	chmod 1777 "$root/tmp" "$root/var/tmp"
	rm -rf "$root"/var/{run,lock}
	ln -s /run "$root/var/run"
	ln -s /run/lock "$root/var/lock"
	add_users "$root"
	add_etc "$root"
	ln -sfn mawk "$root/usr/bin/awk"
	"$root/sbin/ldconfig" -r "$root"
	compile_python "$root"
}

add_users() {
	local root=$1
	cp "$root/usr/share/base-passwd/passwd.master" "$root/etc/passwd"
	cp "$root/usr/share/base-passwd/group.master" "$root/etc/group"
	cat >>"$root/etc/passwd" <<-'END'
		messagebus:*:101:101::/nonexistent:/usr/sbin/nologin
		libvirt-qemu:*:64055:103::/var/lib/libvirt:/usr/sbin/nologin
		user:*:1000:1000::/tmp:/bin/bash
	END
	cat >>"$root/etc/group" <<-'END'
		messagebus:*:101:
		libvirt:*:102:
		kvm:*:103:
		render:*:104:
		input:*:105:
		sgx:*:106:
		libvirt-qemu:*:64055:
		user:*:1000:
	END
}

add_etc() {
	local etc=$1/etc
	cp -n "$1/usr/share/libc-bin/nsswitch.conf" "$etc/nsswitch.conf"
	echo testhost >"$etc/hostname"
	printf '127.0.0.1 localhost testhost\n::1 localhost testhost\n' >"$etc/hosts"
	echo 0123456789abcdef0123456789abcdef >"$etc/machine-id"
	: >"$etc/fstab"
	: >"$etc/resolv.conf"
}

# Python would compile its library anew in every guest, on a slow processor.
compile_python() {
	local root=$1 python
	python=$(basename "$(readlink -f "$root/usr/bin/python3")")
	"$root/lib64/ld-linux-x86-64.so.2" \
		--library-path "$root/usr/lib/x86_64-linux-gnu" "$root/usr/bin/$python" \
		-I -m compileall -q -j 0 --invalidation-mode unchecked-hash \
		-s "$root" "$root/usr/lib/$python"
}
