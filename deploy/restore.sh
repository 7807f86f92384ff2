#!/usr/bin/env bash
# Puts a backup back, with the bot stopped:
#
#   deploy/restore.sh [--redis-data FOLDER] [--overwrite] FILE
#
# Where things go is read from the variables the bot is set with, as for backup.sh. Redis is stopped too, and its folder named; PostgreSQL runs.
# Nothing is written when anything is there already, unless --overwrite is given: then files are put aside, and tables are replaced.
set -euo pipefail
umask 077
# shellcheck source=deploy/places.sh
. "$(dirname "${BASH_SOURCE[0]}")/places.sh"

usage="Write: restore.sh [--redis-data FOLDER] [--overwrite] FILE"
overwrite=no redis_data="" file=""
while (($# > 0)); do
  case $1 in
    --overwrite) overwrite=yes ;;
    --redis-data) redis_data=${2:?$usage} && shift ;;
    -*) fail "$usage" ;;
    *) [ -z "$file" ] || fail "$usage"
      file=$1 ;;
  esac
  shift
done
[ -f "$file" ] || fail "There is no backup '$file'. $usage"
need tar gzip sha256sum
aside=before-restore-$(date -u +%Y%m%dT%H%M%SZ)

work=$(mktemp -d)
mkdir "$work/parts"
run tar -xzf "$file" --no-same-owner -C "$work/parts" || fail "$file is no backup, or is damaged."
(cd "$work/parts" && sha256sum --check --strict --quiet SHA256SUMS >&2) || fail "$file is damaged: take another backup."

has() { [ -e "$work/parts/$1" ]; }

# Whether something may be written where something is.
may_replace() {
  [ "$overwrite" = yes ] || fail "$1 is there already. Nothing was changed; --overwrite replaces it."
}

check_folder() {
  need sqlite3
  has complaints.db || fail "$file holds no complaints.db; the settings say that cases are kept there."
  mkdir -p "$data"
  data=$(realpath "$data")
  local one
  for one in complaints.db desk.db; do
    [ -e "$data/$one" ] || continue
    sqlite3 -bail "$data/$one" 'PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; ROLLBACK;' >/dev/null 2>&1 || fail "$data/$one is in use, or damaged. Stop the bot; if it is stopped, put the file aside."
  done
  for one in complaints.db desk.db keys token.key; do
    [ ! -e "$data/$one" ] || may_replace "$data/$one"
  done
}

check_postgres() {
  need psql pg_restore
  has ledger.dump || fail "$file holds no tables of PostgreSQL; the settings say that cases are kept there."
  read_postgres
  [ "$(cat "$work/parts/schema")" = "$schema" ] || fail "The backup is of the schema '$(cat "$work/parts/schema")', the settings name '$schema'."
  local there users i
  there=$(psql -XAtq -v schema="$schema" <<<"SELECT count(*) FROM pg_namespace WHERE nspname = :'schema'") || fail "PostgreSQL at $PGHOST can't be reached."
  # A node that has just ended may be seen for a moment.
  for ((i = 0; i < 10; i++)); do
    users=$(psql -XAtq <<<"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'ComplaintBot'")
    [ "$users" != 0 ] || break
    sleep 0.5
  done
  [ "$users" = 0 ] || fail "The bot is connected to PostgreSQL at $PGHOST. Stop all nodes."
  [ "$there" = 0 ] || may_replace "The schema '$schema' of PostgreSQL at $PGHOST"
}

check_redis_data() {
  has redis.rdb || fail "$file holds nothing of Redis; the settings say that conversations are kept there."
  [ -d "$redis_data" ] || fail "Name the folder Redis keeps its data in, with --redis-data."
  need redis-cli
  check_redis
  ! redis ping >/dev/null 2>&1 || fail "Redis at $redis_endpoint is running. Stop it: it would write over what is put there."
  local one
  for one in appendonlydir dump.rdb; do
    [ ! -e "$redis_data/$one" ] || may_replace "$redis_data/$one"
  done
}

# Puts aside what is in a folder, under a name that says when.
put_aside() {
  local folder=$1 one
  shift
  for one in "$@"; do
    [ -e "$folder/$one" ] || continue
    mkdir -p "$folder/$aside"
    mv "$folder/$one" "$folder/$aside/"
    echo "$folder/$one was put aside into $folder/$aside"
  done
}

# Gives files to whoever owns the folder they lie in, when root puts them there.
hand_over() {
  [ "$(id -u)" != 0 ] || chown -R --reference="$1" "$2"
}

# In one transaction: all of it or nothing.
restore_postgres() {
  run pg_restore --no-owner --no-privileges --file="$work/ledger.sql" "$work/parts/ledger.dump" || fail "The tables in $file can't be read."
  PGOPTIONS="-c client_min_messages=warning" run psql -Xq -v ON_ERROR_STOP=1 --single-transaction --command="DROP SCHEMA IF EXISTS $quoted_schema CASCADE" --file="$work/ledger.sql" >/dev/null || fail "PostgreSQL at $PGHOST refused; nothing of it was changed."
  echo "The schema '$schema' of PostgreSQL at $PGHOST is restored."
}

# Redis reads its append-only file alone, whatever lies beside it; so the snapshot becomes its base, which a manifest names.
restore_redis() {
  put_aside "$redis_data" appendonlydir dump.rdb
  local whole=$redis_data/.restoring
  rm -rf "$whole"
  mkdir "$whole"
  cp "$work/parts/redis.rdb" "$whole/appendonly.aof.1.base.rdb"
  echo 'file appendonly.aof.1.base.rdb seq 1 type b' >"$whole/appendonly.aof.manifest"
  hand_over "$redis_data" "$whole"
  sync "$whole"/* "$whole"
  mv "$whole" "$redis_data/appendonlydir"
  sync "$redis_data"
  echo "Redis starts from $redis_data/appendonlydir."
}

restore_folder() {
  put_aside "$data" complaints.db complaints.db-wal complaints.db-shm desk.db desk.db-wal desk.db-shm keys token.key
  local one
  for one in keys token.key desk.db complaints.db; do
    has "$one" || continue
    rm -rf "$data/.restoring"
    cp -R "$work/parts/$one" "$data/.restoring"
    hand_over "$data" "$data/.restoring"
    mv "$data/.restoring" "$data/$one"
  done
  sync "$data"/complaints.db "$data"
  echo "$data is restored."
}

# First all that may refuse, then all that writes.
! uses_postgres || check_postgres
! uses_redis || check_redis_data
! uses_folder || check_folder
! uses_postgres || restore_postgres
! uses_redis || restore_redis
! uses_folder || restore_folder
