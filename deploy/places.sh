# Where the bot keeps things, for backup.sh and restore.sh: read from the same variables as the bot reads, such as Store__Kind.
# Sourced, not run.

fail() {
  printf '%s\n' "$*" >&2
  exit 1
}

need() {
  local tool
  for tool in "$@"; do
    command -v "$tool" >/dev/null || fail "$tool is missing. Install it, or use the image that deploy/Dockerfile builds with --target tools."
  done
}

# Runs a command so that this script can be stopped while it runs; it must not hold the lock when the script is gone.
run() {
  local code=0
  "$@" 9>&- &
  child=$!
  wait "$child" || code=$?
  child=""
  return "$code"
}

# What was begun is taken back, however this script ends.
clean_up() {
  local code=$?
  trap - EXIT
  [ -z "${child:-}" ] || kill "$child" 2>/dev/null || true
  [ -z "${work:-}" ] || rm -rf "$work"
  exit "$code"
}

trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

store=${Store__Kind:-sqlite}
ledger=${Ledger__Kind:-sqlite}
data=${Server__Data:-data}
redis_endpoint=${Store__Redis__Endpoints:-${Store__Redis__Endpoints__0:-}}
case $store in sqlite | redis) ;; *) fail "Store__Kind is '$store': write sqlite or redis." ;; esac
case $ledger in sqlite | postgres) ;; *) fail "Ledger__Kind is '$ledger': write sqlite or postgres." ;; esac

# The folder holds something unless all of it lies in Redis and PostgreSQL.
uses_folder() { [ "$ledger" = sqlite ]; }
uses_redis() { [ "$store" = redis ]; }
uses_postgres() { [ "$ledger" = postgres ]; }

redis() {
  local tls=()
  [ "${Store__Redis__Tls:-false}" != true ] || tls=(--tls --sni "${Store__Redis__TlsHost:-${redis_endpoint%:*}}")
  [ -z "${Store__Redis__Password:-}" ] || local -x REDISCLI_AUTH=$Store__Redis__Password
  run redis-cli -h "${redis_endpoint%:*}" -p "${redis_endpoint##*:}" "${tls[@]}" "$@"
}

check_redis() {
  case $redis_endpoint in
    *[,\;\ ]*) fail "Store__Redis__Endpoints names several servers. Back a Cluster up with the tools of whoever runs it." ;;
    *?:[0-9]*) ;;
    *) fail "Store__Redis__Endpoints is '$redis_endpoint': write host and port, like redis.internal:6379." ;;
  esac
}

# Npgsql's connection string, as libpq wants it: in variables, so that no password stands on a command line.
read_postgres() {
  local part name value
  schema=complaints
  export PGCONNECT_TIMEOUT=10 PGAPPNAME=complaintbot-backup PGPASSWORD=${Ledger__Postgres__Password:-}
  while IFS= read -r -d ';' part; do
    name=$(tr -d ' ' <<<"${part%%=*}" | tr '[:upper:]' '[:lower:]')
    value=${part#*=}
    case $name in
      host | server) export PGHOST=$value ;;
      port) export PGPORT=$value ;;
      database | db) export PGDATABASE=$value ;;
      username | userid | user) export PGUSER=$value ;;
      password) export PGPASSWORD=$value ;;
      searchpath) schema=$value ;;
      rootcertificate) export PGSSLROOTCERT=$value ;;
      sslmode) export PGSSLMODE=${value,,} ;;
    esac
  done <<<"${Ledger__Postgres__Connection:-};"
  [ -n "${PGHOST:-}" ] || fail "Ledger__Postgres__Connection is missing: write how PostgreSQL is reached, as the bot has it."
  case ${PGSSLMODE:-} in
    verifyfull | verify-full) export PGSSLMODE=verify-full PGSSLROOTCERT=${PGSSLROOTCERT:-system} ;;
    verifyca | verify-ca) export PGSSLMODE=verify-ca ;;
  esac
  quoted_schema="\"${schema//\"/\"\"}\""
}
