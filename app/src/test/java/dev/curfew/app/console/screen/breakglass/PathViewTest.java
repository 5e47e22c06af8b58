package dev.curfew.app.console.screen.breakglass;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.usecase.breakglass.BreakGlassCase;
import dev.curfew.governance.breakglass.BreakGlassPath;
import dev.curfew.governance.breakglass.Due;
import dev.curfew.governance.breakglass.SealState;
import dev.curfew.governance.breakglass.Trend;
import dev.curfew.governance.breakglass.use.PathUse;
import dev.curfew.governance.custody.Holder;
import dev.curfew.model.id.SourceName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;

class PathViewTest {
    private static final Instant NOW = Instant.parse("2026-11-22T03:14:09Z");

    private static final BreakGlassPath PATH = new BreakGlassPath(
            "bao-emergency",
            new SourceName("bao"),
            "user/userpass/emergency",
            "secret/data/canary",
            List.of(new Holder("ada", "")),
            1,
            Duration.ofDays(30),
            Duration.ofDays(1),
            null,
            "ada",
            NOW);

    private static PathUse use(String id, Instant opened) {
        return new PathUse(
                id,
                PATH.name(),
                "ada",
                "the directory is down",
                List.of("ada"),
                opened,
                opened.plus(PATH.reviewWithin()),
                Optional.of(opened.plus(Duration.ofMinutes(30))),
                PathUse.Told.NOTHING,
                Optional.empty(),
                Optional.empty());
    }

    private static BreakGlassCase used(PathUse... uses) {
        return new BreakGlassCase(
                PATH,
                SealState.INTACT,
                List.of(),
                new Due(Due.State.NEVER, NOW),
                Trend.of(List.of()),
                List.of(uses),
                List.of());
    }

    private static List<String> texts(Node node) {
        return all(node).filter(text -> text != null && !text.isEmpty()).toList();
    }

    private static Stream<String> all(Node node) {
        Stream<String> own =
                node instanceof Labeled label ? Stream.ofNullable(label.getText()) : Stream.<String>empty();
        return node instanceof Parent parent
                ? Stream.concat(own, parent.getChildrenUnmodifiable().stream().flatMap(PathViewTest::all))
                : own;
    }

    @Test
    void whatIsLeftOfAnOpenUseIsToldAsTimeGoesBy() throws Exception {
        FxThread.run(() -> {
            SimpleObjectProperty<Instant> now = new SimpleObjectProperty<>(NOW);
            PathView view = new PathView(used(use("u-1", NOW)), List.of(), now, new Label("activity"));
            assertThat(new Scene(view).getRoot()).isSameAs(view);
            assertThat(texts(view))
                    .contains(
                            "Open now",
                            "u-1, by ada",
                            "the directory is down",
                            "Its time is over in 30 min.",
                            "To be reviewed in 24 h, by somebody who took no part.");

            now.set(NOW.plus(Duration.ofMinutes(10)));
            assertThat(texts(view)).contains("Its time is over in 20 min.");
            now.set(NOW.plus(Duration.ofMinutes(31)));
            assertThat(texts(view)).anyMatch(text -> text.startsWith("Its time was over 1 min ago, and"));
        });
    }

    @Test
    void aReviewThatIsOverdueIsAskedForOnce() throws Exception {
        FxThread.run(() -> {
            PathUse old = use("u-1", NOW.minus(Duration.ofDays(3)));
            PathView view = new PathView(used(old), List.of(), new SimpleObjectProperty<>(NOW), new Label("activity"));
            assertThat(new Scene(view).getRoot()).isSameAs(view);

            assertThat(texts(view))
                    .contains("Open now", "Not reviewed in time")
                    .filteredOn(text -> text.contains("review"))
                    .containsExactly(
                            "Not reviewed in time",
                            "The review was due 2 d ago. Somebody who took no part: curfew break-glass review"
                                    + " bao-emergency u-1");
        });
    }
}
