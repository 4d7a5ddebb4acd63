# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Runs one stage and counts its results, in a process of its own: others run
# beside it. In $logs it leaves NAME.log, which is all that the stage said;
# NAME.told, what is shown of it: what failed, and what was skipped and why; and
# at its end NAME.counts, with which failed in NAME.failures.

logs=$top/build/log

# count LINE: one line of TAP; where several programs tell their results, each
# has a plan. A failed test's explanation, the lines with "#" that follow it, is
# shown as well.
count() {
	local line=$1
	case $line in
	"ok "*"# SKIP"*) skip "${line#* - }"; explained='' ;;
	"ok "*) ((passed += 1)); explained='' ;;
	"not ok "*) fail "${line#* - }"; explained=yes ;;
	"1.."*) line=${line#1..}; plan=$((plan + ${line%% *})) ;;
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
	printf '%s: %s\n' "$stage" "$1" >>"$logs/$stage.failures"
	show "FAILED: $1"
}

show() { printf '  %s\n' "$1"; }

# Reads what the stage says; the last line may lack its end.
follow() {
	local line
	while IFS= read -r line || [[ $line ]]; do
		printf '%s\n' "$line" >&"$log"
		count "$line"
	done
}

# run_stage NAME TITLE COMMAND...: a stage without TAP is one result.
run_stage() {
	local stage=$1 title=$2 status plan='' explained='' log start=$SECONDS
	local passed=0 failed=0 skipped=0
	shift 2
	exec {log}>"$logs/$stage.log" >"$logs/$stage.told"
	printf '== %s: %s\n' "$stage" "$title"
	set +e
	(set -e; "$@") 2>&1 </dev/null | follow
	status=${PIPESTATUS[0]}
	set -e
	judge "$title" "$status"
	times >"$logs/$stage.times"
	printf '  %d passed, %d failed, %d s (%d s of processor time)\n' \
		"$passed" "$failed" "$((SECONDS - start))" "$(processor_time)"
	echo "$passed $failed $skipped" >"$logs/$stage.counts"
}

# Of all that the stage started, in seconds. The shell tells it in minutes and seconds, the
# programs' own part and the kernel's, in the last line.
processor_time() {
	awk -F '[ms ]+' 'END { print int($1 * 60 + $2 + $3 * 60 + $4) }' "$logs/$stage.times"
	rm "$logs/$stage.times"
}

# A stage that fails without saying which test did is a failure of its own.
judge() {
	local title=$1 status=$2 results=$((passed + failed + skipped))
	if [[ $plan ]] && ((plan != results)); then
		fail "only $results of $plan tests told a result"
	elif ((status && failed == 0)); then
		tail -n 40 "$logs/$stage.log" | sed 's/^/  | /'
		fail "$title (status $status)"
	elif ((results == 0)); then
		((passed += 1))
	fi
}
