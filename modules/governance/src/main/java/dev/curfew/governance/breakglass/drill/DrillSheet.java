package dev.curfew.governance.breakglass.drill;

import dev.curfew.governance.breakglass.report.DrillReport;
import dev.curfew.governance.breakglass.report.Reliance;
import dev.curfew.governance.breakglass.report.Stage;
import dev.curfew.governance.breakglass.report.StageResult;
import dev.curfew.governance.breakglass.report.StageResult.Verdict;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The stages of one drill as they are filled in.
final class DrillSheet {
    static final Messages MESSAGES = Messages.of(DrillSheet.class);

    private final InstantSource clock;
    private Progress progress;
    private final Instant startedAt;
    private final long nanosAtStart = System.nanoTime();
    private final Map<Stage, StageResult> results = new EnumMap<>(Stage.class);

    private @Nullable Reliance reliance;

    DrillSheet(InstantSource clock, Progress progress) {
        this.clock = clock;
        this.progress = progress;
        startedAt = clock.instant();
    }

    /// From now on how far it came is told here.
    void tell(Progress another) {
        progress = another;
    }

    /// By a clock that nobody sets.
    Duration sinceStart() {
        return Duration.ofNanos(System.nanoTime() - nanosAtStart);
    }

    /// @throws InterruptedException if it was cancelled meanwhile: what the stage writes would be cut off on its way
    void begin(Stage stage) throws InterruptedException {
        progress.at(stage.words(), results.size(), Stage.values().length);
        if (Thread.interrupted()) {
            throw new InterruptedException(stage.word());
        }
    }

    void passed(Stage stage, Duration took, String sentence) {
        enter(stage, Verdict.PASSED, took, sentence, "");
    }

    void care(Stage stage, Duration took, String sentence, String next) {
        enter(stage, Verdict.CARE, took, sentence, next);
    }

    void failed(Stage stage, String sentence, String next) {
        enter(stage, Verdict.FAILED, Duration.ZERO, sentence, next);
    }

    void notDone(Stage stage, String sentence, String next) {
        enter(stage, Verdict.NOT_DONE, Duration.ZERO, sentence, next);
    }

    private void enter(Stage stage, Verdict verdict, Duration took, String sentence, String next) {
        results.put(stage, new StageResult(stage, verdict, clock.instant(), took, sentence, next));
    }

    void relied(Reliance what) {
        reliance = what;
    }

    boolean has(Stage stage) {
        return results.containsKey(stage);
    }

    /// Empty if it was not reached.
    Optional<StageResult> result(Stage stage) {
        return Optional.ofNullable(results.get(stage));
    }

    boolean isFine(Stage stage) {
        return result(stage).filter(StageResult::isFine).isPresent();
    }

    DrillReport report(DrillOrder order) {
        List<StageResult> stages = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            if (!has(stage)) {
                notDone(stage, MESSAGES.text("not-reached"), "");
            }
            stages.add(results.get(stage));
        }
        return new DrillReport(
                order.id(),
                order.path().name(),
                order.path().source().value(),
                order.path().account(),
                order.path().canary(),
                order.officer(),
                order.host(),
                order.openedBy(),
                startedAt,
                clock.instant(),
                stages,
                Optional.ofNullable(reliance));
    }
}
