package dev.curfew.connector.postgres.facts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.connector.postgres.catalog.HbaRow;
import dev.curfew.connector.postgres.catalog.RoleRow;
import java.util.List;
import org.junit.jupiter.api.Test;

class HbaRulesTest {
    private static final HbaRow PASSWORDS = line("all", "all", "scram-sha-256");

    @Test
    void aLineForReplicationLetsInOnlyWhoMayReplicate() {
        HbaRow standby = line("replication", "all", "trust");
        assertThat(methods(role(false, false), standby, PASSWORDS)).isEqualTo("scram-sha-256");
        assertThat(methods(role(false, true), standby, PASSWORDS)).isEqualTo("scram-sha-256, trust");
        assertThat(methods(role(true, false), standby, PASSWORDS)).isEqualTo("scram-sha-256, trust");
    }

    @Test
    void aLineForReplicationAndADatabaseLetsInWhomeverItNames() {
        assertThat(methods(role(false, false), line("replication,shop", "app", "trust")))
                .isEqualTo("trust");
        assertThat(methods(role(false, false), line("replication,shop", "other", "trust")))
                .isEmpty();
    }

    private static String methods(RoleRow role, HbaRow... rules) {
        return new HbaRules(List.of(rules), new Roles(List.of(role), List.of())).methods(role);
    }

    private static HbaRow line(String databases, String users, String method) {
        return new HbaRow(1, "host", databases, users, "127.0.0.1/255.255.255.255", method);
    }

    private static RoleRow role(boolean superuser, boolean replicates) {
        return new RoleRow(16_385, "app", superuser, true, false, false, true, replicates, false, -1, null, "");
    }
}
