# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The stages of tools/test, in their order. One that prints TAP tells its
# results by that; one that does not is a single result, good when it ends with
# status 0.

stages=(build unit clang sanitized style doc dist test-host host-6.1 host-6.12 host-sanitized)
long_stages=(host-7.3)

declare -A stage_titles=(
	[build]="gcc builds everything without a warning"
	[unit]="unit tests, layers, headers, symbols, a user's programs"
	[clang]="clang builds everything without a warning"
	[sanitized]="unit tests with the address and undefined behaviour sanitizers"
	[style]="shellcheck and clang-format"
	[doc]="documents without a warning"
	[dist]="make distcheck: a release builds, passes its tests and uninstalls"
	[test-host]="the test host keeps its promises"
	[host-6.1]="a real kernel, 6.1"
	[host-6.12]="a real kernel, 6.12"
	[host-7.3]="a real kernel, 7.3"
	[host-sanitized]="a real kernel, 6.12, with the sanitizers"
)

# The results of "make check" as TAP; each of its tests has many.
check_as_tap() {
	make -C "$1" -j "$jobs" check 2>&1 | sed -u -E \
		-e 's/^(PASS|XFAIL): /ok - /' \
		-e '/^SKIP: /{ /# SKIP/!s/$/ # SKIP/; s/^SKIP: /ok - /; }' \
		-e 's/^(FAIL|XPASS|ERROR): /not ok - /'
}

stage_build() { ordinary_build; }

stage_unit() {
	ordinary_build >/dev/null
	check_as_tap "$build"
}

stage_clang() { clang_build; }

stage_sanitized() {
	sanitized_build >/dev/null
	check_as_tap "$build/sanitized"
}

stage_style() { "$top/tools/style"; }

stage_doc() {
	configure_build "$build" --enable-werror
	make -C "$build" doc
}

stage_dist() {
	configure_build "$build" --enable-werror
	make -C "$build" -j "$jobs" distcheck
}

stage_test_host() { "$top/tests/host/selftest"; }

# run_cases KERNEL FOLDER: the cases with the build in FOLDER, on that kernel.
run_cases() {
	"$top/tests/host/run" --kernel "$1" --timeout 1200 -- \
		env SRIOV_BUILD="$2" "$top/tests/host/cases/run.py"
}

stage_host() {
	if [[ $1 == sanitized ]]; then
		sanitized_build >/dev/null
		run_cases 6.12 "$build/sanitized"
	else
		ordinary_build >/dev/null
		run_cases "$1" "$build"
	fi
}

# call_stage NAME: the function of a stage.
call_stage() {
	case $1 in
	host-*) stage_host "${1#host-}" ;;
	*) "stage_${1//-/_}" ;;
	esac
}
