# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# Servers side by side on one core, and load on them from another.

questions=(get json yaml json-more yaml-more)
clients=32

declare -A pid     # of each server, by its name
declare -A address # by "NAME.QUESTION"

# How it is asked: one small Task in the address and in two bodies, and one with more in it in two bodies.
path_of() { # QUESTION
  case $1 in
    get) echo 'accepts?tasktype=uri://zeppelin-notebook&taskinfo.languages=%7Bmd,python,pyspark%7D' ;;
    *) echo accepts ;;
  esac
}

body_of() { # QUESTION: Content-Type and file; nothing for GET
  case $1 in
    notebook) echo "application/json $work/notebook.json" ;;
    json | yaml) echo "application/$1 bench/questions/task.$1" ;;
    json-more | yaml-more) echo "application/${1%-more} bench/questions/task-more.${1%-more}" ;;
  esac
}

run_pinned() { # NAME COMMAND...: what it prints goes to a file
  local name=$1
  shift
  : >"$work/$name.log"
  taskset -c "$server_core" "$@" >"$work/$name.out" 2>"$work/$name.err" &
  pid[$name]=$!
  started+=("$!")
}

lines_of() { # NAME COUNT: waits until it has printed so many lines
  local tries
  for ((tries = 0; tries < 600; tries++)); do
    (($(wc -l <"$work/$1.out") >= $2)) && return
    kill -0 "${pid[$1]}" 2>/dev/null || break
    sleep 0.1
  done
  cat "$work/$1.err" >&2
  die "the server \"$1\" did not start."
}

# The real one, as the launcher starts it.
start_real() { # NAME DIRECTORY
  local question
  printf 'whereto: 1\nlog:\n  to: %s\n' "$work/$1.log" >"$work/$1.config"
  run_pinned "$1" "$2/whereto" serve bench/questions/platform.yaml --port 0 --config "$work/$1.config"
  lines_of "$1" 1
  for question in "${questions[@]}"; do
    address[$1.$question]=$(head -n 1 "$work/$1.out")
  done
}

ask_once() { # NAME QUESTION: the whole response
  local post=() body
  body=$(body_of "$2")
  [ -z "$body" ] || post=(-H "Content-Type: ${body% *}" --data-binary "@${body#* }")
  curl -sS -i "${post[@]}" "${address[$1.$2]}$(path_of "$2")"
}

cpu_ticks() { sed 's/.*) //' "/proc/$1/stat" | awk '{ print $12 + $13 }'; }

load() { # NAME QUESTION SECONDS: "requests/s p50(us) p99(us) CPU(us)/request"
  local before after figures
  before=$(cpu_ticks "${pid[$1]}")
  # shellcheck disable=SC2046
  figures=$(taskset -c "$load_core" wrk -t1 -c"$clients" -d"$3s" --latency -s bench/questions/wrk.lua \
    "${address[$1.$2]}$(path_of "$2")" -- $(body_of "$2") | sed -n 's/^figures //p')
  after=$(cpu_ticks "${pid[$1]}")
  : >"$work/$1.log"
  awk -v ticks=$((after - before)) -v hz="$(getconf CLK_TCK)" \
    '$5 > 0 || $1 == 0 { exit 1 } { print $1 * 1e6 / $2, $3, $4, ticks * 1e6 / hz / $1 }' <<<"$figures" ||
    die "$1 did not answer all of $2: $figures"
}

# Every server in turn, and in every round another one first. Figures go to files "figures.NAME.QUESTION".
rounds_of() { # NAME...
  local names=("$@") name question round i
  for name in "${names[@]}"; do
    say "warming up: $name"
    for question in "${questions[@]}"; do
      load "$name" "$question" "$warm" >/dev/null
    done
  done
  for ((round = 0; round < rounds; round++)); do
    say "round $((round + 1)) of $rounds"
    for question in "${questions[@]}"; do
      for ((i = 0; i < ${#names[@]}; i++)); do
        name=${names[$(((i + round) % ${#names[@]}))]}
        load "$name" "$question" "$seconds" >>"$work/figures.$name.$question"
      done
    done
  done
}

column() { # NAME QUESTION COLUMN: its median
  cut -d' ' -f"$3" "$work/figures.$1.$2" | median
}

ratio() { # NAME OTHER QUESTION COLUMN: what NAME is of OTHER
  median_ratio "$work/figures.$1.$3" "$work/figures.$2.$3" "$4"
}
