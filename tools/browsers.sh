#!/usr/bin/env bash
# Finds the browsers named (chromium, firefox, webkit), installs what is missing, and prints
# where they are as assignments for a shell: eval "$(tools/browsers.sh chromium firefox)".
# All other output goes to standard error. CHROMIUM, FIREFOX and WEBKIT in the environment name
# programs to use instead; FIREFOX=none and WEBKIT=none leave that browser out.
set -euo pipefail

web=$(cd "$(dirname "${BASH_SOURCE[0]}")/../web" && pwd)

say() {
  echo "make: $1" >&2
}

# works tells whether there is such a program and it starts: on Ubuntu chromium-browser and
# firefox may be stubs that only ask for a snap.
works() {
  [[ -n "$1" && -x "$1" ]] && "$1" "${2:---version}" >/dev/null 2>&1 </dev/null
}

# first_that_works prints the first program that starts, of names on PATH and of paths.
first_that_works() {
  local name path
  for name in "$@"; do
    path=$(command -v "$name" || true)
    if works "$path"; then
      echo "$path"
      return
    fi
  done
  return 1
}

find_chromium() {
  first_that_works chromium chromium-browser google-chrome google-chrome-stable \
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$HOME/Applications/Google Chrome.app/Contents/MacOS/Google Chrome" \
    "$HOME/Applications/Chromium.app/Contents/MacOS/Chromium" \
    "$(cd "$web" && node -p 'require("@playwright/test").chromium.executablePath()' 2>/dev/null || true)"
}

# has_screen tells whether there is something to show windows on: Firefox draws WebGL only in one.
has_screen() {
  [[ $(uname) == Darwin ]] || command -v Xvfb >/dev/null
}

find_firefox() {
  has_screen && first_that_works firefox-esr firefox \
    "/Applications/Firefox.app/Contents/MacOS/firefox" \
    "$HOME/Applications/Firefox.app/Contents/MacOS/firefox"
}

# WebKitGTK's driver, which finds the browser beside it; it knows --help and no --version.
find_webkit() {
  local path
  path=$(command -v WebKitWebDriver || true)
  has_screen && works "$path" --help && echo "$path"
}

apt_packages() {
  # fonts-liberation: without any font the pages have no text to look at.
  # libgl1-mesa-dri draws WebGL in software on the virtual screen that xvfb gives.
  case $1 in
    chromium) echo chromium fonts-liberation ;;
    firefox) echo firefox-esr xvfb libgl1-mesa-dri fonts-liberation ;;
    webkit) echo webkit2gtk-driver xvfb libgl1-mesa-dri fonts-liberation ;;
  esac
}

install_with_apt() {
  command -v apt-get >/dev/null || return 1
  local as_root=() packages
  if [[ $(id -u) != 0 ]]; then
    command -v sudo >/dev/null || return 1
    as_root=(sudo)
  fi
  read -ra packages <<<"$(apt_packages "$1")"
  ${as_root[@]+"${as_root[@]}"} apt-get -q -o Acquire::Retries=3 update &&
    ${as_root[@]+"${as_root[@]}"} env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
      -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 \
      install --no-install-recommends "${packages[@]}"
}

install_with_playwright() {
  [[ "$1" == chromium ]] && (cd "$web" && npx --no-install playwright install chromium)
}

# left_out tells why a browser is not tested here, and succeeds when it is not.
left_out() {
  if [[ "$2" == none && "$1" != CHROMIUM ]]; then
    say "the tests are NOT run in $1: $1=none says so"
  elif [[ "$1" == WEBKIT && -z "$2" && $(uname) == Darwin ]]; then
    say "the tests are NOT run in WEBKIT: they drive WebKitGTK, which macOS does not have"
  elif [[ "$1" == FIREFOX && -z "$2" && $(uname) == Darwin ]] && ! find_firefox >/dev/null; then
    say "the tests are NOT run in FIREFOX: there is none among the applications; install it, or name one: make test FIREFOX=/path/to/it"
  else
    return 1
  fi
}

# locate prints the browser's path, after installing it where it is missing.
locate() {
  local name=$1 variable=$2 given=$3 install
  if [[ -n "$given" ]]; then
    works "$given" "$([[ $name == webkit ]] && echo --help || echo --version)" && echo "$given" && return
    say "$variable names $given, which does not start"
    return 1
  fi
  if "find_$name"; then return; fi
  say "the browser tests need $name; installing it"
  for install in install_with_apt install_with_playwright; do
    if "$install" "$name" >&2 </dev/null && "find_$name"; then return; fi
  done
  say "$name could not be installed. Install it, or name one: make test $variable=/path/to/it"
  return 1
}

for name in "$@"; do
  case $name in
    chromium) variable=CHROMIUM ;;
    firefox) variable=FIREFOX ;;
    webkit) variable=WEBKIT ;;
    *) say "$name is not a browser that the tests know: chromium, firefox, webkit" && exit 2 ;;
  esac
  given=${!variable:-}
  if left_out "$variable" "$given"; then
    printf 'export %s=none\n' "$variable"
    continue
  fi
  path=$(locate "$name" "$variable" "$given")
  printf 'export %s=%q\n' "$variable" "$path"
done
