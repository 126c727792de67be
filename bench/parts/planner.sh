# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# The decision alone, with long lists (JMH).

# Benchmarks and what JMH makes of them, away from what the build compiles.
benchmarks() { # DIRECTORY OUT
  (cd "$1" && mvn -B -ntp -q dependency:build-classpath -DincludeScope=test -Dmdep.outputFile="$2.classpath") >&2
  mkdir -p "$2"
  "$java_home/bin/javac" -proc:full -nowarn -d "$2" -cp "$1/target/classes:$(cat "$2.classpath")" \
    "$1"/src/test/java/org/whereto/bench/*.java
}

decisions() { # DIRECTORY OUT: OUT.csv
  benchmarks "$1" "$2"
  taskset -c "$server_core" "$java_home/bin/java" -Djmh.ignoreLock=true \
    -cp "$2:$1/target/classes:$(cat "$2.classpath")" org.openjdk.jmh.Main \
    -bm avgt -tu ns -f 1 -wi 5 -w 2 -i "$rounds" -r 2 -prof gc -prof org.whereto.bench.CpuTime \
    -jvmArgs '-XX:-UsePerfData -Xmx4g' -rf csv -rff "$2.csv" >"$2.log" 2>&1 || { cat "$2.log" >&2; exit 2; }
  grep -q ':decide"\|\.decide"' "$2.csv" || { cat "$2.log" >&2; die "JMH measured nothing."; }
}

# "list size ns CPU-ns bytes", sorted by list and size; "check - ns CPU-ns bytes" for what has no size.
decision_rows() { # OUT
  tr -d '"\r' <"$1.csv" | awk -F, '
    NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
    {
      split($1, words, ":"); n = split(words[1], name, ".")
      entries = at["Param: entries"] ? $at["Param: entries"] : ""
      what = at["Param: what"] ? tolower($at["Param: what"]) : ""
      list = name[n - 1] ~ /Accept/ ? "acceptances" : what ? what : "images," tolower(entries)
      key = list " " (what ? "-" : $at["Param: size"])
      if (words[2] == "") ns[key] = $5
      if (words[2] ~ /cpu$/) cpu[key] = $5
      if (words[2] ~ /norm$/) bytes[key] = $5
    }
    END { for (key in ns) printf "%s %.0f %.0f %.0f\n", key, ns[key], cpu[key], bytes[key] }' | sort -k1,1 -k2,2g
}

planner() {
  say "the planner: takes some minutes ..."
  decisions . "$work/jmh"
  cat <<EOF

**The planner alone**: $rounds times 2 s each, half of the questions about something in the list.

| list | entries | ns a decision | CPU (ns) | bytes | CPU, times that of 10 entries | goal: at most |
|---|---|---|---|---|---|---|
EOF
  decision_rows "$work/jmh" | awk '
    $2 == "-" { next }
    $2 == 10 { of = $4 }
    {
      sub(/,/, ", ", $1)
      printf "| %s | %s | %d | %d | %d | %.2f | %s |\n", $1, $2, $3, $4, $5, $4 / of, $2 == 1e6 ? 2 : ""
    }'
  cat <<EOF

**One decision by one check each**: a YES, for which what the world is asked is known already.

| what is looked at | ns a decision | CPU (ns) | bytes |
|---|---|---|---|
EOF
  decision_rows "$work/jmh" | awk '
    $2 == "-" { gsub(/_/, " ", $1); printf "| %s | %d | %d | %d |\n", $1, $3, $4, $5 }'
}
