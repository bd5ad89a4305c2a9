#!/usr/bin/env bash
# Prints the path of a Chromium or Chrome for the browser tests, and installs one
# where there is none. All other output goes to standard error.
# CHROMIUM in the environment names one to use instead.
set -euo pipefail

web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../web" && pwd)

# works tells whether there is such a program and it starts: on Ubuntu chromium-browser
# may be a stub that only asks for a snap.
works() {
  [[ -n "$1" && -x "$1" ]] && "$1" --version >/dev/null 2>&1 </dev/null
}

find_browser() {
  local name path
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    path=$(command -v "$name" || true)
    if works "$path"; then
      echo "$path"
      return
    fi
  done
  for path in \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$(cd "$web" && node -p 'require("@playwright/test").chromium.executablePath()' 2>/dev/null || true)"; do
    if works "$path"; then
      echo "$path"
      return
    fi
  done
  return 1
}

install_with_apt() {
  command -v apt-get >/dev/null || return 1
  local as_root=()
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  # fonts-liberation: without any font the pages have no text to look at.
  ${as_root[@]+"${as_root[@]}"} apt-get -q -o Acquire::Retries=3 update &&
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
      -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 \
      install --no-install-recommends chromium fonts-liberation
}

install_with_playwright() {
  (cd "$web" && npx --no-install playwright install chromium)
}

if [[ -n "${CHROMIUM:-}" ]]; then
  if works "$CHROMIUM"; then
    echo "$CHROMIUM"
    exit
  fi
  echo "make: CHROMIUM names $CHROMIUM, which does not start" >&2
  exit 1
fi
if find_browser; then exit; fi
echo "make: the browser tests need Chromium; installing it" >&2
for install in install_with_apt install_with_playwright; do
  if "$install" >&2 </dev/null && find_browser; then exit; fi
done
echo "make: Chromium could not be installed. Install Chromium or Chrome, or name one: make test CHROMIUM=/path/to/it" >&2
exit 1
