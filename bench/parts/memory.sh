# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# A server with little memory and many large questions; and what one question allocates.

posting=64 # clients at once
long=60    # seconds that they post

# A question of 1 MB: a Jupyter notebook in a Task.
notebook_task() { # FILE
  large_notebook "$1.ipynb" 410
  { printf '{"tasktype": "uri://jupyter-notebook", "taskinfo": {"notebook":'; cat "$1.ipynb"; echo '}}'; } >"$1"
}

rss() { awk '/^VmRSS/ { print $2 }' "/proc/$1/status"; }

# Bytes that all threads of a Java have allocated so far, whether they are still used or not.
allocated() { # PID
  "$java_home/bin/jcmd" "$1" Thread.print -e | sed -n 's/.* allocated=\([0-9]*\)\([BKMG]\) .*/\1 \2/p' | awk '
    BEGIN { unit["B"] = 1; unit["K"] = 1024; unit["M"] = 1024 ^ 2; unit["G"] = 1024 ^ 3 }
    { sum += $1 * unit[$2] }
    END { printf "%.0f\n", sum }'
}

allocation() { # QUESTION: appends "QUESTION bytes"
  local before after
  load small "$1" "$warm" >/dev/null
  before=$(allocated "${pid[small]}")
  load small "$1" "$seconds" >"$work/allocating"
  after=$(allocated "${pid[small]}")
  awk -v q="$1" -v s="$seconds" -v b="$before" -v a="$after" \
    '{ printf "%s %.0f\n", q, (a - b) / ($1 * s) }' "$work/allocating" >>"$work/bytes"
}

posts() { # runs them, and writes what memory the server has meanwhile
  local clients_pid
  taskset -c "$load_core" "$java_home/bin/java" -cp target/test-classes org.whereto.bench.ManyClients \
    "${address[small.notebook]}accepts" "$work/notebook.json" "$posting" "$long" >"$work/posts" 2>&1 &
  clients_pid=$!
  started+=("$clients_pid")
  : >"$work/rss"
  while kill -0 "$clients_pid" 2>/dev/null; do
    rss "${pid[small]}" >>"$work/rss"
    sleep 0.2
  done
}

memory() {
  local before question
  notebook_task "$work/notebook.json"
  questions+=(notebook)
  WHERETO_JAVA_OPTS=-Xmx256m start_real small .
  for question in "${questions[@]}"; do
    # More of the large ones at once are more than one client address may take.
    [ "$question" != notebook ] || clients=4
    allocation "$question"
  done
  stop "${pid[small]}"
  WHERETO_JAVA_OPTS=-Xmx256m start_real small .
  ask_once small notebook >/dev/null
  before=$(rss "${pid[small]}")
  say "$posting clients post for $long s ..."
  posts
  sleep 5
  cat <<EOF

**Memory**: a server with \`-Xmx256m\`, and $posting clients that post a notebook of $(megabytes notebook.json) MB again
and again for $long s.

| answers | |
|---|---|
$(sed 's/^\(.*\)=\(.*\)$/| \1 | \2 |/' "$work/posts")

| memory of the process (MB) | |
|---|---|
| after the first answer | $((before / 1000)) |
| most | $(($(sort -n "$work/rss" | tail -n 1) / 1000)) |
| 5 s after the last one | $(($(rss "${pid[small]}") / 1000)) |

| question | bytes received | bytes allocated |
|---|---|---|
$(while read -r question bytes; do
    echo "| $question | $(received "$question") | $bytes |"
  done <"$work/bytes")
EOF
  stop "${pid[small]}"
}

megabytes() { awk -v b="$(stat -c %s "$work/$1")" 'BEGIN { printf "%.1f", b / 1e6 }'; }

received() { # QUESTION: bytes of its body
  local body
  body=$(body_of "$1")
  [ -n "$body" ] && stat -c %s "${body#* }" || echo 0
}
