#!/usr/bin/env bash
# Finds Slurm, installs it where it is missing, and prints whether sweeps are tested on it, as
# an assignment for a shell: eval "$(tools/slurm.sh)". All other output goes to standard error.
# SLURM=none in the environment leaves the test out.
set -euo pipefail

say() {
  echo "make: $1" >&2
}

is_there() {
  command -v slurmctld slurmd sbatch munged >/dev/null
}

# left_out tells why sweeps are not tested on Slurm here, and succeeds when they are not.
left_out() {
  local reason
  if [[ "${SLURM:-}" == none ]]; then
    reason="SLURM=none says so"
  elif [[ $(uname) != Linux ]]; then
    reason="it runs on Linux only"
  elif [[ $(id -u) != 0 ]]; then
    reason="its daemons start jobs as root, and this is not root"
  elif ! is_there && ! command -v apt-get >/dev/null; then
    reason="it is not installed, and there is no apt-get to install it: slurmctld, slurmd, sbatch and munged are needed"
  else
    return 1
  fi
  say "the sweeps are NOT tested on Slurm: $reason"
}

if left_out; then
  echo "export SLURM=none"
  exit
fi
if ! is_there; then
  say "the test of sweeps needs Slurm; installing it"
  apt-get -q -o Acquire::Retries=3 update >&2 </dev/null
  # Packages that are configured start their daemons only where systemd runs.
  DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3 \
    install --no-install-recommends slurmctld slurmd slurm-client munge >&2 </dev/null
fi
is_there || {
  say "Slurm could not be installed; make test SLURM=none leaves its test out"
  exit 1
}
echo "export SLURM=yes"
