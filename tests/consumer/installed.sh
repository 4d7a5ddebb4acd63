# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
# The words of a test that takes libsriov as it was installed. Sourced.

# shellcheck source-path=SCRIPTDIR source=../tap.sh
. "${top_srcdir:-.}/tests/tap.sh"

libdir=${LIBDIR:?}
here=$(cd "${top_srcdir:-.}/tests/consumer" && pwd)
export here

# What is needed, or the test is left out.
need() {
	local tool
	for tool; do
		command -v "$tool" >/dev/null || skip_all "$tool is missing"
	done
}

# install_library ROOT: below a folder, as packages do it.
install_library() {
	"${MAKE:-make}" -C "${top_builddir:-.}" install DESTDIR="$1"
}

# use_installed ROOT: pkg-config finds the library below ROOT. PKG_CONFIG_SYSROOT_DIR would want the
# libraries of the system there, too.
use_installed() {
	sed -i -E "s|^(prefix\|exec_prefix\|libdir\|includedir)=/|&${1#/}/|" \
		"$1$libdir/pkgconfig/libsriov.pc"
	export PKG_CONFIG_PATH=$1$libdir/pkgconfig${PKG_CONFIG_PATH:+:$PKG_CONFIG_PATH}
	export PKG_CONFIG_ALLOW_SYSTEM_LIBS=''
}

# with_library ROOT COMMAND...: a program finds the shared library below ROOT.
with_library() {
	LD_LIBRARY_PATH=$1$libdir "${@:2}"
}

# says_version ROOT COMMAND...: the program came to its end, which is to print the version.
says_version() {
	[[ $(with_library "$@") == "${VERSION:?}" ]]
}

# is_shared PROGRAM, is_static PROGRAM: how it was linked with the library.
is_shared() {
	readelf -d "$1" | grep -F 'libsriov.so.0'
}

is_static() {
	! is_shared "$1"
}

# The libraries that "pkg-config --static" asks for and this machine cannot link.
find_missing() {
	local name
	echo 'int main(void) { return 0; }' >"$work/empty.c"
	for name in $("$PKG_CONFIG" --libs-only-l --static libsriov); do
		[[ $name != -lsriov ]] || continue
		"${cc[@]}" "$work/empty.c" "$name" -o "$work/empty" 2>/dev/null || echo "$name"
	done
}

# with_shared ROOT and with_static ROOT tell whether that can be tried, and why not. For the second
# the shared library goes from ROOT.
with_shared() {
	[[ ! -e $1$libdir/libsriov.so ]] || return 0
	skip 'a program with the shared library' 'configured without a shared library'
	return 1
}

with_static() {
	local missing=''
	[[ -e $1$libdir/libsriov.a ]] || missing='configured without a static library'
	rm -f "$1$libdir"/libsriov.so*
	[[ $missing ]] || missing=$(find_missing)
	[[ $missing ]] || return 0
	skip 'a program with the static library' "missing: ${missing//$'\n'/ }"
	return 1
}
