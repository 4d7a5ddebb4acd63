# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# One run of the machine: start it, again when it stalls before the command
# has begun, then pass on what the command prints until it ends.

# Seconds for each attempt. About one boot in twenty stalls under emulation; on
# a busy machine a boot may just be slow, so each further one gets more time.
read -ra boot_limits <<<"${LIBSRIOV_BOOT_LIMITS:-60 120 180}"

qemu='' tails=()

# What the guest must be told, in a folder of the first root file system,
# together with the programs that read it: a change there needs no new cache.
pack_job() {
	local early=$run_dir/early job=$run_dir/early/job i=0 share
	mkdir -p "$job"
	cp "$host_dir/guest/init" "$early/init"
	cp "$host_dir/guest/setup" "$job/setup"
	for share in "${shares[@]}"; do
		echo "share$i $share"
		i=$((i + 1))
	done >"$job/shares"
	[[ -z $out_dir ]] || echo "out $out_dir" >>"$job/shares"
	pwd -P >"$job/directory"
	printf '%q ' exec "${command[@]}" >"$job/command"
	{ cat "$kernel/initramfs"; make_cpio "$early" | gzip; } >"$run_dir/initrd"
}

# QEMU dies with this shell, however this shell ends.
start_qemu() {
	rm -f "$run_dir"/{out,err,console,said}
	touch "$run_dir"/{out,err}
	mkfifo "$run_dir/said"
	tool_words bin/qemu-system-x86_64
	QEMU_MODULE_DIR=$tools_dir/usr/lib/x86_64-linux-gnu/qemu \
		setpriv --pdeathsig KILL "${tool[@]}" "${machine[@]}" \
		</dev/null >"$run_dir/said" 2>"$run_dir/qemu.log" &
	qemu=$!
	exec {said}<"$run_dir/said"
}

stop_qemu() {
	[[ $qemu ]] || return 0
	kill -KILL "$qemu" 2>/dev/null || true
	wait "$qemu" 2>/dev/null || true
	exec {said}<&-
	qemu=''
}

# Whether "read" gave up because its time was over, and not because QEMU closed its end.
is_over() { (($1 > 128)); }

boot() {
	local limit word result
	for limit in "${boot_limits[@]}"; do
		start_qemu
		word='' result=0
		read -r -t "$limit" -u "$said" word || result=$?
		[[ $word != started ]] || return 0
		stop_qemu
		if is_over "$result"; then
			say "the guest did not start within $limit s, once more"
		else
			say "the guest ended before it had started, once more"
		fi
	done
	show_console
	die "the guest cannot be started"
}

show_console() {
	say "the end of the guest's console, and what QEMU said:"
	tail -n 60 "$run_dir/console" "$run_dir/qemu.log" >&2 || true
}

# Passes the output on while it grows, until QEMU is gone.
follow_output() {
	tail -q -s 0.1 -c +1 -f --pid="$qemu" "$run_dir/out" &
	tails=("$!")
	tail -q -s 0.1 -c +1 -f --pid="$qemu" "$run_dir/err" >&2 &
	tails+=("$!")
}

# All that was printed is passed on; a reader that is gone is no failure.
end_output() { wait "${tails[@]}" || true; }

# Of the command's time; at least one, since "read" takes 0 for "do not wait".
seconds_left() {
	local left=$((timeout - SECONDS))
	echo "$((left > 0 ? left : 1))"
}

# The command is never started again, whatever happens to it.
run_to_end() {
	local word='' status='' result=0
	follow_output
	SECONDS=0
	while [[ $word != exit ]] && ((result == 0)); do
		read -r ${timeout:+-t "$(seconds_left)"} -u "$said" word status || result=$?
	done
	[[ $word == exit ]] || end_badly "$result"
	stop_qemu
	end_output
	exit "$status"
}

end_badly() {
	stop_qemu
	end_output
	if is_over "$1"; then
		say "the command took longer than $timeout s"
		exit 124
	fi
	show_console
	die "the guest ended before its command did"
}

clean_up() {
	stop_qemu
	((${#tails[@]} == 0)) || kill "${tails[@]}" 2>/dev/null || true
	[[ -z $console || ! -e $run_dir/console ]] || cp "$run_dir/console" "$console"
	rm -rf "$run_dir"
}
