# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# What every part of the test host needs: where things are, and how to speak.

host_dir=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd -P)
top_dir=$(cd "$host_dir/../.." && pwd -P)
cache_dir=${LIBSRIOV_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/libsriov}
readonly host_dir top_dir cache_dir

# Exit status for everything that is the test host's own failure: the guest's
# command can return any status, but rarely this one.
readonly host_failed=125

say() { printf 'test host: %s\n' "$*" >&2; }

die() {
	say "$*"
	exit "$host_failed"
}

# Progress of slow work: what it is now, and how long it took. The caller runs
# under "set -e", which only works where no caller tests the status.
step() {
	local title=$1 start=$SECONDS
	shift
	say "$title ..."
	"$@"
	say "$title: done in $((SECONDS - start)) s"
}

# An entry of the cache is named after the files that say how it is made, so
# that a changed recipe never meets an old result.
entry_path() {
	local name=$1
	shift
	printf '%s/%s-%s\n' "$cache_dir" "$name" "$(cat "$@" | sha256sum | cut -c1-10)"
}

# Makes the folder ENTRY by running COMMAND with a new folder as its last
# argument. The folder gets its name only when it is complete: what was
# interrupted is never taken for whole.
make_entry() {
	local entry=$1 new="$1.new"
	shift
	[[ -e $entry ]] && return
	rm -rf "$new"
	mkdir -p "$new"
	"$@" "$new"
	mv -T "$new" "$entry"
}
