package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.policy.PolicyPack;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Writes policies as a person does, and takes pictures on the way.
class PoliciesPicturesTest {

    private static final String MINE = """

            // Nobody is paged on a Sunday for what can wait.
            @id("none-on-sundays")
            @requires("2 of officer")
            forbid (principal, action, resource)
            when { context.time.weekday == "sunday" };
            """;

    private static final String UNTYPED =
            "@id(\"a\")\npermit (principal, action, resource)\nwhen { context.colour == 3 };";

    private static SampleWorkspace workspace;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        workspace = SampleWorkspace.decided();
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            PolicyPack pack = PolicyPack.packaged();
            workspace
                    .desk()
                    .policies()
                    .save(
                            new OfficerLogin(Decisions.BO, passphrase),
                            new PolicyPack(
                                    pack.policies().replace("14400", "10800"),
                                    pack.cases().replace("14401", "10801")));
        }
    }

    @AfterAll
    static void close() throws IOException {
        workspace.close();
    }

    /// What there is to see.
    enum Sight {
        RULE,
        TEXT,
        PROBLEMS,
        BROKEN,
        CASES,
        REPLAY,
        VERSIONS,
        SAVE
    }

    private static void look(Sight sight, PolicyHands hands) {
        switch (sight) {
            case RULE -> hands.selectFirstRow("#policies-rules");
            case TEXT -> hands.press("Text");
            case PROBLEMS -> hands.type("#policies-text", MINE + UNTYPED);
            case BROKEN -> {
                hands.type("#policies-text", "permit (principal, action, resource");
                hands.press("Policies");
            }
            case CASES -> hands.press("Run cases");
            case REPLAY -> {
                hands.append("#policies-text", MINE);
                hands.key(".shell", KeyCode.R, true, true);
                hands.selectFirstRow("#policies-changes");
            }
            case VERSIONS -> {
                hands.press("Versions");
                hands.selectFirstRow("#policies-versions");
            }
            case SAVE -> {
                hands.append("#policies-text", MINE);
                hands.key(".shell", KeyCode.S, true, false);
            }
        }
    }

    /// The hands of whoever writes: texts that are not on the screen just now are turned to first.
    record PolicyHands(ShellBench bench, Hands hands) {
        void press(String words) {
            hands.press(words);
        }

        void type(String selector, String text) {
            hands.press("Text");
            hands.type(selector, text);
        }

        void append(String selector, String text) {
            hands.press("Text");
            hands.type(selector, ((TextArea) bench.find(selector)).getText() + text);
        }

        void key(String selector, KeyCode code, boolean control, boolean shift) {
            hands.key(selector, code, control, shift);
        }

        void selectFirstRow(String table) {
            bench.settle();
            ((TableView<?>) bench.find(table)).getSelectionModel().selectFirst();
            bench.settle();
        }
    }

    @ParameterizedTest
    @EnumSource(Sight.class)
    void everySightIsDrawnInBothThemesAndSizes(Sight sight) throws Exception {
        Pictures.inBothThemesAndSizes(
                "policies-" + sight.name().toLowerCase(Locale.ROOT),
                theme -> bench(workspace, theme),
                bench -> look(sight, new PolicyHands(bench, new Hands(bench))));
    }

    private static ShellBench bench(SampleWorkspace in, Theme theme) {
        return new ShellBench(in.desk(), theme, () -> SampleWorkspace.NOW, Destination.of(Place.POLICIES));
    }

    @Test
    void aProblemIsNamedWithItsPlaceAndLeadsThere() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(workspace, new Theme())) {
                Hands hands = new Hands(bench);
                hands.press("Text");
                hands.type("#policies-text", UNTYPED);
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("3:8: ") && text.contains("colour"));

                hands.selectFirst(".problems");
                hands.key(".problems", KeyCode.ENTER);

                TextArea area = (TextArea) bench.find("#policies-text");
                assertThat(area.getSelectedText()).startsWith("context.colour");
                assertThat(hands.texts()).contains("line 3, column 8");
            }
        });
    }

    @Test
    void savingSaysFirstWhatChangesAndThenIsInForce() throws Exception {
        SampleWorkspace own = SampleWorkspace.decided();
        List<String> said = FxThread.call(() -> {
            try (own;
                    ShellBench bench = bench(own, new Theme())) {
                Hands hands = new Hands(bench);
                hands.press("Text");
                hands.type("#policies-text", ((TextArea) bench.find("#policies-text")).getText() + MINE);
                hands.key(".shell", KeyCode.S, true, false);
                List<String> asked = hands.texts();
                hands.sign(0, Decisions.PASSPHRASE);
                hands.press("Save version");
                assertThat(hands.texts()).anyMatch(text -> text.startsWith("version 1 in force"));
                return asked;
            }
        });

        assertThat(said)
                .contains("Put these policies in force")
                .anyMatch(text -> text.contains("past decisions change"));
    }
}
