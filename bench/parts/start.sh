# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# From nothing to the first answer: the server, and whole commands, each in turn with and without the start-up cache.

no_cache=WHERETO_JAVA_OPTS=-XX:AOTMode=off

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

start_row() { # NAME LABEL GOAL-SECONDS GOAL-MB
  local sorted
  sorted=$(cut -d' ' -f1 "$work/start.$1" | sort -g)
  printf '| %s | %.2f | %.2f | %.2f | %s | %.2f | %.0f | %s |\n' "$2" "$(head -n 1 <<<"$sorted")" \
    "$(median <<<"$sorted")" "$(tail -n 1 <<<"$sorted")" "$3" "$(cut -d' ' -f2 "$work/start.$1" | median)" \
    "$(cut -d' ' -f3 "$work/start.$1" | median)e-3" "$4"
}

start() {
  local runs=$((3 * rounds)) serve ask inspect
  [ -x /usr/bin/time ] || debian time || die "GNU time (/usr/bin/time) is needed."
  exec 4<> <(:)
  printf 'whereto: 1\nlog: none\nstop:\n  drain: 0s\n' >"$work/start.config"
  serve=(./whereto serve bench/questions/platform.yaml --config "$work/start.config")
  ask=(./whereto ask examples/tasks/photometry-python-and-r.ipynb --at examples/platforms)
  large_notebook "$work/large.ipynb" 600
  inspect=(./whereto inspect "$work/large.ipynb")
  say "starting: $runs times each"
  for _ in $(seq "$runs"); do
    first_answer serve "${serve[@]}"
    first_answer serve-bare env "$no_cache" "${serve[@]}"
    whole inspect "${inspect[@]}"
    whole inspect-bare env "$no_cache" "${inspect[@]}"
    whole ask "${ask[@]}"
    whole ask-bare env "$no_cache" "${ask[@]}"
    whole help ./whereto --help
  done
  cat <<EOF

**From nothing to the first answer**: $runs runs each, in turn.

| command | seconds: min | median | max | goal | CPU (s) | memory (MB) | goal |
|---|---|---|---|---|---|---|---|
EOF
  start_row serve serve 0.5 100
  start_row serve-bare 'serve, without cache' '' ''
  start_row inspect 'inspect, 1.5 MB' 0.5 ''
  start_row inspect-bare 'inspect, 1.5 MB, without cache' '' ''
  start_row ask ask 0.6 120
  start_row ask-bare 'ask, without cache' '' ''
  start_row help '--help' '' ''
}
