package dev.curfew.governance.judgement;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.governance.Town;
import dev.curfew.governance.alternative.Alternatives;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.policy.question.Question;
import dev.curfew.governance.policy.question.QuestionJson;
import dev.curfew.model.ledger.AuditEvent;
import dev.curfew.model.port.Progress;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// How fast policies are asked: one after another, all that were ever decided, and what would change an answer.
/// `mvn -o -Pbench -pl modules/governance -am test`, processor time of this thread.
class ReplayBench {
    private static final int DECISIONS = 10_000;
    private static final Duration PROMISED = Duration.ofSeconds(10);

    @TempDir
    private Path directory;

    @Test
    void tenThousandDecisionsAreReplayedInTime() throws Exception {
        Policies policies = PolicyPack.packaged().compiled();
        Town town = new Town(directory);
        var request = town.request();
        Question question = town.unitOfWork
                .run(transaction -> new Judge(town.office)
                        .judge(transaction, town.store.current(), request, town.adds(), List.of()))
                .orThrow()
                .question();
        long warm = nanos(() -> ask(policies, question));
        say("decisions a second, warm", DECISIONS / seconds(warm));
        say("alternatives of one question, ms", seconds(nanos(() -> Alternatives.of(policies, question))) * 1_000);
        fill(town, question);
        long replayed = nanos(() -> {
            try {
                assertThat(new Replay(town.office).of(policies, Progress.SILENT).decided())
                        .isGreaterThanOrEqualTo(DECISIONS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        say("10,000 decisions replayed, s", seconds(replayed));
        assertThat(Duration.ofNanos(replayed)).isLessThan(PROMISED);
    }

    private static void ask(Policies policies, Question question) {
        for (int i = 0; i < DECISIONS; i++) {
            policies.decide(question);
        }
    }

    private static void fill(Town town, Question question) {
        for (int i = 0; i < DECISIONS; i++) {
            String request = "r-" + i;
            town.unitOfWork.run(transaction -> town.auditLog.append(
                    transaction,
                    new AuditEvent(
                            "request.submitted",
                            Town.START,
                            "ada",
                            "",
                            Map.of(
                                    "request",
                                    Map.of("id", request),
                                    "judgement",
                                    Map.of("decision", "allowed", "question", QuestionJson.text(question))))));
        }
    }

    private static long nanos(Runnable work) {
        work.run();
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return threads.getCurrentThreadCpuTime() - before;
    }

    private static double seconds(long nanos) {
        return nanos / 1e9;
    }

    private static void say(String what, double figure) {
        System.out.printf("%s: %,.2f%n", what, figure);
    }
}
