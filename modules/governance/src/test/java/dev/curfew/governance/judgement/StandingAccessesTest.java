package dev.curfew.governance.judgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.governance.Town;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.governance.ExceptionRequest;
import dev.curfew.model.governance.RequestState;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Time-boxes that are there all the time.
class StandingAccessesTest {
    private static final String NO_CASES = "{\"base\": {}, \"cases\": []}";

    private static final String ROUTINE = "@id(\"routine\")\npermit (principal, action, resource);\n";

    @TempDir
    private Path directory;

    private Town town;

    @BeforeEach
    void build() {
        town = new Town(directory);
    }

    private void openAndClose(int times) throws InterruptedException {
        for (int i = 0; i < times; i++) {
            town.publish(Town.TEXT);
            ExceptionRequest request = town.request();
            if (request.state() == RequestState.PENDING) {
                town.approve(request.id(), "bo").orThrow();
            }
            town.issuing.issue(request.id(), "ada").orThrow();
            town.clock.advance(Duration.ofHours(1));
            town.windows.due();
        }
    }

    private List<StandingAccess> found() {
        return town.unitOfWork
                .run(transaction -> new StandingAccesses(town.office).find(transaction))
                .orThrow();
    }

    private void save(String policies) {
        new PolicyBook(town.office)
                .save(town.key("bo"), new PolicyPack(policies, NO_CASES))
                .orThrow();
    }

    @Test
    void threeWindowsInARowAreTwoRenewalsAndNotYetTooMany() throws InterruptedException {
        openAndClose(3);

        assertThat(found()).isEmpty();
    }

    @Test
    void theThirdRenewalIsStandingAccessInDisguise() throws InterruptedException {
        save(ROUTINE);
        openAndClose(4);

        String newest = town.windows.all().getLast().id();
        assertThat(found())
                .containsExactly(new StandingAccess(
                        Town.BREAK_GLASS, "ada", 3, 0, newest, List.of("two-officers-for-standing-in-disguise")));
    }

    @Test
    void aBreakOfMoreThanADayEndsIt() throws InterruptedException {
        save(ROUTINE);
        openAndClose(4);
        town.clock.advance(Duration.ofHours(25));

        assertThat(found()).isEmpty();
    }

    @Test
    void theThresholdsAreThoseOfThePoliciesInForce() throws InterruptedException {
        save(ROUTINE + """
                @id("twice-is-often")
                @requires("1 of officer")
                @raises("standing-access-in-disguise")
                forbid (principal, action, resource)
                when { context.renewals >= 1 };
                """);
        openAndClose(1);
        assertThat(found()).isEmpty();
        openAndClose(1);

        assertThat(found())
                .extracting(StandingAccess::by, StandingAccess::renewals)
                .containsExactly(tuple(List.of("twice-is-often"), 1L));
    }
}
