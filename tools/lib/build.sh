# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Builds of the library in folders of their own, below "build" in the source:
# the ordinary one is "build" itself.

top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd -P)
build=$top/build
jobs=$(nproc)

# configure_build FOLDER [WORD]...: what is configured already is left to
# "make", which does that again when its sources changed.
configure_build() {
	local folder=$1
	shift
	[[ -x $top/configure ]] || "$top/autogen.sh"
	[[ -e $folder/Makefile ]] && return
	mkdir -p "$folder"
	(cd "$folder" && "$top/configure" --quiet "$@")
}

# The library, the examples, and the programs of the tests; nothing is run.
build_all() {
	local folder=$1
	make -C "$folder" -j "$jobs" all
	make -C "$folder" -j "$jobs" check TESTS=
}

ordinary_build() {
	configure_build "$build" --enable-werror
	build_all "$build"
	# the test host runs them, and has no Go
	"$top/tests/examples/go" "$build" build
}

# What clang warns of does not depend on what it optimizes.
clang_build() {
	configure_build "$build/clang" CC=clang CXX=clang++ CFLAGS=-O0 CXXFLAGS=-O0 --enable-werror
	build_all "$build/clang"
}

sanitized_build() {
	configure_build "$build/sanitized" --enable-werror --enable-sanitizers
	build_all "$build/sanitized"
}

fuzz_build() {
	configure_build "$build/fuzz" CC=clang CXX=clang++ --enable-werror --enable-sanitizers \
		--enable-fuzz
	make -C "$build/fuzz" -j "$jobs" fuzz-targets
}
