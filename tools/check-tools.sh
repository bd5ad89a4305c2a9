#!/usr/bin/env bash
# Tells plainly what has to be installed before anything can be built.
# Everything else (npm packages, a browser for the tests) make installs itself.
set -euo pipefail

least_go=1.26
least_node=20.19
missing=0

miss() {
  echo "make: $1" >&2
  missing=1
}

# at_least VERSION LEAST compares major.minor and ignores what follows.
at_least() {
  local major minor least_major least_minor
  IFS=. read -r major minor <<<"$(sed -E 's/^[^0-9]*([0-9]+)\.([0-9]+).*/\1.\2/' <<<"$1")"
  IFS=. read -r least_major least_minor <<<"$2"
  [[ "$major$minor" =~ ^[0-9]+$ ]] &&
    ((major > least_major || (major == least_major && minor >= least_minor)))
}

if ! command -v go >/dev/null; then
  miss "Go $least_go or newer is needed, and there is no go on PATH: https://go.dev/dl/"
else
  # An older go that may not fetch the toolchain go.mod asks for fails here; outside
  # the module it tells its own version.
  version=$(go env GOVERSION 2>/dev/null || (cd / && GOTOOLCHAIN=local go env GOVERSION))
  at_least "$version" "$least_go" ||
    miss "Go $least_go or newer is needed, and $(command -v go) is $version: https://go.dev/dl/"
fi

if ! command -v node >/dev/null; then
  miss "Node.js $least_node or newer is needed, and there is no node on PATH: https://nodejs.org/"
else
  version=$(node --version)
  at_least "$version" "$least_node" ||
    miss "Node.js $least_node or newer is needed, and $(command -v node) is $version: https://nodejs.org/"
  command -v npm >/dev/null ||
    miss "npm is needed, and there is none on PATH; it comes with Node.js: https://nodejs.org/"
fi

exit "$missing"
