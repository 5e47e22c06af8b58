package dev.curfew.governance.breakglass.use;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.PathBook;
import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.governance.custody.Holder;
import dev.curfew.governance.judgement.Judgement;
import dev.curfew.governance.judgement.PolicyBook;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.policy.PolicyPack;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The policies are asked of a path as it stands.
class UseJudgeTest {
    private static final BreakGlassPath PATH = new BreakGlassPath(
            "bao-emergency",
            Town.BAO,
            "user/userpass/emergency",
            "secret/data/canary",
            List.of(new Holder("ada", "a key")),
            1,
            Duration.ofDays(30),
            Duration.ofDays(1),
            null,
            "ada",
            Town.START);

    @TempDir
    private Path directory;

    private Town town;
    private PathBook book;
    private UseJudge judge;

    @BeforeEach
    void register() {
        town = new Town(directory);
        book = new PathBook(town.office);
        judge = new UseJudge(town.office, book);
        town.connect(Map.of("environment", "production"));
        try (OfficerKey ada = town.key("ada")) {
            book.register(ada, PATH).orThrow();
        }
    }

    private Outcome<Judgement> ask(Optional<String> approver) {
        return judge.judge(PATH, "ada", approver, "login is down", Duration.ofMinutes(30));
    }

    private void drilled(String id, Instant at, Verdict verdict) {
        try (OfficerKey ada = town.key("ada")) {
            List<StageResult> stages = Stream.of(Stage.values())
                    .map(stage -> new StageResult(stage, verdict, at, Duration.ZERO, "as it went", ""))
                    .toList();
            book.drilled(
                            ada,
                            new DrillReport(
                                    id,
                                    PATH.name(),
                                    "bao",
                                    PATH.account(),
                                    PATH.canary(),
                                    "ada",
                                    "desk-1",
                                    List.of("ada"),
                                    at,
                                    at,
                                    stages,
                                    Optional.empty()))
                    .orThrow();
        }
    }

    @Test
    void twoOfficersAreAskedForByThePoliciesThatCurfewBringsAndOneApproverIsOne() {
        Judgement alone = ask(Optional.empty()).orThrow();
        assertThat(alone.decision().by()).contains("two-officers-for-break-glass");
        assertThat(alone.words()).contains("needs 2 more officers");
        assertThat(alone.question().context().nature()).isEqualTo("break-glass");
        assertThat(alone.question().context().environment()).isEqualTo("production");
        assertThat(alone.question().context().reach().known()).isFalse();

        assertThat(ask(Optional.of("bo")).orThrow().words()).contains("needs one more officer");
    }

    @Test
    void theLastDrillThatPassedIsWhatIsAskedAbout() {
        assertThat(ask(Optional.empty()).orThrow().question().context().lastDrillDays())
                .isNull();
        drilled("d-1", town.clock.instant(), Verdict.PASSED);
        town.clock.advance(Duration.ofDays(9));
        drilled("d-2", town.clock.instant(), Verdict.FAILED);
        town.clock.advance(Duration.ofDays(3));
        assertThat(ask(Optional.empty()).orThrow().question().context().lastDrillDays())
                .isEqualTo(12);

        String rule = """
                @id("drilled-of-late")
                permit (principal, action, resource)
                when { context has lastDrillDays && context.lastDrillDays <= %d };
                """;
        save(rule.formatted(12));
        assertThat(ask(Optional.of("bo")).orThrow().allows()).isTrue();
        save(rule.formatted(11));
        assertThat(ask(Optional.of("bo")).orThrow().refuses()).isTrue();
    }

    private void save(String policies) {
        new PolicyBook(town.office)
                .save(town.key("bo"), new PolicyPack(policies, "{\"base\": {}, \"cases\": []}"))
                .orThrow();
    }
}
