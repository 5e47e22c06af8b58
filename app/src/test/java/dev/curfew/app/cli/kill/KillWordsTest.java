package dev.curfew.app.cli.kill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.PlannedStep;
import dev.curfew.model.revocation.RevocationPlan;
import dev.curfew.revocation.choice.Traces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KillWordsTest {
    private static final Instant AT = Instant.parse("2026-11-22T03:14:09Z");

    private static RevocationPlan plan(Map<String, Object> preview) {
        CredentialId key = new CredentialId(new SourceName("aws"), "A1");
        PlannedStep step = new PlannedStep(1, key, "aws.access-key", new Action("aws.delete-access-key", false));
        return new RevocationPlan("p1", "ada", "leaked", AT, 1, List.of(step), preview);
    }

    @Test
    void whoeverSignsIsToldThatARecordToldNothing() {
        RevocationPlan plan = plan(Map.of("made", List.of(Map.of("by", "aws:ci", "why", "no record"))));

        assertThat(KillWords.before(plan, AT)).contains("What aws:ci made is not known: no record");
    }

    @Test
    void whatWasDoneIsToldThoughAskingStops() {
        RevocationPlan plan = plan(Map.of("credentials", List.of(Map.of("credential", "aws:A1", "holder", "aws:ci"))));
        List<Traces> told = new ArrayList<>();
        InterruptedException stopped = new InterruptedException();

        assertThatThrownBy(() -> Afterwards.told(
                        plan,
                        () -> {
                            throw stopped;
                        },
                        traces -> told.add(traces) ? 0 : 1))
                .isSameAs(stopped);
        assertThat(told)
                .singleElement()
                .satisfies(traces -> assertThat(traces.untold())
                        .singleElement()
                        .satisfies(one -> assertThat(one.by()).isEqualTo("aws:ci")));
    }
}
