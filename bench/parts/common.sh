# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
# What all parts use.

rounds=5
seconds=5
warm=20

# Server and load have a core each.
server_core=0
load_core=1

work=$(mktemp -d)
started=() # numbers of processes
trap 'stop_all; rm -rf "$work"' EXIT

say() { printf 'bench: %s\n' "$*" >&2; }
die() { say "$*"; exit 2; }

stop() { # PID...
  kill "$@" 2>/dev/null || true
  wait "$@" 2>/dev/null || true
}

stop_all() { ((${#started[@]} == 0)) || stop "${started[@]}"; }

# Takes the options out of the words of a command; what is left is "rest".
words() {
  rest=()
  while (($#)); do
    case $1 in
      --rounds | --seconds | --warm | --long)
        [[ ${2:-} =~ ^[1-9][0-9]*$ ]] || die "$1 wants a number."
        printf -v "${1#--}" %s "$2"
        shift
        ;;
      -*) die "There is no option $1." ;;
      *) rest+=("$1") ;;
    esac
    shift
  done
}

needs() { # COMMAND PACKAGE
  command -v "$1" >/dev/null || debian "$2" || die "$1 is needed (Debian: $2)."
}

debian() { # PACKAGE
  command -v apt-get >/dev/null || return 1
  say "installing $1 ..."
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$1")
  { "${install[@]}" || { apt-get update -qq && "${install[@]}"; }; } >&2
}

# What the launcher builds, and the classes of the tests, where the benchmarks are.
build() { # DIRECTORY
  say "building $1 ..."
  "$1/whereto" --help >/dev/null
  (cd "$1" && mvn -B -ntp -q test-compile) >"$work/build.log" 2>&1 || { cat "$work/build.log" >&2; exit 2; }
  jdk
}

# The JDK that the launcher takes, and what it is.
jdk() {
  local settings
  settings=$(WHERETO_JAVA_OPTS=-XshowSettings:properties ./whereto --help 2>&1)
  java_home=$(sed -n 's/^ *java.home = //p' <<<"$settings")
  java_version=$(sed -n 's/^ *java.vendor.version = //p' <<<"$settings")
  java_version=${java_version:-$(sed -n 's/^ *java.runtime.version = //p' <<<"$settings")}
}

machine() {
  local model
  model=$(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -n 1)
  printf '%s cores of %s, %s GB, Linux %s, %s; commit %s; load %s at the start.\n' \
    "$(nproc)" "${model:-?}" "$(awk '/^MemTotal/ { printf "%.0f", $2 / 1e6 }' /proc/meminfo)" \
    "$(uname -r | cut -d- -f1)" "$java_version" "$(git describe --always --dirty)" "$(cut -d' ' -f1 /proc/loadavg)"
}

# Figures, one a line, from the standard input.
median() { sort -g | awk '{ a[NR] = $1 } END { print NR % 2 ? a[(NR + 1) / 2] : (a[NR / 2] + a[NR / 2 + 1]) / 2 }'; }

# Of two files of figures, line by line: measured in one round, both had the same neighbours.
median_ratio() { # FILE FILE COLUMN
  paste -d' ' <(cut -d' ' -f"$3" "$1") <(cut -d' ' -f"$3" "$2") | awk '{ print $1 / $2 }' | median
}
