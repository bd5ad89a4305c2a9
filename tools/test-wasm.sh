#!/usr/bin/env bash
# Runs the Go tests of the named packages as WebAssembly under Node.js.
set -euo pipefail

# wasm_exec.js takes arguments and environment of 12 KB together at most, which CI's
# environment alone may pass; so only what the tests need is handed on.
GOOS=js GOARCH=wasm go test \
  -exec "env -i 'PATH=$PATH' 'HOME=${HOME:-/}' '$(go env GOROOT)/lib/wasm/go_js_wasm_exec'" "$@"
