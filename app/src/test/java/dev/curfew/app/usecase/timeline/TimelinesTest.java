package dev.curfew.app.usecase.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.revocation.choice.Traces;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TimelinesTest {

    @Test
    void whatThoseMadeWhoAreTooManyToAskIsNotKnown() throws InterruptedException {
        List<IdentityId> who = IntStream.rangeClosed(0, Timelines.ASKED_MAX)
                .mapToObj(i -> new IdentityId(new SourceName("aws"), "ci" + i))
                .toList();
        Traces all = Timelines.each(who, _ -> Traces.UNASKED);

        assertThat(all.untold())
                .singleElement()
                .satisfies(one -> assertThat(one.by()).isEqualTo(who.getLast().text()));
    }
}
