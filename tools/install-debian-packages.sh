#!/bin/bash
# Installs the Debian packages named, where they are missing, and starts none of their services:
# a test's server is started by the test. Needs root. Says what it does on stderr.
set -euo pipefail
exec >&2

# Two test files may ask at once.
exec 9>/var/lock/isopod-install-debian-packages
flock 9

missing=()
for package in "$@"; do
  status=$(dpkg-query --show --showformat='${Status}' "$package" 2>/dev/null || true)
  [[ $status == 'install ok installed' ]] || missing+=("$package")
done
[[ ${#missing[@]} -gt 0 ]] || exit 0

policy=/usr/sbin/policy-rc.d
if [[ ! -e $policy ]]; then
  trap 'rm -f "$policy"' EXIT
  printf '#!/bin/sh\nexit 101\n' >"$policy"
  chmod 755 "$policy"
fi

export DEBIAN_FRONTEND=noninteractive
install_missing() {
  apt-get update -q -o DPkg::Lock::Timeout=300 &&
    apt-get install -q -y --no-install-recommends -o DPkg::Lock::Timeout=300 "${missing[@]}"
}
# A package mirror that hiccups once is no reason to fail.
install_missing || install_missing
