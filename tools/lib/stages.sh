# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# The stages of tools/test, in their order: what others need and what takes long comes first. One
# that prints TAP tells its results by that; one that does not is a single result, good when it ends
# with status 0.

stages=(build prepare sanitized-build host-sanitized host-6.1 dist host-6.12 many-vfs sanitized debian
	clang fuzz go go-sanitized test-host kill compete python-hints python-pip style doc
	host-no-iommu host-shared-group)
# The results of "unit" are among those of "dist".
long_stages=(unit compete-long fuzz-long prepare-small host-small host-small-no-iommu host-7.3)

# What has to be there before a stage. The first build makes the configure script for all.
declare -A stage_needs=(
	[unit]=build
	[clang]=build
	[fuzz]=build
	[fuzz-long]=fuzz
	[sanitized-build]=build
	[sanitized]=sanitized-build
	[kill]=build
	[compete]=build
	[compete-long]=build
	[python-hints]=build
	[python-pip]=build
	[go]=build
	[go-sanitized]=sanitized-build
	[doc]=build
	[dist]=build
	[debian]=build
	[test-host]=prepare
	[host-6.1]="build prepare"
	[host-6.12]="build prepare"
	[host-7.3]="build prepare"
	[host-small]="build prepare-small"
	[host-small-no-iommu]="build prepare-small"
	[host-no-iommu]="build prepare"
	[host-shared-group]="build prepare"
	[host-sanitized]="sanitized-build prepare"
	[many-vfs]="sanitized-build prepare"
)

declare -A stage_titles=(
	[build]="gcc builds everything without a warning"
	[prepare]="the parts of the test host are there"
	[unit]="unit tests, layers, headers, symbols, the ABI, what users build and run"
	[clang]="clang builds everything without a warning"
	[sanitized-build]="gcc builds everything with the sanitizers"
	[sanitized]="unit tests with the address and undefined behaviour sanitizers"
	[python-hints]="the type hints of Python, with mypy"
	[python-pip]="pip installs the Python package from the sources"
	[go]="the Go package, with the race detector"
	[go-sanitized]="the Go package, with the sanitizers"
	[fuzz]="libFuzzer tries each parser for ten seconds"
	[fuzz-long]="libFuzzer tries each parser for five minutes"
	[kill]="kill -9 at every system call"
	[compete]="sixteen agents that want different things, a hundred times each"
	[compete-long]="the same, a thousand times each"
	[style]="shellcheck and clang-format"
	[doc]="the book and the reference: no warning, every link, a phone, the search"
	[dist]="make distcheck: a release builds, passes all unit tests and uninstalls"
	[debian]="Debian packages: built, without lintian's errors, installed, used, removed"
	[test-host]="the test host keeps its promises"
	[host-6.1]="a real kernel, 6.1"
	[host-6.12]="a real kernel, 6.12: what cannot be tried with the sanitizers"
	[host-7.3]="a real kernel, 7.3"
	[prepare-small]="the small kernel is compiled"
	[host-small]="the small kernel: what Debian's kernels lack"
	[host-small-no-iommu]="the small kernel: VFIO without an IOMMU"
	[host-no-iommu]="a real kernel, 6.1, with its IOMMU off"
	[host-shared-group]="a real kernel, 6.12, and two cards in one IOMMU group"
	[host-sanitized]="a real kernel, 6.12, with the sanitizers"
	[many-vfs]="a real kernel, 6.12, and a thousand VFs, with the sanitizers"
)

# make_as_tap BUILD TARGET: the results of "make check" as TAP; each of its tests has many.
make_as_tap() {
	make -C "$1" -j "$jobs" "$2" 2>&1 | sed -u -E \
		-e 's/^(PASS|XFAIL): /ok - /' \
		-e '/^SKIP: /{ /# SKIP/!s/$/ # SKIP/; s/^SKIP: /ok - /; }' \
		-e 's/^(FAIL|XPASS|ERROR): /not ok - /'
}

stage_build() { ordinary_build; }

stage_prepare() { "$top/tests/host/prepare" 6.1 6.12 netdevsim-6.1 netdevsim-6.12; }

stage_unit() { make_as_tap "$build" check; }

stage_clang() { clang_build; }

stage_sanitized_build() { sanitized_build; }

# The other tests of the Python package are among the unit tests.
test_python() { top_srcdir=$top top_builddir=$build "$top/tests/bindings/python/$1"; }

stage_python_hints() { test_python hints; }

stage_python_pip() { test_python pip; }

stage_go() { make -C "$build" check-go; }

stage_go_sanitized() { make -C "$build/sanitized" check-go; }

stage_sanitized() { make_as_tap "$build/sanitized" check; }

fuzz_for() { make -C "$build/fuzz" fuzz FUZZ_SECONDS="$1"; }

stage_fuzz() {
	fuzz_build
	fuzz_for 10
}

stage_fuzz_long() { fuzz_for 300; }

stage_kill() {
	make -s -C "$build" check-kill KILLS=2000 && make -s -C "$build" check-failures
}

stage_compete() { make -s -C "$build" check-compete TIMES=100; }

stage_compete_long() { make -s -C "$build" check-compete TIMES=1000; }

stage_style() { "$top/tools/style"; }

stage_doc() { make -s -C "$build" check-site; }

stage_dist() { make_as_tap "$build" distcheck; }

# Other stages run the tests.
stage_debian() { DEB_BUILD_OPTIONS="nocheck parallel=$jobs" "$top/tests/debian/run" "$build"; }

stage_test_host() { "$top/tests/host/selftest"; }

# run_cases KERNEL FOLDER [WORD]...: the cases with the build in FOLDER, on that kernel, by the
# words of cases/run.py; --with=OPTIONS are for the test host alone. What the kernel does goes to
# the file that $answers names.
run_cases() {
	local kernel=$1 folder=$2 options=() words=() word
	for word in "${@:3}"; do
		# shellcheck disable=SC2206 # they are words
		case $word in
		--with=*) options+=(${word#--with=}) ;;
		--needs=*) options+=(${word#--needs=}); words+=("$word") ;;
		*) words+=("$word") ;;
		esac
	done
	"$top/tests/host/run" --kernel "$kernel" --timeout 2400 "${options[@]}" \
		${answers:+--out "$(dirname "$answers")"} -- \
		env SRIOV_BUILD="$folder" ${answers:+"COMPATIBILITY=/out/$(basename "$answers")"} \
		"$top/tests/host/cases/run.py" "${words[@]}"
}

# The same with the ordinary build, and whether the kernel does what the book says.
run_and_compare() {
	local answers=$build/compatibility/$1.json status=0
	rm -f "$answers"
	run_cases "$1" "$build" "${@:2}" || status=1
	"$top/tests/host/compatibility" --check "$answers" || status=1
	return "$status"
}

stage_host() {
	local words=()
	# Debian's own compiler is too old for the module of the newest kernel.
	[[ $1 == 7.3 ]] || words=(--with=--netdevsim)
	# The rest is tried there with the sanitizers, and without them on 6.1.
	[[ $1 != 6.12 ]] || words+=(--unsanitized)
	run_and_compare "$1" "${words[@]}"
}

stage_prepare_small() { "$top/tests/host/prepare" small; }

stage_host_small() { run_and_compare small "--needs=--kernel small"; }

stage_host_small_no_iommu() { run_cases small "$build" "--needs=--kernel small --no-iommu"; }

stage_host_no_iommu() { run_cases 6.1 "$build" --needs=--no-iommu; }

stage_host_shared_group() { run_cases 6.12 "$build" --needs=--shared-group; }

stage_host_sanitized() { run_cases 6.12 "$build/sanitized" --sanitized; }

stage_many_vfs() { run_cases 6.12 "$build/sanitized" --needs=--netdevsim; }

# What waits for a machine or for many processes goes before what only takes time.
give_way() {
	case $1 in
	host-* | test-host | many-vfs | kill | compete) ;;
	*) renice -n 5 "$BASHPID" >/dev/null ;;
	esac
}

# call_stage NAME: the function of a stage, unless what it needs is broken.
call_stage() {
	local needed
	for needed in ${stage_needs[$1]:-}; do
		[[ ! -s $logs/$needed.failures ]] ||
			{ echo "not ok - it needs the stage $needed, which failed"; return 1; }
	done
	give_way "$1"
	case $1 in
	host-[0-9]*) stage_host "${1#host-}" ;;
	*) "stage_${1//-/_}" ;;
	esac
}
