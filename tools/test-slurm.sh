#!/usr/bin/env bash
# Runs sweeps of the named program on a Slurm cluster of three nodes on this host, with tasks
# that are killed, taken away, run twice and merged in any order, and holds the merged bytes to
# those of one process. The cluster lives in a temporary folder and touches nothing else.
set -euo pipefail

program=$(realpath "$1")
root=$(mktemp -d)
chmod 755 "$root"
daemons=()

stop() {
  local status=$?
  if ((status != 0)); then
    tail -n 20 "$root"/*.log "$root"/out/* >&2 || true
    if [[ -e "$root/slurm.conf" ]]; then timeout 10 scancel --me || true; fi
  fi
  for pid in ${daemons[@]+"${daemons[@]}"}; do
    kill "$pid" 2>/dev/null || true
  done
  wait
  rm -rf "$root"
  exit "$status"
}
trap stop EXIT

fail() {
  echo "test-slurm: $1" >&2
  exit 1
}

# until_true waits for a command to succeed, for as long as nobody would wait.
until_true() {
  local what=$1 tries
  shift
  for ((tries = 0; tries < 3000; tries++)); do
    if "$@" >/dev/null 2>&1; then return; fi
    sleep 0.1
  done
  fail "$what does not come"
}

# free_port prints the first of four ports in a row that nobody listens at.
free_port() {
  local base i
  for ((base = 17000 + $$ % 4000; base < 32000; base += 4)); do
    for i in 0 1 2 3; do
      if (exec 3<>"/dev/tcp/127.0.0.1/$((base + i))") 2>/dev/null; then continue 2; fi
    done
    echo "$base"
    return
  done
}

# daemon starts one in the foreground of a process of its own.
daemon() {
  local log=$1
  shift
  "$@" >"$root/$log.log" 2>&1 &
  daemons+=($!)
}

start_cluster() {
  local port host node
  port=$(free_port)
  host=$(uname -n)
  host=${host%%.*}
  mkdir "$root/munge" "$root/state" "$root/out"
  head -c 1024 /dev/urandom >"$root/munge/key"
  chmod 400 "$root/munge/key"
  chown -R munge "$root/munge"
  daemon munged runuser -u munge -- munged --foreground --key-file="$root/munge/key" \
    --socket="$root/munge/socket" --pid-file="$root/munge/pid" --seed-file="$root/munge/seed" --log-file="$root/munge/log"
  # A task that is queued again waits until its credential has run out.
  cat >"$root/slurm.conf" <<CONF
ClusterName=sweeps
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
AuthInfo=socket=$root/munge/socket,cred_expire=5
SlurmUser=root
SlurmdUser=root
StateSaveLocation=$root/state
SlurmdSpoolDir=$root/spool-%n
SlurmctldPidFile=$root/slurmctld.pid
SlurmdPidFile=$root/slurmd-%n.pid
SlurmctldLogFile=$root/slurmctld-own.log
SlurmdLogFile=$root/slurmd-%n-own.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
SchedulerParameters=sched_interval=1,batch_sched_delay=0,sched_min_interval=0
SlurmdParameters=config_overrides
ReturnToService=2
KillWait=1
MpiDefault=none
NodeName=n[1-3] NodeHostname=$host NodeAddr=127.0.0.1 Port=[$((port + 1))-$((port + 3))] CPUs=1
PartitionName=two Nodes=n[1-2] MaxTime=INFINITE State=UP
PartitionName=three Nodes=n[1-3] MaxTime=INFINITE State=UP
CONF
  export SLURM_CONF=$root/slurm.conf
  until_true "munged's socket" test -S "$root/munge/socket"
  daemon slurmctld slurmctld -D -c
  for node in n1 n2 n3; do
    mkdir "$root/spool-$node"
    daemon "slurmd-$node" slurmd -D -N "$node"
  done
  until_true "a cluster of three nodes" three_idle
}

three_idle() {
  [[ $(sinfo --noheader --partition=three --states=idle --format=%D) == 3 ]]
}

# The program as tasks are given it: in the sweep of seven shares the first try of share 2 is
# killed at once, and that of share 4 stands still until it is taken away.
write_wrapper() {
  cat >"$root/program" <<WRAPPER
#!/bin/bash
tried=$root/tried-\$SLURM_ARRAY_TASK_ID
if [[ "\${SLURM_ARRAY_TASK_COUNT:-}" != 7 || ! "\$SLURM_ARRAY_TASK_ID" =~ ^[24]\$ || -e \$tried ]]; then
  exec "$program" "\$@"
fi
"$program" "\$@" &
if [[ \$SLURM_ARRAY_TASK_ID == 2 ]]; then
  kill -KILL \$!
else
  kill -STOP \$!
fi
touch "\$tried"
wait \$!
WRAPPER
  chmod +x "$root/program"
}

study=(half-the-data-center --set 'study.lease.anthropic.price=2.2 to 4' --set 'study.lease.anthropic.share=30% to 70%'
  --measure net_present_value --paths 60000 --seed 7)

# merges merges the arguments and compares with what one process wrote.
merges() {
  local what=$1
  shift
  "$program" merge "$@" --out "$root/merged" >"$root/merged.txt"
  cmp "$root/merged" "$whole" || fail "$what: the merged bytes are not those of one process"
  echo "test-slurm: $what: the merged bytes are those of one process"
}

submit() {
  sbatch --parsable --output="$root/out/%A_%a" "$@"
}

ended() {
  local left
  left=$(squeue --noheader --jobs="$1") && [[ -z "$left" ]]
}

start_cluster
write_wrapper

"$program" study "${study[@]}" --out "$root/one" >/dev/null
whole=$root/one/share-0-of-1.study

# Three shares on two nodes; tasks know their share from Slurm alone, whose numbers begin at 5.
command=$(printf '%q ' "$root/program" study "${study[@]}" --out "$root/three")
job=$(submit --partition=two --array=5-7 --wrap="$command")
until_true "the end of three shares" ended "$job"
merges "3 shares on 2 nodes" "$root/three"

# Seven shares on three nodes, by the script that the program prints.
"$program" sweep-job slurm "${study[@]}" --of 7 --out "$root/seven" --program "$root/program" >"$root/sweep.sh"
bash -n "$root/sweep.sh"
job=$(submit --partition=three "$root/sweep.sh")
until_true "share 4 in mid-flight" test -e "$root/tried-4"
scancel "${job}_4"
until_true "the end of seven shares" ended "$job"
[[ -e "$root/tried-2" && -e "$root/seven/share-2-of-7.study" ]] || fail "share 2 was killed and not computed again"
if "$program" merge "$root/seven" >/dev/null 2>"$root/missing.txt"; then
  fail "merge does not miss share 4, which was taken away"
fi
grep -q 'these are missing: 4\.' "$root/missing.txt" || fail "merge says: $(cat "$root/missing.txt")"

# What is missing is run again, and two others that are there, while a second process computes
# the missing one as merge says how.
again=$(sed -n 's/^  rackonomics //p' "$root/missing.txt")
[[ -n "$again" ]] || fail "merge does not say how to compute what is missing"
job=$(submit --partition=three --array=0,4,6 "$root/sweep.sh")
eval "\"$program\" $again" >/dev/null
until_true "the end of what was run again" ended "$job"
grep -q 'there already' "$root/out/${job}_0" || fail "a share that was there was computed again"
head -c 1000 "$whole" >"$root/seven/.share-4-of-7.study.123" # what a killed task may leave
merges "7 shares on 3 nodes, killed and run twice" "$root/seven"
merges "7 shares in another order, some twice" "$root/seven"/share-{6,2,4,0,2}-of-7.study "$root/seven"/share-{5,3,1,5}-of-7.study
