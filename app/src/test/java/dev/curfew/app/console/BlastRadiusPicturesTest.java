package dev.curfew.app.console;

import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import java.io.IOException;
import java.util.Locale;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Takes a picture of each state of the blast-radius screen.
class BlastRadiusPicturesTest {

    private static final String SECRET =
            "sample-aws:arn:aws:secretsmanager:eu-central-1:111122223333:secret:prod/ledger/database";

    private static final String MIGRATOR = "sample-kubernetes:serviceaccount/migration/db-migrator";

    private static SampleWorkspace workspace;

    /// What is looked at, and how one gets there.
    enum State {
        WHOLE(Story.CI_ROLE) {
            @Override
            void reach(ShellBench bench, Hands hands) {}
        },
        PATH(Story.CI_ROLE) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 4);
            }
        },
        STEP(Story.CI_ROLE) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 4);
                hands.press("2. ci-deploy reads prod/ledger/database");
            }
        },
        UNFOLDED(Story.CI_ROLE) {
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
        TREE(Story.CI_ROLE) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.press("Tree");
            }
        },
        REVERSE(SECRET) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 1);
            }
        },
        COMPARED(Story.CI_ROLE) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 1);
                hands.press("1. ci-deployer holds policy ci-iam");
                hands.press("Compare without it");
            }
        },
        COMPARED_FROM_THE_TARGET(SECRET) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                select(bench, 0);
                hands.press("1. ci-deployer holds policy ci-deploy");
                hands.press("Compare without it");
            }
        },
        GAINED("sample-aws:arn:aws:iam::111122223333:role/quarterly-audit") {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.press("Compare a change");
                hands.type("#picker-field", "give quarterly-audit ci-deploy");
                hands.key("#picker-field", KeyCode.ENTER);
            }
        },
        CHOKES(MIGRATOR) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.pressStarting("Choke points");
            }
        },
        WITHOUT_A_CHOKE(MIGRATOR) {
            @Override
            void reach(ShellBench bench, Hands hands) {
                hands.pressStarting("Choke points");
                ((ListView<?>) bench.find("#choke-list")).getSelectionModel().select(0);
                bench.settle();
                hands.key("#choke-list", KeyCode.ENTER);
            }
        },
        OWNER("owner=platform") {
            @Override
            void reach(ShellBench bench, Hands hands) {}
        },
        UNKNOWN("nobody-at-all") {
            @Override
            void reach(ShellBench bench, Hands hands) {}
        };

        private final String focus;

        State(String focus) {
            this.focus = focus;
        }

        abstract void reach(ShellBench bench, Hands hands);

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
    void everyStateIsDrawnInBothThemesAndSizes(State state) throws Exception {
        Destination start = Destination.of(Place.BLAST_RADIUS, state.focus);
        Pictures.inBothThemesAndSizes(
                "blast_radius-" + state.name().toLowerCase(Locale.ROOT),
                theme -> new ShellBench(workspace.desk(), theme, () -> SampleWorkspace.NOW, start),
                bench -> state.reach(bench, new Hands(bench)));
    }
}
