-- SPDX-License-Identifier: GPL-3.0-or-later
-- Roles and the empty database, afresh at every load. Run as postgres; the passwords come as
-- psql variables.
SELECT 'CREATE ROLE pilot' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'pilot') \gexec
SELECT 'CREATE ROLE viewer' WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'viewer') \gexec
ALTER ROLE pilot LOGIN PASSWORD :'pilot_password';
ALTER ROLE viewer LOGIN PASSWORD :'viewer_password';
ALTER ROLE viewer SET default_transaction_read_only = on;
GRANT pg_monitor, pg_signal_backend TO pilot;
GRANT pg_read_all_data, pg_monitor TO viewer;
DROP DATABASE IF EXISTS shop WITH (FORCE);
CREATE DATABASE shop OWNER pilot;
COMMENT ON DATABASE shop IS 'Demo shop: orders, customers and products';
\connect shop
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
SELECT 'CREATE EXTENSION IF NOT EXISTS pg_stat_statements' FROM pg_available_extensions
 WHERE name = 'pg_stat_statements' \gexec
