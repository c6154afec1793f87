#!/bin/sh
# Runs once, where the database is made: the role that owns it, and the one that serves from it and owns nothing.
set -eu

psql --set=ON_ERROR_STOP=1 --set=owner="$MAPLE_OWNER_PASSWORD" --set=app="$MAPLE_APP_PASSWORD" --username "$POSTGRES_USER" <<'SQL'
create role maple_owner login password :'owner' nosuperuser nocreatedb nocreaterole nobypassrls;
create role maple_app login password :'app' nosuperuser nocreatedb nocreaterole nobypassrls;
create database maple owner maple_owner;
revoke all on database maple from public;
grant connect on database maple to maple_app;
\c maple
create extension btree_gist;
create extension pg_trgm;
create extension pgcrypto;
SQL
