package dev.curfew.app.usecase.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import dev.curfew.model.timeline.Origin;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.choice.Traces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LeftoversTest {
    private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
    private static final IdentityId CI = new IdentityId(new SourceName("aws"), "ci");

    private static Timeline timeline(List<String> gaps) {
        return new Timeline(List.of(), List.of(), "log", Duration.ZERO, Optional.of(NOON), List.of("as ever"), gaps);
    }

    @Test
    void whatNoRecordEverTellsHoldsNoVerdictBackAndWhatThisOneLacksDoes() {
        assertThat(timeline(List.of("a line")).limits()).containsExactly("as ever", "a line");
        assertThat(Leftovers.traces(CI, timeline(List.of()), NOON)).isEqualTo(Traces.UNASKED);
        assertThat(Leftovers.traces(CI, timeline(List.of("a line")), NOON).untold())
                .containsExactly(new Traces.Untold("aws:ci", "a line"));
    }

    /// A thief makes more than anybody can read before signing.
    @Test
    void ofVeryMuchThatWasMadeTheFirstIsTakenAndTheRestIsTold() {
        List<Deed> deeds = IntStream.range(0, 203)
                .mapToObj(i -> Deed.once(NOON, DeedKind.CREATED, "user" + i, "", new Origin("", "", ""), "", true))
                .toList();
        Traces traces = Leftovers.traces(
                CI,
                new Timeline(deeds, List.of(), "log", Duration.ZERO, Optional.of(NOON), List.of(), List.of()),
                NOON);

        assertThat(traces.made()).hasSize(200);
        assertThat(traces.untold())
                .singleElement()
                .satisfies(one -> assertThat(one.why()).startsWith("3 more things that it made were not taken"));
    }
}
