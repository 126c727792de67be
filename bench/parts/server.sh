# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The whole server, against what it would cost if the answer were known.

declare -A goal=([get]=0.85 [json]=0.7 [yaml]=0.4)

# A server of the same set-up with fixed replies, started as the real one was.
start_fixed() { # NAME LOG
  local words i
  mapfile -d '' -t words <"/proc/${pid[whereto]}/cmdline"
  for ((i = 0; i < ${#words[@]}; i++)); do
    [ "${words[i]}" != -jar ] || break
  done
  run_pinned "$1" "${words[@]:0:i}" -cp "${words[i + 1]}:target/test-classes" org.whereto.http.FixedServer "$2" \
    "${questions[@]/#/$work/reply.}"
  lines_of "$1" "${#questions[@]}"
  for ((i = 0; i < ${#questions[@]}; i++)); do
    address[$1.${questions[i]}]=$(sed -n "$((i + 1))p" "$work/$1.out")
  done
}

# nginx with the same replies, one port each.
start_nginx() {
  command -v nginx >/dev/null || debian nginx-light || { say "without nginx, which is not installed"; return 1; }
  local port=18470 question
  for question in "${questions[@]}"; do
    while (: </dev/tcp/127.0.0.1/$port) 2>/dev/null; do port=$((port + 1)); done
    address[nginx.$question]=http://127.0.0.1:$port/
    sed -e '1,/^\r$/d' "$work/reply.$question" >"$work/reply.$question.body"
    cat <<EOF >>"$work/nginx.servers"
  server {
    listen 127.0.0.1:$port backlog=1024;
    location / {
$(sed -e '1d' -e '/^\r$/,$d' -e 's/\r$//' -e '/^Date:/d' -e '/^Content-/d' \
  -e "s/^\([^:]*\): \(.*\)$/      add_header \1 '\2';/" "$work/reply.$question")
      default_type $(sed -n 's/^Content-Type: \(.*\)\r$/\1/p' "$work/reply.$question");
      return 200 '$(cat "$work/reply.$question.body")
';
    }
  }
EOF
    port=$((port + 1))
  done
  cat <<EOF >"$work/nginx.conf"
daemon off;
master_process off;
worker_processes 1;
pid $work/nginx.pid;
error_log stderr;
events { worker_connections 1024; }
http {
  access_log $work/nginx.log combined buffer=64k flush=1s;
  keepalive_requests 1000000000;
  client_body_temp_path $work/nginx.temp;
  proxy_temp_path $work/nginx.temp;
  fastcgi_temp_path $work/nginx.temp;
  uwsgi_temp_path $work/nginx.temp;
  scgi_temp_path $work/nginx.temp;
$(cat "$work/nginx.servers")
}
EOF
  run_pinned nginx nginx -p "$work" -c "$work/nginx.conf"
  sleep 1
}

# All have to say the same, but for the time and what nginx calls itself.
same_replies() { # NAME...
  local name question
  for question in "${questions[@]}"; do
    for name; do
      ask_once "$name" "$question" | sed -e '/^Date:/d' -e '/^Server:/d' -e '/^Connection:/d' |
        sed '1,/^\r$/ { /^\r$/!d }' | cmp -s - <(sed -n '/^\r$/,$p' "$work/reply.$question") ||
        die "$name says something else to $question: $(ask_once "$name" "$question")"
    done
  done
}

server() {
  local question names=(whereto fixed fixed-no-log)
  needs wrk wrk
  needs curl curl
  (($(nproc) > load_core)) || die "two cores are needed, one for the server and one for the load."
  start_real whereto .
  for question in "${questions[@]}"; do
    ask_once whereto "$question" >"$work/reply.$question"
  done
  start_fixed fixed "$work/fixed.log"
  start_fixed fixed-no-log none
  ! start_nginx || names+=(nginx)
  same_replies "${names[@]}"
  rounds_of "${names[@]}"
  stop "${pid[@]}"
  server_tables "${names[@]}"
}

label() { # NAME
  case $1 in
    fixed) echo 'fixed bytes, with a log' ;;
    fixed-no-log) echo 'fixed bytes, no log' ;;
    *) echo "$1" ;;
  esac
}

server_tables() { # NAME...
  local name question
  cat <<EOF

**The whole server**: $clients connections, $rounds rounds of $seconds s each in turn, medians.

| question | server | requests/s | p50 (ms) | p99 (ms) | CPU (µs) a request |
|---|---|---|---|---|---|
EOF
  for question in "${questions[@]}"; do
    for name; do
      printf '| %s | %s | %.0f | %.2f | %.2f | %.1f |\n' "$question" "$(label "$name")" \
        "$(column "$name" "$question" 1)" "$(column "$name" "$question" 2)e-3" \
        "$(column "$name" "$question" 3)e-3" "$(column "$name" "$question" 4)"
    done
  done
  cat <<EOF

What Whereto is of the others, median over the rounds:

| question | against | requests/s | goal: at least | p99 | goal: at most | CPU |
|---|---|---|---|---|---|---|
EOF
  for question in "${questions[@]}"; do
    for name in "${@:2}"; do
      printf '| %s | %s | %.2f | %s | %.2f | %s | %.2f |\n' "$question" "$(label "$name")" \
        "$(ratio whereto "$name" "$question" 1)" "$([ "$name" != fixed ] || echo "${goal[$question]:-}")" \
        "$(ratio whereto "$name" "$question" 3)" "$([ "$name" != fixed ] || echo 2)" \
        "$(ratio whereto "$name" "$question" 4)"
    done
  done
}
