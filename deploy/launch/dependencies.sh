#!/usr/bin/env bash
# dependencies.sh [LIST]: names every dependency of the built service that deploy/known-bad-dependencies.txt
# knows as faulty; exit 1 where there is one. LIST is group:artifact::type:version, a line each.
set -euo pipefail

ROOT=$(dirname "$(dirname "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")")")
LIST=${1:-$ROOT/assistant/target/quarkus-app/quarkus-app-dependencies.txt}
[ -s "$LIST" ] || { echo "no list of dependencies at $LIST: build the service first" >&2; exit 2; }

older() { # older A B: A comes before B
  [ "$1" != "$2" ] && [ "$(printf '%s\n%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]
}

bad=0
while read -r pattern sound why; do
  case "$pattern" in '' | '#'*) continue ;; esac
  while IFS= read -r line; do
    name=${line%%::*}
    version=${line##*:}
    # shellcheck disable=SC2053 # the pattern is one
    [[ $name == $pattern ]] || continue
    if [ "$sound" = - ] || older "${version%.Final}" "$sound"; then
      echo "$name $version: $why"
      bad=1
    fi
  done <"$LIST"
done <"$ROOT/deploy/known-bad-dependencies.txt"
exit "$bad"
