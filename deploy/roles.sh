#!/bin/bash
# Runs once, when the container's database is initialised: the role that migrates and the role of the service.
set -euo pipefail
psql --username="$POSTGRES_USER" --dbname="$POSTGRES_DB" --set=ON_ERROR_STOP=1 \
  --set=owner_password="$DINGBEN_OWNER_PASSWORD" --set=app_password="$DINGBEN_APP_PASSWORD" <<'SQL'
CREATE ROLE dingben_owner LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'owner_password';
CREATE ROLE dingben_app LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE PASSWORD :'app_password';
ALTER DATABASE dingben OWNER TO dingben_owner;
REVOKE ALL ON DATABASE dingben FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE dingben TO dingben_app;
SQL
