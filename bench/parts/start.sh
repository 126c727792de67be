# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# From nothing to the first answer: the server, and whole commands.

commands=(serve inspect ask help)

# A plain notebook with many outputs; 600 cells are 1.5 MB.
large_notebook() { # FILE CELLS
  awk -v cells="$2" 'BEGIN {
    printf "{\"nbformat\": 4, \"nbformat_minor\": 4, \"metadata\": {\"kernelspec\": {\"name\": \"python3\", ";
    printf "\"language\": \"python\"}}, \"cells\": [";
    for (i = 0; i < cells; i++) {
      printf "%s{\"cell_type\": \"code\", \"metadata\": {}, \"execution_count\": %d, \"source\": [", i ? "," : "", i;
      printf "\"x = %d\\n\", \"print(x)\"], \"outputs\": [{\"output_type\": \"stream\", \"name\": \"stdout\", ", i;
      printf "\"text\": [\"";
      for (j = 0; j < 240; j++) printf "0123456789";
      printf "\"]}]}";
    }
    print "]}";
  }' >"$1"
}

free_port() {
  local port=18570
  while (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do port=$((port + 1)); done
  echo $port
}

# Asks until there is an answer, without starting a process each time; fails after a minute.
answered() { # PORT
  local line tries
  for ((tries = 0; tries < 20000; tries++)); do
    if { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; then
      printf 'GET /%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' "$(path_of get)" >&3
      read -r line <&3
      exec 3>&-
      [[ $line == *" 200 "* ]] || die "the first answer was: $line"
      return
    fi
    read -rt 0.003 _ <&4 || true
  done
  die "the server did not answer."
}

# Appends "seconds CPU-seconds kilobytes" to a file.
first_answer() { # NAME COMMAND...
  local begin end server port
  port=$(free_port)
  begin=$EPOCHREALTIME
  "${@:2}" --port "$port" >"$work/out" 2>&1 &
  server=$!
  started+=("$server")
  answered "$port"
  end=$EPOCHREALTIME
  echo "$(awk -v b="$begin" -v e="$end" 'BEGIN { print e - b }')" \
    "$(awk -v t="$(cpu_ticks "$server")" -v hz="$(getconf CLK_TCK)" 'BEGIN { print t / hz }')" \
    "$(awk '/^VmRSS/ { print $2 }' "/proc/$server/status")" >>"$work/start.$1"
  stop "$server"
}

whole() { # NAME COMMAND...: the same; its memory is the most that it had
  /usr/bin/time -o "$work/last" -f '%e %U %S %M' "${@:2}" >"$work/out" 2>&1 || true
  tail -n 1 "$work/last" | awk '{ print $1, $2 + $3, $4 }' >>"$work/start.$1"
}

# Every command once; figures go to files "start.NAME.COMMAND".
start_once() { # NAME DIRECTORY
  first_answer "$1.serve" "$2/whereto" serve bench/questions/platform.yaml --config "$work/start.config"
  whole "$1.inspect" "$2/whereto" inspect "$work/large.ipynb"
  whole "$1.ask" "$2/whereto" ask examples/tasks/photometry-python-and-r.ipynb --at examples/platforms
  whole "$1.help" "$2/whereto" --help
}

prepare_start() {
  [ -x /usr/bin/time ] || debian time || die "GNU time (/usr/bin/time) is needed."
  exec 4<> <(:)
  printf 'whereto: 1\nlog: none\nstop:\n  drain: 0s\n' >"$work/start.config"
  large_notebook "$work/large.ipynb" 600
  say "starting: $((3 * rounds)) times each"
}

start() {
  prepare_start
  for _ in $(seq $((3 * rounds))); do
    start_once with .
    WHERETO_JAVA_OPTS=-XX:AOTMode=off start_once without .
  done
  cat <<EOF

**From nothing to the first answer**: $((3 * rounds)) runs each, in turn.

| command | start-up cache | seconds: min | median | max | goal | CPU (s) | memory (MB) | goal |
|---|---|---|---|---|---|---|---|---|
EOF
  start_rows serve 0.5 100
  start_rows inspect 0.5 ''
  start_rows ask 0.6 120
  start_rows help '' ''
}

start_rows() { # COMMAND GOAL-SECONDS GOAL-MB
  start_row with "$@"
  start_row without "$1" '' ''
}

start_row() { # NAME COMMAND GOAL-SECONDS GOAL-MB
  local figures=$work/start.$1.$2 sorted
  sorted=$(cut -d' ' -f1 "$figures" | sort -g)
  printf '| %s | %s | %.2f | %.2f | %.2f | %s | %.2f | %.0f | %s |\n' "$2" "$1" "$(head -n 1 <<<"$sorted")" \
    "$(median <<<"$sorted")" "$(tail -n 1 <<<"$sorted")" "$3" "$(cut -d' ' -f2 "$figures" | median)" \
    "$(cut -d' ' -f3 "$figures" | median)e-3" "$4"
}
