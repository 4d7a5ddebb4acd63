# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# A small system of the release that this machine runs, in a folder, and commands in it. It is made
# once and kept in the test host's cache, with the packages that are going to be installed; each
# test gets a copy of its own, and needs no network.

chroot_release=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")

# shellcheck source-path=SCRIPTDIR source=../host/lib/common.sh
. "$top_srcdir/tests/host/lib/common.sh"
# shellcheck source=../host/lib/apt.sh
. "$host_dir/lib/apt.sh"

# shellcheck disable=SC2031 # it is not changed there
base=$(entry_path "debian-$chroot_release" "${BASH_SOURCE[0]}" "$top_dir/debian/control")

# What the packages are tried with, beside what they depend on; the names of devices are expected.
compilers=(gcc golang-go libc6-dev pci.ids pkgconf)

# Without root's rights it takes a namespace in which one is root.
as_root=()
((EUID == 0)) || as_root=(mmdebstrap --unshare-helper)

# make_base DEB... FOLDER: a system with nothing but what every system has; in its cache what the
# packages and the compilers depend on. How this machine's apt reaches its mirrors is kept.
make_base() {
	local folder=${*: -1} debs=("${@:1:$#-1}") wanted
	wanted=$(printf '%q ' "${debs[@]}" "${compilers[@]}")
	write_sources "$chroot_release" | grep -v -e -backports >"$folder/sources.list"
	apt-config dump | grep -E '^Acquire::(https?|Check-|Retries|Force)' >"$folder/apt.conf" || true
	# The hook's variable is mmdebstrap's.
	mmdebstrap --quiet --variant=minbase --skip=cleanup/apt --aptopt="$folder/apt.conf" \
		--aptopt='Acquire::Languages "none"' --customize-hook="
			APT_CONFIG=\$MMDEBSTRAP_APT_CONFIG apt-get install --quiet --yes \
			--download-only --no-install-recommends $wanted" \
		"$chroot_release" "$folder/base.tar" "$folder/sources.list"
}

# open_chroot FOLDER DEB...: it stands in FOLDER, with the packages in its /packages.
open_chroot() {
	local root=$1
	shift
	# two at once would write to the same place
	mkdir -p "$cache_dir"
	exec {lock}>"$cache_dir/debian.lock"
	flock "$lock"
	make_entry "a small system" "$base" make_base "$@" || return
	exec {lock}>&-
	mkdir -p "$root"
	((EUID == 0)) || chmod 777 "$root"
	"${as_root[@]}" tar -x -C "$root" -p --numeric-owner -f "$base/base.tar" || return
	"${as_root[@]}" mkdir "$root/packages"
	"${as_root[@]}" cp "$@" "$root/packages"
}

close_chroot() { [[ ! -e $1 ]] || "${as_root[@]}" rm -rf "$1"; }

# inside ROOT COMMAND...
inside() {
	local root=$1
	shift
	"${as_root[@]}" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
		DEBIAN_FRONTEND=noninteractive chroot "$root" "$@"
}

# Nothing is kept here: no time is lost with writing it to the disk for good.
apt_inside() {
	local root=$1
	shift
	inside "$root" apt-get --quiet --yes --no-install-recommends \
		-o DPkg::Options::=--force-unsafe-io "$@"
}

# Every file and where links go, but for what installing anything changes.
list_inside() {
	inside "$1" find / -xdev \( -path /dev -o -path /packages -o -path /proc -o -path /root \
		-o -path /sys -o -path /tmp -o -path /var/cache -o -path /var/lib/apt \
		-o -path /var/lib/dpkg -o -path /var/log \) -prune -o -printf '%p %M %l\n' | sort
}
