#!/usr/bin/env bash
# Backs up everything the bot keeps while it runs, into one file that only its owner may read:
#
#   deploy/backup.sh FOLDER
#
# Where things are is read from the variables the bot is set with (Server__Data, Store__…, Ledger__…). The file is there whole or not at all.
set -euo pipefail
umask 077
# shellcheck source=deploy/places.sh
. "$(dirname "${BASH_SOURCE[0]}")/places.sh"

[ $# = 1 ] || fail "Name the folder for the backup: backup.sh FOLDER"
need flock tar gzip sha256sum
mkdir -p "$1"
folder=$(realpath "$1")
name=complaints-$(date -u +%Y%m%dT%H%M%SZ).tar.gz

exec 9>"$folder/.lock"
flock -n 9 || fail "Another backup into $folder is under way."
rm -rf "$folder"/.partial-*
work=$(mktemp -d "$folder/.partial-XXXXXX")
mkdir "$work/parts"
cd "$work/parts"

# Redis goes before the ledger: what it had not brought there yet comes again, and the ledger takes each turn once. The other way round
# events could be in neither.
back_up_redis() {
  need redis-cli
  check_redis
  redis --rdb redis.rdb >"$work/said" 2>&1 || fail "Redis at $redis_endpoint: $(tail -n 1 "$work/said")"
  [ "$(head -c 5 redis.rdb)" = REDIS ] || fail "Redis at $redis_endpoint sent no snapshot: $(tail -n 1 "$work/said")"
}

back_up_postgres() {
  need pg_dump
  read_postgres
  run pg_dump --format=custom --no-owner --no-privileges --schema="$quoted_schema" --file=ledger.dump || fail "PostgreSQL at $PGHOST was not backed up."
  printf '%s\n' "$schema" >schema
}

# One snapshot of the database, however much is written meanwhile.
back_up_database() {
  [ -e "$data/$1" ] || return 0
  run sqlite3 -bail "$data/$1" '.timeout 10000' 'BEGIN; SELECT count(*) FROM sqlite_schema;' ".backup $1" >/dev/null || fail "$data/$1 was not backed up."
  [ "$(sqlite3 "$1" 'PRAGMA integrity_check')" = ok ] || fail "$data/$1 is damaged; the backups before are to be kept."
}

# The keys go last: whatever is sealed in the databases, the key that opens it is there.
back_up_folder() {
  need sqlite3
  data=$(realpath "$data")
  [ -e "$data/complaints.db" ] || fail "There is no complaints.db in $data. Name the bot's folder in Server__Data."
  back_up_database complaints.db
  back_up_database desk.db
  local kept
  for kept in keys token.key; do
    [ ! -e "$data/$kept" ] || cp -R "$data/$kept" .
  done
}

data=$(cd "$OLDPWD" && realpath -m "$data")
! uses_redis || back_up_redis
! uses_postgres || back_up_postgres
! uses_folder || back_up_folder

find . -type f -print0 | sort -z | xargs -0 sha256sum >"$work/sums"
mv "$work/sums" SHA256SUMS
run tar -czf "$work/whole" --owner=0 --group=0 .
sync "$work/whole"
mv -n "$work/whole" "$folder/$name"
[ ! -e "$work/whole" ] || fail "$folder/$name is there already."
sync "$folder"
printf '%s\n' "$folder/$name"
