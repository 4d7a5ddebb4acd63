# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
# The words of a test that is a script: each tells one result in TAP. Sourced.

set -euo pipefail

# Standard output belongs to the results alone.
exec 3>&1 1>&2

tap_count=0

# The tools may come with arguments.
read -ra cc <<<"${CC:-cc}"
read -ra cxx <<<"${CXX:-c++}"
read -ra nm <<<"${NM:-nm}"
export cc cxx nm

# Lines of explanation.
note() {
	local line
	while IFS= read -r line; do
		echo "# $line" >&3
	done <<<"$1"
}

ok() {
	echo "ok $((++tap_count)) - $1" >&3
}

not_ok() {
	echo "not ok $((++tap_count)) - $1" >&3
	[[ -z ${2:-} ]] || note "$2"
}

skip() {
	echo "ok $((++tap_count)) - $1 # SKIP $2" >&3
}

# The whole script cannot run here.
skip_all() {
	echo "1..0 # SKIP $1" >&3
	exit 0
}

# One result: the command succeeds; what it says is shown when it does not.
check() {
	local name=$1 output
	shift
	if output=$("$@" 2>&1); then
		ok "$name"
	else
		not_ok "$name" "$output"
	fi
}

# One result: the two texts are the same; the difference is shown when they are not.
check_same() {
	local name=$1 difference
	if difference=$(diff -u --label expected --label found <(echo "$2") <(echo "$3")); then
		ok "$name"
	else
		not_ok "$name" "$difference"
	fi
}

tap_done() {
	echo "1..$tap_count" >&3
}

# A folder that is gone at the end.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
