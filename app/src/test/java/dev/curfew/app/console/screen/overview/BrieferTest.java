package dev.curfew.app.console.screen.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.app.console.bench.SampleWorkspace;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BrieferTest {

    @SuppressWarnings("NullAway") // there before any test, and so before what reads it below
    private static SampleWorkspace workspace;

    private final List<Need> needs =
            new Briefer(workspace.desk(), () -> SampleWorkspace.NOW).brief().needs();

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    @Test
    void severalFindingsOfOneIdentityAreCountedAsThatAndAllSaid() {
        assertThat(needs)
                .filteredOn(need -> need.title().contains("agent unbound"))
                .singleElement()
                .satisfies(need -> {
                    assertThat(need.title()).isEqualTo("support-agent: agent unbound (3 findings)");
                    assertThat(need.detail()).contains("has no owner", "permissions boundary", "has 6 tools");
                });
    }

    @Test
    void aCountIsThatOfWhatIsNamed() {
        assertThat(needs).extracting(Need::title).contains("Drill overdue (2)", "Blind spot (2)");
    }

    @Test
    void manyCredentialsAreSpokenOfInThePlural() {
        assertThat(needs)
                .extracting(Need::title, Need::detail)
                .contains(
                        tuple("5 credentials end within 24 hours", "What uses them stops unless they are renewed."),
                        tuple("13 credentials end within 7 days", "Time enough to renew them, or to let them end."));
    }
}
