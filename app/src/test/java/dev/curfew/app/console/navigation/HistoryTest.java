package dev.curfew.app.console.navigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class HistoryTest {

    private static final Destination OVERVIEW = Destination.of(Place.OVERVIEW);
    private static final Destination INVENTORY = Destination.of(Place.INVENTORY, "aws:key");
    private static final Destination LEDGER = Destination.of(Place.LEDGER);

    private final History history = new History(OVERVIEW);

    @Test
    void goesBackAndForward() {
        history.go(INVENTORY);
        history.go(LEDGER);

        history.back();
        assertThat(history.here().get()).isEqualTo(INVENTORY);
        history.back();
        assertThat(history.here().get()).isEqualTo(OVERVIEW);
        history.forward();
        assertThat(history.here().get()).isEqualTo(INVENTORY);
    }

    @Test
    void goingSomewhereNewForgetsWhatLayAhead() {
        history.go(INVENTORY);
        history.back();
        history.go(LEDGER);

        assertThat(history.canGoForward()).isFalse();
        history.back();
        assertThat(history.here().get()).isEqualTo(OVERVIEW);
    }

    @Test
    void stayingIsNoStep() {
        history.go(OVERVIEW);

        assertThat(history.canGoBack()).isFalse();
    }

    @Test
    void everyPlaceHasItsOwnKeyAndWords() {
        assertThat(Place.values()).extracting(Place::keys).doesNotHaveDuplicates();
        assertThat(Stream.of(Place.values()).flatMap(place -> Stream.of(place.title(), place.purpose())))
                .doesNotHaveDuplicates()
                .noneMatch(String::isBlank);
    }

    @Test
    void everyPlaceStandsInOneSectionInTheRailsOrder() {
        assertThat(Arrays.stream(Place.Section.values()).flatMap(section -> section.places().stream()))
                .containsExactly(Place.values());
    }
}
