package dev.curfew.app.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Windows at a real OpenBao, whose clock goes on by days between them: never renewed within a day, and open for a
/// share
/// of the last 90 days that the policies in force call standing.
@WithOpenBao
class StandingShareTest {
    private static final String ROLE = "bao:policy/share";

    /// Eight hours' window, and more than a day until the next: that is no renewal.
    private static final Duration EVERY = Duration.ofHours(34);

    /// Of 90 days two percent are 43 hours and 12 minutes: six windows, not five.
    private static final int WINDOWS = 6;

    private static final String POLICIES = """
            @id("jobs")
            permit (principal, action, resource)
            when { context.purpose like "job*" };

            @id("two-for-a-share")
            @requires("2 of officer")
            @raises("standing-access-in-disguise")
            forbid (principal, action, resource)
            when { context.activePercent90Days >= 2 };
            """;

    private final SetClock clock = new SetClock();
    private volatile Duration ahead = Duration.ZERO;

    @Test
    void whatIsOpenForTooMuchOfNinetyDaysStandsThoughItWasNeverRenewed(OpenBao openBao, @TempDir Path home)
            throws IOException {
        openBao.policy("share", "path \"secret/data/share\" { capabilities = [\"read\"] }");
        try (AheadRelay relay = new AheadRelay(openBao.address(), () -> ahead)) {
            Watch watch = new Watch(machine(home, relay, openBao));
            CommandBench bench = watch.bench().commands();
            for (int i = 1; i <= WINDOWS; i++) {
                assertThat(bench.json("standing").items()).as(i + " before").isEmpty();
                watch.bench().sync("bao");
                Path file = home.resolve("credential-" + i);
                watch.issue(ROLE, "8h", file);
                assertThat(status(openBao, watch, file)).isEqualTo(200);
                goOn(Duration.ofHours(9));
                assertThat(bench.json("windows", "--open").items()).isEmpty();
                assertThat(status(openBao, watch, file))
                        .as("over by its source's clock")
                        .isEqualTo(403);
                goOn(EVERY.minusHours(9));
            }

            isFound(bench);
            theNextWantsTwo(watch, bench);
        }
    }

    private JobBench machine(Path home, AheadRelay relay, OpenBao openBao) {
        JobBench machine = JobBench.in(home, clock);
        CommandBench bench = machine.commands();
        assertThat(bench.addOfficer("cy").exitCode()).isZero();
        bench.file("share.cases.json", "{\"base\":{},\"cases\":[]}");
        Path policies = bench.file("share.cedar", POLICIES);
        Answer saved = bench.as("bo", "policy", "save", policies.toString());
        assertThat(saved.exitCode()).as(saved.err()).isZero();
        openBao.policy("share-read", Shipped.text(OpenBaoConnector.class, "read-policy.hcl"));
        openBao.policy("share-act", Shipped.text(OpenBaoConnector.class, "act-policy.hcl"));
        machine.connect(
                "openbao",
                "bao",
                relay.address().toString(),
                openBao.orphan("share-read").value(),
                openBao.orphan("share-act").value());
        return machine;
    }

    private void isFound(CommandBench bench) {
        Answer standing = bench.json("standing", "--fail-on-found");
        assertThat(standing.exitCode()).isEqualTo(ExitCode.REFUSED);
        JsonNode found = standing.item();
        assertThat(found.path("policy").asText()).isEqualTo(ROLE);
        assertThat(found.path("holder").asText()).isEqualTo("ci");
        assertThat(found.path("renewals").asInt()).isZero();
        assertThat(found.path("activePercent90Days").asInt()).isEqualTo(2);
        assertThat(found.path("by").get(0).asText()).isEqualTo("two-for-a-share");
        assertThat(bench.run("standing").out()).contains("2 %");
        assertThat(bench.run("requests").out()).containsOnlyOnce("standing access in disguise");
    }

    private void theNextWantsTwo(Watch watch, CommandBench bench) {
        watch.bench().sync("bao");
        Answer asked = bench.as("ci", "request", ROLE, "--for", "1h", "--reason", "job again");
        String id = asked.item().path("id").asText();
        assertThat(asked.item().path("state").asText()).isEqualTo("PENDING");
        assertThat(bench.as("bo", "approve", id).item().path("state").asText()).isEqualTo("PENDING");
        assertThat(bench.as("cy", "approve", id).item().path("state").asText()).isEqualTo("APPROVED");
    }

    private void goOn(Duration by) {
        ahead = ahead.plus(by);
        clock.ahead(ahead);
    }

    private static int status(OpenBao openBao, Watch watch, Path file) {
        String token = watch.bench().text(file.getFileName().toString());
        return openBao.call("GET", "sys/internal/ui/mounts", Map.of(), token).status();
    }
}
