#!/usr/bin/env bash
# Runs the tests and ends with one line: N passed, N failed.
#
#   tests/run.sh                  every test project, and the check of the format
#   tests/run.sh Dialogs House    only the test projects of these folders
#   tests/run.sh load [ARG...]    only measures: the benchmarks, with their own arguments
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# What the tests need of the system, one line each: [command or file]=debian-package
declare -A SYSTEM_TOOLS=(
  [python3]=python3
  [chromium]=chromium
  [redis-server]=redis-server
  [pg_ctlcluster]=postgresql
  [haproxy]=haproxy
  [sqlite3]=sqlite3
  [/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc]=fonts-noto-cjk
)

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_CLI_UI_LANGUAGE=en MSBUILDDISABLENODEREUSE=1

passed=0 failed=0 skipped=0

# Ends the run where no test could say anything.
give_up() {
  printf '%s\n' "$*"
  echo "0 passed, 1 failed"
  exit 1
}

finish() {
  local line="$passed passed, $failed failed"
  ((skipped > 0)) && line+=", $skipped skipped"
  echo "$line"
  ((failed == 0))
  exit
}

check_dotnet() {
  [[ $'\n'$(dotnet --list-sdks 2>/dev/null) == *$'\n'10.* ]] ||
    give_up "The .NET SDK 10 is missing. Install it (https://dotnet.microsoft.com/download) and put dotnet on the PATH."
}

# Node builds the pages; it is asked for only where there is something to build.
check_node() {
  [ -n "$(find bot/Web -name package.json -not -path '*/node_modules/*' 2>/dev/null)" ] || return 0
  local version=0.0.0
  command -v node >/dev/null && version=$(node --version)
  version=${version#v}
  [ "$(printf '%s\n' 20.19.0 "$version" | sort -V | head -n 1)" = 20.19.0 ] ||
    give_up "Node 20.19 or later is missing. Install it (https://nodejs.org) and put node on the PATH."
}

check_system_tools() {
  local tool
  local -a packages=()
  for tool in "${!SYSTEM_TOOLS[@]}"; do
    command -v "$tool" >/dev/null || [ -e "$tool" ] || packages+=("${SYSTEM_TOOLS[$tool]}")
  done
  ((${#packages[@]} == 0)) && return
  [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null ||
    give_up "Missing on this system: ${packages[*]}. Install with: sudo apt-get install ${packages[*]}"
  echo "Installing ${packages[*]}"
  { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends "${packages[@]}"; } \
    >"$scratch/apt.log" 2>&1 || give_up "$(tail -n 20 "$scratch/apt.log")"
}

# Runs a command silently; shows what it printed when it fails.
quietly() {
  local log="$scratch/step.log"
  "$@" >"$log" 2>&1 </dev/null && return
  tail -n 100 "$log"
  return 1
}

build() {
  local target
  for target in "$@"; do
    quietly dotnet restore "$target" || give_up "Restoring $target failed."
    grep -E 'warning [A-Z]+[0-9]+' "$scratch/step.log" && give_up "Restoring $target warned."
    quietly dotnet build "$target" --no-restore -v quiet || give_up "Building $target failed."
  done
}

check_format() {
  echo "Format"
  quietly dotnet format whitespace ComplaintBot.sln --no-restore --verify-no-changes && return
  echo "  failed: run 'dotnet format'"
  ((failed += 1))
}

# One number of the counters in a test report; 0 where there is no report.
counter() {
  local value
  value=$(grep -o '<Counters [^>]*' "$2" 2>/dev/null | grep -o " $1=\"[0-9]*\"" | tr -dc 0-9)
  echo "${value:-0}"
}

run_project() {
  local name=$1 report="$scratch/$1.trx" log="$scratch/$1.log" ended_well=1 total ran good bad
  # A process of a test ends before what the runtime learns of its code is of use: without learning, the tests of the desk need a fifth less CPU time.
  DOTNET_TieredPGO=0 dotnet test "tests/$name" --no-build --results-directory "$scratch" --logger "trx;LogFileName=$name.trx" \
    --blame-hang-timeout 5m --blame-hang-dump-type none >"$log" 2>&1 </dev/null || ended_well=0
  total=$(counter total "$report") ran=$(counter executed "$report") good=$(counter passed "$report")
  bad=$((ran - good))
  ((ran == 0)) && ended_well=0 && echo "$name ran no test." >>"$log"
  ((ended_well == 0 && bad == 0)) && bad=1
  printf '%-12s %5d passed, %d failed, %d skipped\n' "$name" "$good" "$bad" "$((total - ran))"
  ((ended_well == 0)) && sed 's/^/  /' "$log"
  ((passed += good, failed += bad, skipped += total - ran))
}

test_folders() {
  grep -l 'Microsoft.NET.Test.Sdk' tests/*/*.csproj | xargs -n 1 dirname | xargs -n 1 basename
}

check_dotnet
if [ "${1:-}" = load ]; then
  shift
  exec dotnet run -c Release --project tests/Benchmarks -- "$@"
fi

mapfile -t folders < <(test_folders)
for name in "$@"; do
  [[ " ${folders[*]} " == *" $name "* ]] || give_up "There are no tests named $name. There are: ${folders[*]}, and load."
done

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
check_node
check_system_tools

if (($# > 0)); then
  build "${@/#/tests/}"
  names=("$@")
else
  build ComplaintBot.sln
  check_format
  names=("${folders[@]}")
fi
for name in "${names[@]}"; do
  run_project "$name"
done
finish
