package dev.curfew.connector.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Resource;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.testbed.postgres.PostgreSql;
import dev.curfew.testbed.postgres.WithPostgreSql;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// One server of its own, for these tests count what is there.
@WithPostgreSql
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PostgresReadingTest {
    private PostgreSql server;
    private ConnectedCluster connected;
    private Observation observation;
    private Facts facts;

    @BeforeAll
    void arrange() throws InterruptedException {
        server = PostgreSql.start();
        SeededCluster.fill(server);
        connected = ConnectedCluster.with(server);
        observation = connected.observe();
        facts = new Facts(observation);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theShippedReadingPolicyIsEnoughForEveryScopeButTheDatabaseThatRefuses() {
        assertThat(observation.coverage())
                .filteredOn(scope -> scope.state() != CoverageState.READ)
                .extracting(Coverage::scope, Coverage::state)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("objects/closed", CoverageState.REFUSED),
                        org.assertj.core.groups.Tuple.tuple("code/closed", CoverageState.REFUSED));
        assertThat(facts.scope("objects/closed").detail()).contains("curfew_read", "closed", "GRANT CONNECT");
        assertThat(observation.coverage())
                .extracting(Coverage::scope)
                .contains("roles", "logins", "memberships", "sessions", "databases", "cluster", "hba", "objects/shop");
    }

    @Test
    void aLoginComesWithItsEndAndHowItsPasswordIsKept() {
        Credential app = facts.login("app");
        assertThat(app.kind()).isEqualTo("postgresql.role");
        assertThat(app.expiry()).isEqualTo(new Expiry.At(Instant.parse("2031-02-03T04:05:06Z")));
        assertThat(app.active()).isTrue();
        assertThat(app.attributes())
                .containsEntry("password", "scram-sha-256")
                .containsEntry("let-in-by", "scram-sha-256");
        assertThat(facts.login("nightly").expiry()).isEqualTo(new Expiry.Never());
        assertThat(facts.login("nightly").attributes()).containsEntry("connection-limit", "3");
        assertThat(facts.login("legacy").attributes()).containsEntry("password", "md5");
        assertThat(facts.login("disabled"))
                .returns(false, Credential::active)
                .extracting(login -> login.attributes().get("login"))
                .isEqualTo("false");
    }

    @Test
    void theOwnerInAnIdentitysCommentIsKeptAndTheRestOfItIsNot() {
        assertThat(facts.role("app").ownership()).isEqualTo(new Ownership.Owned("ada", "the comment beside the role"));
        assertThat(facts.role("nightly").ownership()).isEqualTo(new Ownership.Unowned());
    }

    @Test
    void rolesCarryTheirPowersAsTagsAndAsAPolicyOfTheirOwn() {
        assertThat(facts.role("deployer").tags())
                .containsEntry("create-role", "true")
                .containsEntry("create-database", "true");
        assertThat(facts.role("second_boss").tags()).containsEntry("superuser", "true");
        assertThat(facts.role("auditor").tags()).containsEntry("bypass-row-security", "true");
        assertThat(facts.role("nightly").tags()).containsEntry("settings", "app.token, work_mem");
        assertThat(facts.one(Policy.class, "powers/second_boss").text())
                .isEqualTo(
                        "{\"statements\":[{\"actions\":[\"SUPERUSER\"],\"level\":\"administer\",\"on\":\"whole\"}]}");
        assertThat(facts.one(Policy.class, "powers/legacy").text())
                .isEqualTo(
                        "{\"statements\":[{\"actions\":[\"SET ROLE\"],\"level\":\"become\",\"on\":\"role/reporting\"}]}");
        assertThat(facts.one(Policy.class, "grants/members/deployer").text())
                .isEqualTo(
                        "{\"statements\":[{\"actions\":[\"ADMIN OPTION\"],\"level\":\"become\",\"on\":\"role/shop_owner\"}]}");
        assertThat(facts.one(Policy.class, "grants/databases/pg_execute_server_program")
                        .text())
                .contains("\"level\":\"administer\",\"on\":\"whole\"");
    }

    @Test
    void whoInheritsAndCannotBecomeHasTheRightsAndNotThePowers() {
        assertThat(facts.all(Membership.class))
                .extracting(Membership::key)
                .contains(
                        "pg:role/app | role/readers",
                        "pg:role/nightly | rights/writers",
                        "pg:rights/writers | rights/readers",
                        "pg:role/auditor | rights/deployer",
                        "pg:role/app | public")
                .doesNotContain("pg:role/auditor | role/deployer", "pg:role/legacy | role/reporting");
    }

    @Test
    void rightsAreListedByLevelWithWhatElseTheyNeed() {
        assertThat(facts.one(Policy.class, "grants/db:shop/writers").text())
                .contains(
                        "{\"actions\":[\"DELETE\",\"INSERT\",\"UPDATE\"],\"level\":\"write\",\"on\":\"db/shop/table/sales.orders\"}")
                .contains(
                        "{\"actions\":[\"DELETE\",\"INSERT\",\"UPDATE\"],\"level\":\"permissions\",\"on\":\"db/shop/table/sales.orders\"}");
        assertThat(facts.one(Policy.class, "grants/db:shop/app").text())
                .contains(
                        "\"condition\":\"USAGE on the schema hidden\",\"level\":\"read\",\"on\":\"db/shop/table/hidden.secrets\"");
        assertThat(facts.one(Policy.class, "grants/db:shop/reporting").text())
                .contains(
                        "{\"actions\":[\"SELECT (id)\"],\"condition\":\"USAGE on the schema sales\",\"level\":\"read\",\"on\":\"db/shop/table/sales.customers\"")
                .contains("{\"actions\":[\"SELECT\"],\"level\":\"read\",\"on\":\"db/shop/table/pg_catalog.pg_authid\"");
    }

    @Test
    void functionsThatRunAsTheirOwnerAreWaysToBecomeItIfTheirBodyLets() {
        assertThat(facts.one(Policy.class, "grants/code:shop/PUBLIC").text())
                .contains(
                        "\"condition\":\"what sales.refund(i integer) does, which was not read; USAGE on the schema sales\",\"level\":\"become\"")
                .contains("\"on\":\"role/postgres\"");
        assertThat(facts.one(Policy.class, "grants/code:shop/app").text())
                .contains("db/shop/function/pg_catalog.pg_read_file(text)", "db/shop/function/sales.private()")
                .doesNotContain("sales.plain");
    }

    @Test
    void whatIsHeldAlikeInGreatNumberIsOneThingAndLosesNoName() {
        Resource fold = facts.all(Resource.class).stream()
                .filter(it -> it.kind().equals("postgresql.table-fold"))
                .findFirst()
                .orElseThrow();
        assertThat(fold.tags()).containsEntry("count", "118");
        assertThat(fold.provenance().document()).contains("\"t1\"", "\"t120\"").doesNotContain("\"t7\"", "\"t8\"");
        assertThat(facts.one(Policy.class, "grants/db:shop/readers").text()).contains(fold.key());
        assertThat(facts.one(Policy.class, "grants/db:shop/app").text())
                .contains("db/shop/table/big.t7", "db/shop/table/big.t8", "UPDATE (id)");
    }

    @Test
    void foreignServersAndMappingsAreThereWithoutWhatTheyKeep() {
        assertThat(facts.one(Resource.class, "db/shop/foreign-server/far").tags())
                .containsEntry("place", "dbname=w host=far.example");
        assertThat(facts.one(Policy.class, "grants/code:shop/app").text())
                .contains(
                        "{\"actions\":[\"USER MAPPING\"],\"level\":\"read\",\"on\":\"db/shop/user-mapping/far.app\"}");
        assertThat(facts.one(Policy.class, "grants/code:shop/legacy").text())
                .contains("\"condition\":\"USAGE on the foreign server far");
        assertThat(facts.one(Resource.class, "subscription/news").tags()).containsEntry("enabled", "f");
        assertThat(facts.one(Resource.class, "replication-slot/feed").tags()).containsEntry("plugin", "pgoutput");
    }

    @Test
    void defaultPrivilegesAndTheWaysInAreThereToBeRead() {
        assertThat(facts.one(Policy.class, "defaults/shop/sales/tables/shop_owner")
                        .text())
                .isEqualTo("{\"rights\":[\"SELECT to readers\"],\"schema\":\"sales\",\"things\":\"tables\"}");
        assertThat(facts.one(Policy.class, "hba").text())
                .contains("hostssl all +by_certificate 127.0.0.1")
                .contains("scram-sha-256");
    }

    @Test
    void namesThatNeedQuotingNeitherBreakNorMeetOthers() {
        assertThat(facts.role("Odd \"na/me%25").name()).isEqualTo("Odd \"na/me%");
        assertThat(facts.one(Policy.class, "grants/db:we%2Fird.%25db/app").text())
                .contains("db/we%2Fird.%25db/table/s%2Ex.t.y");
    }

    @Test
    void curfewsOwnLoginsAreMarked() {
        assertThat(facts.all(Credential.class))
                .filteredOn(login -> "true".equals(login.attributes().get("curfew:own")))
                .extracting(Credential::name)
                .containsExactlyInAnyOrder("curfew_read", "curfew_act");
    }

    @Test
    void whoIsInIsSeenWithWhereFromAndSince() throws Exception {
        try (var session = server.connect("shop", "app", SeededCluster.CANARY + "-app");
                var statement = session.createStatement()) {
            statement.execute("SET application_name = 'shop-web'");
            Credential app = new Facts(connected.observe()).login("app");
            assertThat(app.attributes())
                    .containsEntry("sessions", "1")
                    .containsEntry("clients", "shop-web at 127.0.0.1 in shop");
            assertThat(app.usage()).isInstanceOfSatisfying(Usage.Seen.class, seen -> {
                assertThat(seen.by()).isEqualTo("shop-web at 127.0.0.1 in shop");
                assertThat(seen.at())
                        .isBetween(
                                Instant.now().minusSeconds(120), Instant.now().plusSeconds(5));
            });
        }
        assertThat(facts.login("nightly").usage()).isInstanceOf(Usage.NotObserved.class);
    }

    @Test
    void noSecretIsInAnyFact() {
        assertThat(observation.toString())
                .contains("role/app")
                .doesNotContain(SeededCluster.CANARY)
                .doesNotContain("SCRAM-SHA-256$")
                .doesNotContain(ConnectedCluster.READ_PASSWORD, ConnectedCluster.ACT_PASSWORD)
                .doesNotContain(server.superuserPassword().reveal());
    }

    @Test
    void aSecondReadingOfAnUnchangedServerIsTheSame() throws InterruptedException {
        Map<String, ?> second = new Facts(connected.observe()).keyed();
        assertThat(second).isEqualTo(facts.keyed());
    }
}
