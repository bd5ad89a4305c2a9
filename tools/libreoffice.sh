#!/usr/bin/env bash
# Finds LibreOffice, installs its spreadsheet where it is missing, and prints what recalculates
# workbooks in the tests, as an assignment for a shell: eval "$(tools/libreoffice.sh)". All other
# output goes to standard error. LIBREOFFICE=none in the environment leaves that out;
# LIBREOFFICE=/path/to/soffice names one.
set -euo pipefail

say() {
  echo "make: $1" >&2
}

given=${LIBREOFFICE:-}

# as_root runs a command as root, where this user may without being asked for a password.
as_root() {
  if [[ $(id -u) == 0 ]]; then "$@"; else sudo -n "$@"; fi
}

left_out() {
  local reason
  if [[ "$given" == none ]]; then
    reason="LIBREOFFICE=none says so"
  elif [[ -n "$given" ]] || command -v soffice >/dev/null; then
    return 1
  elif ! command -v apt-get >/dev/null; then
    reason="soffice is not installed, and there is no apt-get to install libreoffice-calc"
  elif ! as_root true 2>/dev/null; then
    reason="soffice is not installed, and this is not root, nor may it be by sudo"
  else
    return 1
  fi
  say "the workbooks are NOT recalculated by LibreOffice: $reason"
}

if left_out; then
  echo "export LIBREOFFICE=none"
  exit
fi
if [[ -z "$given" ]] && ! command -v soffice >/dev/null; then
  say "the test of workbooks needs LibreOffice; installing its spreadsheet"
  as_root apt-get -q -o Acquire::Retries=3 update >&2 </dev/null
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 \
    install --no-install-recommends libreoffice-calc >&2 </dev/null
fi
path=$(command -v "${given:-soffice}") || {
  say "there is no LibreOffice at ${given:-soffice}; make test LIBREOFFICE=none leaves its test out"
  exit 1
}
printf 'export LIBREOFFICE=%q\n' "$path"
