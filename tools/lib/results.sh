# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Runs one stage and counts its results. All that it says goes to a log; shown
# are what failed, what was skipped and why, and a sign of life.

passed=0 failed=0 skipped=0
failures=()
logs=$top/build/log

# count LINE: one line of TAP. A failed test's explanation, the lines with "#"
# that follow it, is shown as well.
count() {
	local line=$1
	case $line in
	"ok "*"# SKIP"*) skip "${line#* - }"; explained='' ;;
	"ok "*) ((passed += 1)); explained='' ;;
	"not ok "*) fail "${line#* - }"; explained=yes ;;
	"1.."*) plan=${line#1..}; plan=${plan%% *} ;;
	"#"*) [[ ! $explained ]] || show "$line" ;;
	*) return 0 ;;
	esac
}

skip() {
	((skipped += 1))
	show "skipped: ${1% # SKIP}"
}

fail() {
	((failed += 1))
	failures+=("$stage: $1")
	show "FAILED: $1"
}

show() {
	clear_life
	printf '  %s\n' "$1"
}

# The sign of life: on a terminal a line that changes, elsewhere a line from
# time to time.
show_life() {
	local done=$((passed + failed + skipped - before)) seconds=$((SECONDS - start))
	if [[ -t 1 ]]; then
		printf '\r\033[K  %d s, %d results: %.50s' "$seconds" "$done" "$1"
	elif ((seconds >= next_life)); then
		printf '  ... %d s, %d results\n' "$seconds" "$done"
		next_life=$((seconds + 30))
	fi
}

clear_life() { [[ ! -t 1 ]] || printf '\r\033[K'; }

take_line() {
	printf '%s\n' "$1" >&"$log"
	count "$1"
}

# Reads what the stage says. Each second without a word is a sign of life too;
# it may come in the middle of a line, the rest of which is read later.
follow() {
	local piece line='' status=0
	while ((status == 0 || status > 128)); do
		status=0
		IFS= read -r -t 1 piece || status=$?
		line+=$piece
		if ((status <= 128)); then
			[[ $status != 0 && ! $line ]] || take_line "$line"
			line=''
		fi
		show_life "$piece"
	done
}

# run_stage NAME TITLE COMMAND...: a stage without TAP is one result.
run_stage() {
	local stage=$1 title=$2 status plan='' explained=''
	local start=$SECONDS next_life=30 log
	local before=$((passed + failed + skipped)) passed_before=$passed failed_before=$failed
	shift 2
	printf '== %s: %s\n' "$stage" "$title"
	exec {log}>"$logs/$stage.log"
	set +e
	(set -e; "$@") 2>&1 </dev/null | follow
	status=${PIPESTATUS[0]}
	set -e
	exec {log}>&-
	judge "$title" "$status"
	clear_life
	printf '  %d passed, %d failed, %d s\n' "$((passed - passed_before))" \
		"$((failed - failed_before))" "$((SECONDS - start))"
}

# A stage that fails without saying which test did is a failure of its own.
judge() {
	local title=$1 status=$2 results=$((passed + failed + skipped - before))
	if [[ $plan ]] && ((plan != results)); then
		fail "only $results of $plan tests told a result"
	elif ((status && failed == failed_before)); then
		tail -n 40 "$logs/$stage.log" | sed 's/^/  | /'
		fail "$title (status $status)"
	elif ((results == 0)); then
		((passed += 1))
	fi
}
