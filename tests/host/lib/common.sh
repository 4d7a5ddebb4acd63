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


# An entry of the cache is named after the files that say how it is made, so
# that a changed recipe never meets an old result.
entry_path() {
	local name=$1
	shift
	printf '%s/%s-%s\n' "$cache_dir" "$name" "$(cat "$@" | sha256sum | cut -c1-10)"
}

# Makes the folder ENTRY, unless it is there, by running COMMAND with a new
# folder as its last argument. It gets its name only when it is complete: what
# was interrupted is never taken for whole. A failure ends the script ("set
# -e"); where a caller tests the status, that of COMMAND is returned.
make_entry() {
	local title=$1 entry=$2 new="$2.new" start=$SECONDS status
	shift 2
	[[ ! -e $entry ]] || return 0
	say "$title ..."
	rm -rf "$new"
	mkdir -p "$new"
	"$@" "$new"
	status=$?
	((status == 0)) || return "$status"
	mv -T "$new" "$entry"
	say "$title: done in $((SECONDS - start)) s"
}
