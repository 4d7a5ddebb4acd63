# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Unpacks packages into a folder, without installing them: no root rights, no
# maintainer scripts, no database.

# The top of a system whose /bin, /sbin and /lib are links into /usr, as on
# every Debian machine; packages that still have files there follow the links.
make_merged_usr() {
	local root=$1 name
	for name in bin sbin lib lib64; do
		mkdir -p "$root/usr/$name"
		ln -sfn "usr/$name" "$root/$name"
	done
}

unpack_deb() {
	local deb=$1 root=$2
	dpkg-deb --fsys-tarfile "$deb" |
		tar -x -C "$root" --keep-directory-symlink --no-same-owner -p \
			--exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' \
			--exclude='./usr/share/locale/*' --exclude='./usr/share/info/*'
}

# Runs apt, which can take long. Of what it says, sums and big packages are
# shown, and all of it when it fails.
download() {
	local log=$1
	shift
	"$@" 2>&1 | tee "$log" | sed -u -n -E >&2 \
		-e 's/^Need to get (.*) of archives.*/  downloading \1/p' \
		-e 's/^Get:\S+ \S+ \S+ \S+ (\S+) .*\[([0-9]{2,}[0-9.]* MB)\]$/  downloading \2: \1/p' ||
		{ cat "$log" >&2; return 1; }
}

# Unpacks packages of RELEASE, and what they depend on, into ROOT.
unpack_closure() {
	local release=$1 root=$2 archives="$cache_dir/apt/$1/cache/archives" deb
	shift 2
	realm_apt "$release" apt-get clean
	download "$root.log" realm_apt "$release" apt-get install --download-only "$@"
	make_merged_usr "$root"
	for deb in "$archives"/*.deb; do
		unpack_deb "$deb" "$root"
	done
	realm_apt "$release" apt-get clean
	rm "$root.log"
}

# Unpacks exactly the packages named, each NAME or NAME=VERSION.
unpack_only() {
	local release=$1 root=$2 debs="$2.debs" deb
	shift 2
	mkdir -p "$debs"
	(cd "$debs" && download "$root.log" realm_apt "$release" apt-get download "$@")
	make_merged_usr "$root"
	for deb in "$debs"/*.deb; do
		unpack_deb "$deb" "$root"
	done
	rm -r "$debs" "$root.log"
}
