# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Runs stages side by side, each as soon as those that it needs have ended, and
# tells them in their order.

# More than there are processors: much of what the test host does is to wait.
width=$(($(nproc) + 1))

# What became of each stage: waiting, running, ended. The process of those that run.
declare -A state=() process=()
passed=0 failed=0 skipped=0
failures=()
next_life=30

run_pool() {
	local name
	for name; do
		rm -f "$logs/$name".{log,told,counts,failures}
		state[$name]=waiting
	done
	trap end_all EXIT
	trap 'exit 130' INT
	trap 'exit 143' TERM HUP
	while (($#)); do
		look_at_running
		start_more "$@"
		while (($#)) && [[ ${state[$1]} == ended ]]; do
			tell_stage "$1"
			shift
		done
		show_life
		(($# == 0)) || sleep 0.5
	done
}

# Each in a process group of its own, so that it can be ended with all that it started.
start_stage() {
	local name=$1
	set -m
	run_stage "$name" "${stage_titles[$name]}" call_stage "$name" &
	set +m
	process[$name]=$!
	state[$name]=running
}

start_more() {
	local name
	for name; do
		((${#process[@]} < width)) || return 0
		[[ ${state[$name]} != waiting ]] || ! is_ready "$name" || start_stage "$name"
	done
}

is_ready() {
	local needed
	for needed in ${stage_needs[$1]:-}; do
		[[ ${state[$needed]} == ended ]] || return 1
	done
}

look_at_running() {
	local name
	for name in "${!process[@]}"; do
		kill -0 "${process[$name]}" 2>/dev/null && continue
		wait "${process[$name]}" || true
		unset "process[$name]"
		state[$name]=ended
	done
}

# A stage that left no counts was killed.
tell_stage() {
	local name=$1 counts=(0 1 0) file
	clear_life
	cat "$logs/$name.told"
	if [[ -e $logs/$name.counts ]]; then
		read -ra counts <"$logs/$name.counts"
	else
		echo "$name: it was ended" | tee -a "$logs/$name.failures"
	fi
	((passed += counts[0], failed += counts[1], skipped += counts[2], 1))
	file=$logs/$name.failures
	[[ ! -e $file ]] || mapfile -t -O "${#failures[@]}" failures <"$file"
}

# The sign of life: on a terminal a line that changes, elsewhere a line from
# time to time.
show_life() {
	local name life="$SECONDS s:"
	[[ -t 1 ]] || ((SECONDS >= next_life)) || return 0
	for name in "${!process[@]}"; do
		life+=" $name ($(grep -cE '^(not )?ok ' "$logs/$name.log" || true))"
	done
	if [[ -t 1 ]]; then
		printf '\r\033[K  %.76s' "$life"
	else
		printf '  ... %s\n' "$life"
		next_life=$((SECONDS + 30))
	fi
}

clear_life() { [[ ! -t 1 ]] || printf '\r\033[K'; }

end_all() {
	local name
	for name in "${!process[@]}"; do
		kill -TERM -- "-${process[$name]}" 2>/dev/null || true
	done
	wait
}
