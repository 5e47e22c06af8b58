package dev.curfew.connector.postgres.log.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What statements are told as.
class StatementTest {

    private static List<String> told(String sql) {
        return Statement.of(sql).stream()
                .flatMap(statement -> statement.told().stream())
                .map(told ->
                        told.kind() + " " + told.target() + (told.detail().isEmpty() ? "" : " (" + told.detail() + ")"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            create user "Bo" superuser in role a, b        | CREATED CREATE ROLE Bo (SUPERUSER, IN ROLE a, b)
            alter role x rename to y                       | CHANGED ALTER ROLE x (RENAME TO y)
            drop role if exists a, "B c"                   | DELETED DROP ROLE a, B c
            drop function f(int, text), s.g() cascade      | DELETED DROP FUNCTION f, s.g
            drop owned by bo                               | DELETED DROP owned BY bo
            reassign owned by bo to ann                    | CHANGED REASSIGN owned BY bo TO ann
            grant select, update (n) on s.t to bo          | CREATED GRANT select, update (n) ON s.t TO bo
            alter default privileges grant all on tables to public | CHANGED ALTER default privileges GRANT all ON tables TO public
            create unique index concurrently i on s.t (n)  | CREATED CREATE INDEX i (ON s.t)
            create trigger tr before insert on t for each row execute function f() | CREATED CREATE TRIGGER tr (ON t)
            create policy p on t using (true)              | CREATED CREATE POLICY p (ON t)
            create extension if not exists dblink          | CREATED CREATE EXTENSION dblink
            create materialized view v as select * from s  | CREATED CREATE MATERIALIZED VIEW v;READ SELECT s
            create view v as select * from pg_shadow       | CREATED CREATE VIEW v
            alter system set archive_command = 'x'         | CHANGED ALTER SYSTEM SET archive_command
            alter table t owner to bo                      | CHANGED ALTER TABLE t (OWNER TO bo)
            drop user mapping if exists for bo server far  | DELETED DROP USER MAPPING FOR bo SERVER far
            copy s.t (a) to stdout                         | READ COPY s.t TO
            copy (select * from pg_authid) to program 'sh' | READ_SECRET SELECT pg_authid;BECAME COPY PROGRAM
            copy t from stdin                              | CHANGED COPY t FROM
            select * from a, b x, (select * from c) y, d   | READ SELECT a;READ SELECT b;READ SELECT c;READ SELECT d
            select * from a left join only s.b using (n) where exists (select 1 from c) | READ SELECT a;READ SELECT s.b;READ SELECT c
            select * from (a cross join b)                 | READ SELECT a;READ SELECT b
            select extract(day from d), trim(both from x) from t where a is distinct from b | READ SELECT t
            select * from generate_series(1, 2), t         | READ SELECT t
            with pg_authid as (select * from pg_authid) select * from pg_authid | READ_SECRET SELECT pg_authid
            with w as (delete from t returning *) insert into u select * from w | CHANGED DELETE t
            delete from t using u where true               | CHANGED DELETE t;READ SELECT u
            update only s.t set n = 1 from u               | CHANGED UPDATE s.t;READ SELECT u
            merge into t using u on true when matched then delete | CHANGED MERGE t;READ SELECT u
            insert into cron.job (command) values ('x')    | CREATED INSERT cron.job
            select cron.schedule('n', '* * * * *', 'x')    | CREATED cron.schedule()
            select pg_catalog.pg_read_file('x')            | READ_SECRET pg_catalog.pg_read_file()
            select set_config('role', 'bo', false)         | BECAME SET ROLE bo
            table vault.decrypted_secrets                  | READ_SECRET SELECT vault.decrypted_secrets
            explain select * from t                        | ''
            explain (analyze, buffers) select * from t     | READ SELECT t
            do 'x'                                         | CHANGED DO
            set local session authorization default        | ''
            set role to 'bo'                               | BECAME SET ROLE bo
            set session session authorization bo           | BECAME SET SESSION AUTHORIZATION bo
            show all                                       | ''
            """)
    void isToldAs(String sql, String told) {
        assertThat(String.join(";", told(sql))).isEqualTo(told);
    }

    @Test
    void statementsThatCameTogetherArePartedAndBodiesAreNot() {
        assertThat(told("""
                create role a; -- ; create role no
                create function f() returns int language sql begin atomic
                    select case when true then 1 end from t; select 2; end;
                /* ; /* nested ; */ create role no; */ do $x$ ; create role no; $x$;
                create role b"""))
                .containsExactly(
                        "CREATED CREATE ROLE a", "CREATED CREATE FUNCTION f", "CHANGED DO", "CREATED CREATE ROLE b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create role r password 'c4nary'",
                "create role r password E'it''s \\' c4nary'",
                "create role r password U&'c4nary'",
                "alter role r password $$c4nary$$",
                "alter role r password $a1$c4nary$a1$",
                "alter role r password 'c4nary",
                "create user mapping for r server s options (user 'u', password 'c4nary')",
                "create subscription r connection 'password=c4nary' publication p",
                "insert into r values ('c4nary')",
                "select * from r where k = 'c4nary' -- c4nary",
                "grant r to s /* c4nary */",
                "copy r from program 'curl -u c4nary'",
                "select set_config('x.key', 'c4nary', false) from r",
                "alter system set primary_conninfo = 'password=c4nary'",
                "alter role r set x.key = c4nary",
                "comment on table r is 'c4nary'",
                "security label on role r is 'c4nary'",
                "call r('c4nary')",
                "select dblink_connect('password=c4nary') from r"
            })
    void whatIsBetweenQuotesIsInNothingThatIsTold(String sql) {
        assertThat(told(sql)).isNotEmpty();
        assertThat(told(sql).toString()).doesNotContain("c4nary");
    }

    @Test
    void whomASessionBecomesAndThatItGoesBack() {
        assertThat(Statement.of("set local role bo; reset role; reset session authorization; commit; set role none"))
                .extracting(statement -> statement.acting().orElseThrow())
                .containsExactly(
                        new Acting.As("bo", false, true),
                        new Acting.Back(false),
                        new Acting.Back(true),
                        new Acting.Ended(),
                        new Acting.Back(false));
        assertThat(Statement.of("reset all; rollback to savepoint x; set search_path to bo"))
                .allMatch(statement -> statement.acting().isEmpty());
    }

    @Test
    void namesWithSignsThatDoNotPrintAreShownWithoutThem() {
        assertThat(told("create role \"a\u001b[31m\nb\"")).containsExactly("CREATED CREATE ROLE a?[31m?b");
    }
}
