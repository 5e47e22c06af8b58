package dev.curfew.app.usecase.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.governance.run.RunEnd;
import dev.curfew.model.governance.WindowEnd;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.proof.Proof;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.testbed.memory.CrashException;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Runs that do not go as they should.
class RunsTest {
    @TempDir
    private Path folder;

    static Stream<RunYard.TakingBack> stopped() {
        return Stream.of(
                () -> {
                    throw new InterruptedException();
                },
                () -> {
                    throw new IllegalStateException("the store is gone");
                });
    }

    @ParameterizedTest
    @MethodSource("stopped")
    void whateverStopsTheTakingBackTheCredentialEnds(RunYard.TakingBack takingBack) throws InterruptedException {
        RunYard yard = new RunYard(folder, takingBack);
        Job job = yard.begun();

        assertThatThrownBy(() -> yard.runs.end(job, RunEnd.EXITED, OptionalInt.of(0)))
                .isInstanceOfAny(InterruptedException.class, IllegalStateException.class);

        assertThat(yard.source.working()).doesNotContain(job.window().credential());
        assertThat(yard.entry("window.closed")).isPresent();
    }

    @Test
    void aSourceThatDoesNotAnswerLeavesTheLeaseUnknownAndTheRunProved() throws InterruptedException {
        RunYard yard = new RunYard(folder, () -> {
            throw new SourceException(SourceException.Kind.UNREACHABLE, "it does not answer");
        });
        Job job = yard.begun();

        JobReport report = yard.runs.end(job, RunEnd.EXITED, OptionalInt.of(0));

        assertThat(report.window().end()).isEqualTo(WindowEnd.ENDED_EARLY);
        assertThat(report.proof()).isInstanceOf(Proof.Proved.class);
        assertThat(report.lease().orElseThrow().outcome())
                .isEqualTo(new ActionOutcome.Uncertain(
                        report.lease().orElseThrow().outcome().at(), "it does not answer"));
        assertThat(report.isProved()).isFalse();
        assertThat(ended(yard)).containsEntry("leaseGone", false).containsEntry("how", "exited");
    }

    @Test
    void whatWasHandedOutIsWipedWhereTheRunDoesNotBegin() {
        RunYard yard = new RunYard(folder, () -> new ActionOutcome.Done(RunYard.START, ""));
        // The request, its approval, the window before and after: then the run.
        yard.units.crashBefore(5);

        assertThatThrownBy(yard::begun).isInstanceOf(CrashException.class);

        assertThatThrownBy(yard.login::reveal).hasMessageContaining("wiped");
        assertThatThrownBy(yard.variable::reveal).hasMessageContaining("wiped");
        assertThat(yard.source.working()).containsExactly(RunYard.LEASE);
        assertThat(yard.entry("run.started")).isEmpty();
    }

    private static Map<String, Object> ended(RunYard yard) {
        return yard.entry("run.ended").orElseThrow().event().details();
    }
}
