package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Takes a picture of each state of the blast-radius screen, and looks whether what a person needs is in it.
class BlastRadiusPicturesTest {

    private static final String SECRET =
            "sample-aws:arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/ledger/database";

    private static final String MIGRATOR = "sample-kubernetes:serviceaccount/migration/db-migrator";

    private static final String SIGNS = "⊖ lost   ⊕ gained";

    private static SampleWorkspace workspace;

    /// What is looked at, and how one gets there.
    enum State {
        WHOLE(Story.CI_ROLE, "Reached", "", "administrator", "reaches 275 things, with certainty") {
            @Override
            void reach(ShellBench bench, Hands hands) {}
        },
        PATH(Story.CI_ROLE, "Reached", "", "It reads prod/ledger/database, in 2 steps", "5 ways:") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 4);
            }
        },
        STEP(Story.CI_ROLE, "Reached", "", "Decided by", "Statement 3 (Secrets) of ci-deploy, lines 21 to 26") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 4);
                hands.press("2. ci-deploy reads prod/ledger/database");
            }
        },
        UNFOLDED(Story.CI_ROLE, "Reached", "") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                bench.find("#reach-graph").requestFocus();
                hands.key("#reach-graph", KeyCode.RIGHT);
                hands.key("#reach-graph", KeyCode.DOWN);
                hands.key("#reach-graph", KeyCode.RIGHT);
                hands.key("#reach-graph", KeyCode.RIGHT);
                hands.key("#reach-graph", KeyCode.ENTER);
            }
        },
        TREE(Story.CI_ROLE, "Reached", "", "hands a service the role deploy-administrator (certain)") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.press("Tree");
            }
        },
        REVERSE(SECRET, "Reach it", "", "is reached by 13, with certainty") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 1);
            }
        },
        COMPARED(
                Story.CI_ROLE,
                "Reached",
                SIGNS,
                "ci-iam detached from ci-deployer",
                "1 would lose steps: see Breaks.") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 1);
                hands.press("1. ci-deployer holds policy ci-iam");
                hands.press("Compare without it");
            }
        },
        COMPARED_FROM_THE_TARGET(SECRET, "Reach it", SIGNS, "ci-deploy detached from ci-deployer", "− 0 lost") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 0);
                hands.press("1. ci-deployer holds policy ci-deploy");
                hands.press("Compare without it");
            }
        },
        GAINED(
                "sample-aws:arn:aws:iam::111122223333:role/quarterly-audit",
                "Reached",
                SIGNS,
                "would be administrator",
                "+ 275 gained") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.press("Compare a change");
                hands.type("#picker-field", "give quarterly-audit ci-deploy");
                hands.key("#picker-field", KeyCode.ENTER);
            }
        },
        CHOKES(MIGRATOR, "Reached", "", "Choke points 27", "reaches 173 things, with certainty") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.pressStarting("Choke points");
            }
        },
        WITHOUT_A_CHOKE(MIGRATOR, "Reached", SIGNS, "db-migrator trust narrowed", "− 3 lost") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.pressStarting("Choke points");
                ((ListView<?>) bench.find("#choke-list")).getSelectionModel().select(0);
                bench.settle();
                hands.key("#choke-list", KeyCode.ENTER);
            }
        },
        OWNER("owner=platform", "Reached", "", "all that platform owns (8 identities)") {
            @Override
            void reach(ShellBench bench, Hands hands) {}
        },
        UNKNOWN("nobody-at-all", "", "", "The reach could not be worked out") {
            @Override
            void reach(ShellBench bench, Hands hands) {}

            @Override
            void assertShown(ShellBench bench, Hands hands) {
                assertThat(hands.texts()).containsAll(words).anyMatch(text -> text.contains("nobody-at-all"));
            }
        };

        private static final int COLOURS_MIN = 8;

        private final String focus;
        private final String counted;
        private final String legend;

        @SuppressWarnings("ImmutableEnumChecker") // the list is a copy that nobody can change
        final List<String> words;

        /// @param counted what stands before the number of those that were found
        /// @param legend what the signs in the drawing mean; empty where all of it is certain
        /// @param words more that stands there
        State(String focus, String counted, String legend, String... words) {
            this.focus = focus;
            this.counted = counted;
            this.legend = legend;
            this.words = List.of(words);
        }

        abstract void reach(ShellBench bench, Hands hands);

        /// How many were found, of whom as many are listed; what the signs in the drawing mean; and a drawing.
        void assertShown(ShellBench bench, Hands hands) {
            int listed = ((ListView<?>) bench.find("#reach-list")).getItems().size();
            assertThat(listed).isPositive();
            assertThat(hands.texts()).contains(counted + " " + listed).containsAll(words);
            assertThat(((Labeled) bench.find(".legend")).getText()).isEqualTo(legend);
            assertThat(Pictures.colours(bench.find(".picture-place").snapshot(null, null)))
                    .as("colours of the drawing")
                    .isGreaterThan(COLOURS_MIN);
        }

        static void select(ShellBench bench, int row) {
            ((ListView<?>) bench.find("#reach-list")).getSelectionModel().select(row);
            bench.settle();
        }
    }

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.filled();
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    @ParameterizedTest
    @EnumSource(State.class)
    void everyStateIsDrawnInBothThemesAndSizesWithItsLegendAndItsCounts(State state) throws Exception {
        Destination start = Destination.of(Place.BLAST_RADIUS, state.focus);
        Pictures.inBothThemesAndSizes(
                "blast_radius-" + state.name().toLowerCase(Locale.ROOT),
                theme -> new ShellBench(workspace.desk(), theme, () -> SampleWorkspace.NOW, start),
                bench -> {
                    Hands hands = new Hands(bench);
                    state.reach(bench, hands);
                    state.assertShown(bench, hands);
                });
    }
}
