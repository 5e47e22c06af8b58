package dev.curfew.app.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.usecase.source.Following;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.SyncResult;
import dev.curfew.model.port.Progress;
import dev.curfew.testbed.RealServer;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// An open workspace follows four real servers at once, as the console has it do.
@RealServer
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FollowingTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    /// A whole reading of all four, one beside the other, and whatever the servers still do by themselves.
    private static final Duration CALM = Duration.ofSeconds(8);

    private final Queue<SyncResult> told = new ConcurrentLinkedQueue<>();
    private FollowedServers servers;
    private SampleWorkspace workspace;

    @BeforeAll
    void connectsAndReadsFour() throws IOException, InterruptedException {
        servers = new FollowedServers();
        workspace = SampleWorkspace.live();
        for (NewConnection each :
                List.of(servers.ofOpenBao(), servers.ofKubernetes(), servers.ofPostgres(), servers.ofKeycloak())) {
            workspace.desk().sources().connect(each);
        }
        assertThat(workspace.desk().sources().syncAll(Progress.SILENT))
                .allSatisfy(it -> assertThat(it).isInstanceOf(SyncResult.Recorded.class));
    }

    @AfterAll
    void stop() throws IOException {
        workspace.close();
        servers.close();
    }

    @Test
    void whatIsMadeAtAnyOfThemIsInTheEstateWithinFiveSeconds() throws InterruptedException {
        try (Following following = workspace.desk().sources().follow(told::add)) {
            following.update();
            Thread.sleep(CALM);
            assertThat(told).noneMatch(SyncResult.Failed.class::isInstance);

            Duration openBao = until(servers::token, () -> tokens() > 2);
            Duration kubernetes = until(
                    () -> servers.kubectl.run("create", "serviceaccount", "newcomer", "--namespace=default"),
                    () -> isThere("default/newcomer"));
            Duration postgres = until(
                    () -> servers.postgres.run("postgres", "CREATE ROLE newcomer_role LOGIN"),
                    () -> isThere("newcomer_role"));
            Duration keycloak = until(() -> servers.client("new-client"), () -> isThere("new-client"));

            System.out.printf(
                    "seen after, busy: OpenBao %d ms, Kubernetes %d ms, PostgreSQL %d ms, Keycloak %d ms%n",
                    openBao.toMillis(), kubernetes.toMillis(), postgres.toMillis(), keycloak.toMillis());
            assertThat(List.of(openBao, kubernetes, postgres, keycloak))
                    .allSatisfy(it -> assertThat(it).isLessThan(SOON));
        }
        aClosedOneFollowsNothing();
    }

    private void aClosedOneFollowsNothing() throws InterruptedException {
        int before = told.size();
        servers.token();
        servers.kubectl.run("create", "serviceaccount", "too-late", "--namespace=default");
        Thread.sleep(SOON);
        assertThat(told).hasSize(before);
        assertThat(isThere("default/too-late")).isFalse();
    }

    private static Duration until(Runnable making, BooleanSupplier seen) throws InterruptedException {
        making.run();
        long made = System.nanoTime();
        while (!seen.getAsBoolean()
                && System.nanoTime() - made < SOON.multipliedBy(6).toNanos()) {
            Thread.sleep(50);
        }
        assertThat(seen.getAsBoolean()).isTrue();
        return Duration.ofNanos(System.nanoTime() - made);
    }

    private boolean isThere(String name) {
        return workspace.desk().estate().current().snapshot().identities().stream()
                .anyMatch(identity -> identity.name().equals(name));
    }

    private long tokens() {
        return workspace.desk().estate().current().snapshot().credentials().stream()
                .filter(credential -> credential.kind().equals("openbao.token"))
                .count();
    }
}
