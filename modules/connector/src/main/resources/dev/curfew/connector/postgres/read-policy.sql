-- All that Curfew's reading role needs. Run as a superuser in the database that Curfew connects to first; then set the
-- password where no log sees it: psql's \password curfew_read. What is left out becomes "not read" in Curfew, never "no
-- access".
CREATE ROLE curfew_read LOGIN CONNECTION LIMIT 8;

-- Where sessions come from.
GRANT pg_read_all_stats TO curfew_read WITH INHERIT TRUE, SET FALSE;

-- The lines of pg_hba.conf.
GRANT SELECT ON pg_catalog.pg_hba_file_rules TO curfew_read;
GRANT EXECUTE ON FUNCTION pg_catalog.pg_hba_file_rules() TO curfew_read;

-- That a role changed, without what it is.
GRANT SELECT (oid, xmin) ON pg_catalog.pg_authid TO curfew_read;

-- How each password is kept, never what is kept.
CREATE SCHEMA curfew;
CREATE FUNCTION curfew.password_kinds() RETURNS TABLE (oid oid, kind text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
    BEGIN ATOMIC
        SELECT a.oid,
               CASE WHEN a.rolpassword IS NULL THEN 'none'
                    WHEN a.rolpassword LIKE 'SCRAM-SHA-256$%' THEN 'scram-sha-256'
                    WHEN a.rolpassword LIKE 'md5%' THEN 'md5'
                    ELSE 'unknown' END
          FROM pg_catalog.pg_authid a;
    END;
REVOKE ALL ON FUNCTION curfew.password_kinds() FROM PUBLIC;
GRANT USAGE ON SCHEMA curfew TO curfew_read;
GRANT EXECUTE ON FUNCTION curfew.password_kinds() TO curfew_read;

-- A database that PUBLIC may not connect to needs this for each:
--   GRANT CONNECT ON DATABASE … TO curfew_read;
