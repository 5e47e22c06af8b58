package dev.curfew.connector.postgres;

import dev.curfew.testbed.postgres.PostgreSql;

/// A cluster with something of everything: groups and logins with all options, two databases and one that turns people
/// away, names that need quoting, things held alike in great number, and passwords wherever PostgreSQL keeps some.
final class SeededCluster {
    static final String CANARY = "canary-8899";

    private SeededCluster() {}

    static void fill(PostgreSql server) {
        roles(server);
        server.run(
                "postgres",
                "CREATE DATABASE shop OWNER shop_owner",
                "CREATE DATABASE \"we/ird.%db\" OWNER \"Odd \"\"na/me%\"",
                "CREATE DATABASE closed",
                "REVOKE CONNECT ON DATABASE closed FROM PUBLIC",
                "GRANT CONNECT, TEMPORARY ON DATABASE closed TO reporting",
                "GRANT CREATE ON DATABASE shop TO writers WITH GRANT OPTION",
                "GRANT SET ON PARAMETER log_statement TO app",
                "GRANT ALTER SYSTEM ON PARAMETER archive_command TO deployer",
                "SELECT pg_create_logical_replication_slot('feed', 'pgoutput')");
        shop(server);
        server.run(
                "we/ird.%db",
                "CREATE SCHEMA \"s.x\" AUTHORIZATION \"Odd \"\"na/me%\"",
                "CREATE TABLE \"s.x\".\"t.y\" (id int)",
                "GRANT SELECT ON \"s.x\".\"t.y\" TO app");
    }

    private static void roles(PostgreSql server) {
        server.run(
                "postgres",
                "CREATE ROLE readers",
                "CREATE ROLE writers",
                "CREATE ROLE reporting",
                "CREATE ROLE shop_owner",
                "CREATE ROLE app LOGIN PASSWORD '" + CANARY + "-app' VALID UNTIL '2031-02-03 04:05:06+00'",
                "CREATE ROLE nightly LOGIN PASSWORD '" + CANARY + "-nightly' VALID UNTIL 'infinity' CONNECTION LIMIT 3",
                "CREATE ROLE gone LOGIN PASSWORD '" + CANARY + "-gone' VALID UNTIL '2001-01-01 00:00:00+00'",
                "CREATE ROLE legacy LOGIN",
                "CREATE ROLE deployer LOGIN CREATEROLE CREATEDB PASSWORD '" + CANARY + "-deployer'",
                "CREATE ROLE replica LOGIN REPLICATION PASSWORD '" + CANARY + "-replica'",
                "CREATE ROLE auditor LOGIN BYPASSRLS PASSWORD '" + CANARY + "-auditor'",
                "CREATE ROLE second_boss SUPERUSER LOGIN PASSWORD '" + CANARY + "-boss'",
                "CREATE ROLE disabled NOLOGIN PASSWORD '" + CANARY + "-disabled'",
                "CREATE ROLE \"Odd \"\"na/me%\" LOGIN PASSWORD '" + CANARY + "-odd'",
                "CREATE ROLE shell LOGIN PASSWORD '" + CANARY + "-shell'",
                "COMMENT ON ROLE app IS 'owner: ada; the password is " + CANARY + "-comment'",
                "ALTER ROLE nightly SET work_mem = '64MB'",
                "ALTER ROLE nightly SET \"app.token\" = '" + CANARY + "-setting'",
                "GRANT readers TO writers",
                "GRANT readers TO app",
                "GRANT writers TO nightly WITH INHERIT TRUE, SET FALSE",
                "GRANT reporting TO legacy WITH INHERIT FALSE, SET TRUE",
                "GRANT shop_owner TO deployer WITH ADMIN TRUE, INHERIT FALSE, SET FALSE",
                "GRANT deployer TO auditor WITH INHERIT TRUE, SET FALSE",
                "GRANT pg_read_all_data TO auditor",
                "GRANT pg_execute_server_program TO shell");
        server.run("postgres", "SET password_encryption = 'md5'; ALTER ROLE legacy PASSWORD '" + CANARY + "-legacy'");
    }

    private static void shop(PostgreSql server) {
        server.run(
                "shop",
                "CREATE SCHEMA sales AUTHORIZATION shop_owner",
                "CREATE SCHEMA hidden",
                "GRANT USAGE ON SCHEMA sales TO readers, writers",
                "CREATE TABLE sales.orders (id int, card text, note text)",
                "CREATE TABLE sales.customers (id int)",
                "CREATE VIEW sales.totals AS SELECT count(*) FROM sales.orders",
                "CREATE MATERIALIZED VIEW sales.cached AS SELECT 1 AS one",
                "CREATE TABLE sales.parts (id int) PARTITION BY RANGE (id)",
                "CREATE SEQUENCE sales.numbers",
                "CREATE TABLE hidden.secrets (v text)",
                "INSERT INTO hidden.secrets VALUES ('" + CANARY + "-row')",
                "ALTER TABLE sales.orders OWNER TO shop_owner",
                "ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY",
                "GRANT SELECT ON ALL TABLES IN SCHEMA sales TO readers",
                "GRANT INSERT, UPDATE, DELETE ON sales.orders TO writers WITH GRANT OPTION",
                "REVOKE SELECT ON sales.customers FROM readers",
                "GRANT SELECT (id), UPDATE (id) ON sales.customers TO reporting WITH GRANT OPTION",
                "GRANT USAGE, SELECT ON SEQUENCE sales.numbers TO writers",
                "GRANT SELECT ON hidden.secrets TO app",
                "GRANT SELECT ON pg_catalog.pg_authid TO reporting",
                "GRANT EXECUTE ON FUNCTION pg_catalog.pg_read_file(text) TO app",
                "CREATE FUNCTION sales.refund(i int) RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
                "CREATE FUNCTION sales.plain() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "CREATE FUNCTION sales.private() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "REVOKE ALL ON FUNCTION sales.private() FROM PUBLIC",
                "GRANT EXECUTE ON FUNCTION sales.private() TO app",
                "CREATE EXTENSION postgres_fdw",
                "CREATE SERVER far FOREIGN DATA WRAPPER postgres_fdw OPTIONS (host 'far.example', dbname 'w',"
                        + " application_name '" + CANARY + "-server')",
                "GRANT USAGE ON FOREIGN SERVER far TO app",
                "CREATE USER MAPPING FOR app SERVER far OPTIONS (user 'u', password '" + CANARY + "-mapping')",
                "CREATE USER MAPPING FOR legacy SERVER far OPTIONS (user 'u', password '" + CANARY + "-mapping')",
                "ALTER DEFAULT PRIVILEGES FOR ROLE shop_owner IN SCHEMA sales GRANT SELECT ON TABLES TO readers",
                "SELECT lo_create(4711)",
                "GRANT SELECT ON LARGE OBJECT 4711 TO reporting",
                "CREATE SUBSCRIPTION news CONNECTION 'host=127.0.0.1 port=1 password=" + CANARY + "-subscription'"
                        + " PUBLICATION p WITH (connect = false, enabled = false, slot_name = NONE)",
                "CREATE SCHEMA big",
                "GRANT USAGE ON SCHEMA big TO readers",
                "DO $$ BEGIN FOR i IN 1..120 LOOP EXECUTE format('CREATE TABLE big.t%s (id int)', i); END LOOP; END $$",
                "GRANT SELECT ON ALL TABLES IN SCHEMA big TO readers",
                "GRANT UPDATE ON big.t7 TO app",
                "GRANT UPDATE (id) ON big.t8 TO app");
    }
}
