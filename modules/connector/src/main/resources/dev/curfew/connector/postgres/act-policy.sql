-- All that Curfew's acting role needs. Run as a superuser; then set the password where no log sees it: psql's
-- \password curfew_act. Whoever holds it can end, and make, every login that the second part names, and give itself what
-- they have: keep it apart from the reading role.
CREATE ROLE curfew_act LOGIN CREATEROLE CONNECTION LIMIT 8;

-- Ends sessions, but for superusers'.
GRANT pg_signal_backend TO curfew_act WITH INHERIT TRUE, SET FALSE;

-- Which roles it may end, and which groups it may hand out for a while: all that are neither superusers nor PostgreSQL's
-- own. Run it again for roles that are made later, or name them one by one instead. It neither inherits what they have,
-- nor can it become them without saying so first. A group that pg_hba.conf names (+group) takes this role for a member
-- too: leave such a group out, or put a line for curfew_act before it.
DO $$
DECLARE
    named record;
BEGIN
    FOR named IN
        SELECT rolname FROM pg_catalog.pg_roles
         WHERE NOT rolsuper AND rolname !~ '^pg_' AND rolname NOT IN ('curfew_read', 'curfew_act')
    LOOP
        EXECUTE format('GRANT %I TO curfew_act WITH ADMIN TRUE, INHERIT FALSE, SET FALSE', named.rolname);
    END LOOP;
END $$;
