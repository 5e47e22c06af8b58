package dev.curfew.testbed.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

@WithPostgreSql
class PostgreSqlServerTest {

    @Test
    void knowsItsSuperuserByPasswordAlone(PostgreSql server) {
        assertThat(server.query("postgres", "SELECT current_setting('server_version_num')::int / 10000"))
                .isEqualTo(List.of(List.of("18")));
        assertThatExceptionOfType(SQLException.class)
                .isThrownBy(() -> server.connect("postgres", "postgres", "guess"))
                .returns("28P01", SQLException::getSQLState);
    }

    @Test
    void theVendorsClientReadsTheSame(PostgreSql server) {
        server.run("postgres", "CREATE ROLE testbed_reader LOGIN", "CREATE DATABASE testbed_app");
        assertThat(server.psql()
                        .lines("testbed_app", "SELECT rolname, rolcanlogin FROM pg_roles WHERE rolname ~ '^testbed_'"))
                .containsExactly("testbed_reader|t");
    }

    @Test
    void comesBackOnItsPortAfterAKill() {
        try (PostgreSql server = PostgreSql.start()) {
            server.run("postgres", "CREATE ROLE kept");
            int port = server.port();
            server.kill();
            assertThatExceptionOfType(SQLException.class).isThrownBy(() -> server.connect("postgres"));
            server.startAgain();
            assertThat(server.port()).isEqualTo(port);
            assertThat(server.query("postgres", "SELECT 1 FROM pg_roles WHERE rolname = 'kept'"))
                    .hasSize(1);
        }
    }
}
