package dev.curfew.app.console.screen.expiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.analysis.expiry.Band;
import dev.curfew.analysis.expiry.Expiring;
import dev.curfew.analysis.expiry.ExpiryBands;
import dev.curfew.app.console.work.Content;
import dev.curfew.app.console.work.Failure;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.Refused;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExpiringViewModelTest {

    private static final Instant NOW = Instant.parse("2026-11-22T09:00:00Z");
    private static final Expiring SOON = ending("soon", Duration.ofHours(3), null);
    private static final Expiring LATER = ending("later", Duration.ofDays(60), null);
    private static final Expiring WINDOW = ending("window", Duration.ofMinutes(10), "r-1");
    private static final Expiring NEVER = expiring("never", new Expiry.Never(), null);
    private static final Expiring UNKNOWN = expiring("unknown", new Expiry.Unknown("not said"), null);
    private static final ExpiryBands BANDS = new ExpiryBands(NOW, List.of(WINDOW, SOON, LATER, NEVER, UNKNOWN));

    private final ExpiringViewModel model = model(() -> BANDS);

    private static ExpiringViewModel model(Supplier<ExpiryBands> read) {
        return new ExpiringViewModel(
                Work.direct(failure -> new Failure(Failure.Kind.REFUSED, String.valueOf(failure.getMessage()))), read);
    }

    private static Expiring ending(String name, Duration left, @Nullable String window) {
        return expiring(name, new Expiry.At(NOW.plus(left)), window);
    }

    private static Expiring expiring(String name, Expiry expiry, @Nullable String window) {
        return new Expiring(
                new CredentialId(new SourceName("bao"), name),
                "openbao.token",
                name,
                null,
                new Ownership.Unowned(),
                expiry,
                ExpiryBands.band(expiry, NOW),
                window);
    }

    private List<Expiring> passing() {
        return BANDS.all().stream().filter(model.passes()).toList();
    }

    @Test
    void whatBreaksWhatEndsAsItShouldAndWhatHasNoEndAreThreeLists() {
        assertThat(passing()).containsExactly(SOON, LATER);

        model.outlook().set(Outlook.AS_IT_SHOULD);
        assertThat(passing()).containsExactly(WINDOW);

        model.outlook().set(Outlook.NO_END);
        assertThat(passing()).containsExactly(NEVER, UNKNOWN);
    }

    @Test
    void theListsCountEverythingOnce() {
        assertThat(List.of(Outlook.values()))
                .extracting(it -> ExpiringViewModel.count(BANDS, it))
                .containsExactly(2L, 1L, 2L);
    }

    @Test
    void aBandIsShownInTheListThatHasIt() {
        model.band().set(Optional.of(Band.NEVER));
        assertThat(passing()).containsExactly(NEVER);

        model.band().set(Optional.of(Band.WITHIN_24_HOURS));
        assertThat(passing()).containsExactly(SOON);

        model.outlook().set(Outlook.AS_IT_SHOULD);
        assertThat(passing()).as("the window ends within 24 hours too").containsExactly(WINDOW);
    }

    @Test
    void theFilterLooksAtNameKindAndOwnerWhateverTheCase() {
        model.text().set(" LATER ");
        assertThat(passing()).containsExactly(LATER);

        model.text().set("openbao token");
        assertThat(passing()).containsExactly(SOON, LATER);

        model.text().set("nobody");
        assertThat(passing()).containsExactly(SOON, LATER);
        assertThat(model.isNarrowed()).isTrue();

        model.widen();
        assertThat(model.isNarrowed()).isFalse();
    }

    @Test
    void theChartIsASentence() {
        assertThat(ExpiringViewModel.sentence(BANDS.byWeek(ExpiringViewModel.WEEKS)))
                .isEqualTo("3 credentials end in the next 13 weeks; most in the week of 16 Nov: 2.");
        assertThat(ExpiringViewModel.sentence(new ExpiryBands(NOW, List.of(SOON)).byWeek(4)))
                .startsWith("1 credential ends in the next 4 weeks; ");
        assertThat(ExpiringViewModel.sentence(new ExpiryBands(NOW, List.of(NEVER)).byWeek(4)))
                .isEqualTo("No credential ends in the next 4 weeks.");
    }

    @Test
    void whatCannotBeReadSaysWhy() {
        ExpiringViewModel failing = model(() -> {
            throw new Refused("no store today");
        });

        failing.load();

        assertThat(failing.content().get())
                .isEqualTo(new Content.Failed<>(new Failure(Failure.Kind.REFUSED, "no store today")));
    }
}
