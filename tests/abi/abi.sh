# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
# The words of the tests of the ABI. Sourced. A release is a folder here with what was true when it
# was made:
#
#     libsriov.abi  its ABI, in the words of abidw
#     symbols       its symbols, a line each
#     include/      its headers, without comments
#     program.c     a program of that time, and
#     expected      what it says on the made-up host

# shellcheck source-path=SCRIPTDIR source=../tap.sh
. "${top_srcdir:-.}/tests/tap.sh"

top=${top_srcdir:-.}
top_builddir=${top_builddir:-.}
library=$top_builddir/libsriov/.libs/libsriov.so
export LC_ALL=C

# The releases, the oldest first.
list_releases() {
	local folder
	for folder in "$top"/tests/abi/*/symbols; do
		[[ ! -e $folder ]] || basename "${folder%/symbols}"
	done | sort -V
}

# list_section SCRIPT RELEASE: the symbols of one section of a version script, as they stand there.
list_section() {
	awk -v name="LIBSRIOV_$2" '$1 == name { inside = 1 } /^}/ { inside = 0 }
		inside && /^\tsriov_/ { sub(";", "", $1); print $1 }' "$1"
}

# The sections of a version script, each with the one it is built on: "LIBSRIOV_0.2 LIBSRIOV_0.1".
list_sections() {
	awk '/{$/ { name = $1 } /^}/ { sub(";", "", $2); print name, $2 }' "$1"
}

# release_script RELEASE: the version script that gives a library the symbols of that release.
release_script() {
	local name rest='local: *;'
	for name in $(list_releases); do
		echo "LIBSRIOV_$name { global:"
		sed 's/$/;/' "$top/tests/abi/$name/symbols"
		echo "$rest };"
		rest=''
		[[ $name != "$1" ]] || break
	done
}

# A function that is only declared gets a body: abidw describes what is defined.
define_all() {
	awk 'BEGIN { RS = ";"; ORS = "" }
		/sriov_[a-z0-9_]+[ \t\n]*\(/ && /\)$/ { print $0 " { __builtin_trap(); }"; next }
		NF { print $0 ";" }'
}

# make_hollow INCLUDE SCRIPT LIBRARY: a library of which only the ABI is right, made from the
# headers below INCLUDE and a version script.
make_hollow() {
	local folder
	folder=$(mktemp -d -p "$work")
	echo '#include <sriov/sriov.h>' | "${cc[@]}" -E -P -I"$1" -x c - | define_all \
		>"$folder/sriov.c"
	# abidw keeps the name of the source.
	(cd "$folder" && "${cc[@]}" -std=c99 -g -fPIC -Wno-return-type -c sriov.c)
	"${cc[@]}" -shared -Wl,-soname,libsriov.so.0 -Wl,--version-script="$2" "$folder/sriov.o" \
		-o "$3"
}

# describe LIBRARY: its ABI, free of what differs from one machine to the next.
describe() {
	abidw --exported-interfaces-only --drop-undefined-syms --no-show-locs --no-comp-dir-path \
		--no-corpus-path --no-architecture --no-elf-needed --no-write-default-sizes "$1"
}

# keeps DESCRIPTION LIBRARY: the library has all that is described, as it was; what is new in it is
# nobody's loss.
keeps() {
	abidiff --no-architecture --no-added-syms --no-show-locs "$1" "$2"
}

# Ends the test where no ABI can be told.
need_abi_tools() {
	[[ $(type -P abidw abidiff | wc -l) == 2 ]] ||
		skip_all 'abidw and abidiff are missing (install abigail-tools)'
	[[ -e $library ]] || skip_all 'configured without a shared library'
	[[ $(readelf -hS "$library") == *ELF64*.debug_info* ]] ||
		skip_all 'the library is not of 64 bits, or has no debugging information (-g)'
}

# build_program RELEASE INCLUDE LIBRARY PROGRAM: the program of a release, with these headers and
# this library.
build_program() {
	"${cc[@]}" -std=c99 -Wall -Wextra -Werror -I"$2" "$top/tests/abi/$1/program.c" "$3" -o "$4"
}

# run_program PROGRAM: what it says of the made-up host with today's library, all symbols of which
# are looked up first.
run_program() {
	LD_BIND_NOW=1 LD_LIBRARY_PATH=$(dirname "$library") "$1" "$work/host"
}

# Ends the test where programs of a release cannot run.
need_made_up_host() {
	[[ -e $library ]] || skip_all 'configured without a shared library'
	[[ -x $top_builddir/tests/made_up_host/make ]] ||
		skip_all 'the made-up host is missing (install Check, package "check")'
	"$top_builddir/tests/made_up_host/make" "$work/host"
	[[ -e $work/host/modules/modules.alias.bin ]] ||
		skip_all 'depmod is missing (install kmod)'
}
