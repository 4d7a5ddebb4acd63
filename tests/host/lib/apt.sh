# shellcheck shell=bash
# SPDX-License-Identifier: LGPL-2.1-or-later
#
# Packages of a Debian release, fetched and verified by apt, without installing
# anything and without touching the machine's own apt: a "realm" is a folder
# with a configuration, package lists and an empty package database of its own.
# The machine's mirror and proxy settings are kept.

readonly debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The address from which this machine's own apt takes SUITE (for instance
# "bookworm"), or nothing.
mirror_of_suite() {
	# shellcheck disable=SC2016 # apt expands these
	apt-get indextargets --format '$(CODENAME) $(RELEASE) $(REPO_URI)' 2>/dev/null |
		awk -v suite="$1" '$1 == suite || $(NF - 1) == suite { print $NF; exit }'
}

# Sources of RELEASE with its security updates and backports. Where they are
# is derived from where this machine gets its own release.
write_sources() {
	local release=$1 own mirror security
	own=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
	mirror=$(mirror_of_suite "$own")
	security=$(mirror_of_suite "$own-security")
	[[ -r $debian_keyring ]] || die "no $debian_keyring: install debian-archive-keyring"
	[[ $mirror ]] || die "apt knows no Debian mirror for \"$own\" on this machine"
	printf 'deb [signed-by=%s] %s %s main\n' \
		"$debian_keyring" "$mirror" "$release" \
		"$debian_keyring" "$mirror" "$release-backports"
	[[ -z $security ]] ||
		printf 'deb [signed-by=%s] %s %s main\n' \
			"$debian_keyring" "$security" "$release-security"
}

# The configuration comes last on apt's command line, so it wins over the
# machine's; hooks of the machine would act on the machine, so they go.
write_realm_config() {
	local realm=$1
	cat <<-END
		#clear APT::Update::Pre-Invoke;
		#clear APT::Update::Post-Invoke;
		#clear APT::Update::Post-Invoke-Success;
		#clear DPkg::Pre-Install-Pkgs;
		#clear DPkg::Post-Invoke;
		#clear Acquire::IndexTargets::deb::DEP-11;
		Dir::State "$realm/state";
		Dir::State::status "$realm/status";
		Dir::State::extended_states "$realm/extended";
		Dir::Cache "$realm/cache";
		Dir::Etc::sourcelist "$realm/sources.list";
		Dir::Etc::sourceparts "/dev/null";
		Dir::Etc::preferencesparts "/dev/null";
		Dir::Etc::preferences "/dev/null";
		APT::Sandbox::User "";
		APT::Install-Recommends "false";
		APT::Get::Assume-Yes "true";
		APT::Architecture "amd64";
		APT::Architectures { "amd64"; };
		Acquire::Languages "none";
		Acquire::Retries "3";
		quiet "1";
	END
}

# Makes the realm of RELEASE ready to download from, with fresh lists.
open_realm() {
	local release=$1 realm="$cache_dir/apt/$1"
	mkdir -p "$realm/state/lists/partial" "$realm/cache/archives/partial"
	: >"$realm/status"
	write_sources "$release" >"$realm/sources.list"
	write_realm_config "$realm" >"$realm/apt.conf"
	realm_apt "$release" apt-get update >"$realm/log" 2>&1 ||
		{ cat "$realm/log" >&2; die "apt-get update for $release failed"; }
}

realm_apt() {
	local realm="$cache_dir/apt/$1" program=$2
	shift 2
	"$program" -c "$realm/apt.conf" "$@"
}

# Downloads packages with everything they depend on.
download_closure() {
	local release=$1
	shift
	realm_apt "$release" apt-get install --download-only "$@"
}
