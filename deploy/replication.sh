#!/usr/bin/env bash
# Lets a read replica follow the database of compose.yaml; nothing without REPLICATION_PASSWORD.
set -euo pipefail
[ -n "${REPLICATION_PASSWORD:-}" ] || exit 0
psql --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" --set=ON_ERROR_STOP=1 \
  --set=password="$REPLICATION_PASSWORD" <<'SQL'
create role replication with replication login password :'password';
-- A replica that is away for long must not fill the primary's disk.
alter system set max_slot_wal_keep_size = '10GB';
SQL
echo "host replication replication all scram-sha-256" >>"$PGDATA/pg_hba.conf"
