package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.HandedFiles;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.start.StartView;
import dev.curfew.app.console.start.StartViewModel;
import dev.curfew.app.console.start.WorkspaceDoor;
import dev.curfew.app.console.start.WorkspacesDoor;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.console.work.Work;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.model.connection.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Takes a picture of what stands over the screens, and of what comes before them.
class DialogPicturesTest {

    private static final int COLOURS_MIN = 20;
    private static final Clock CLOCK = Clock.fixed(SampleWorkspace.NOW, ZoneOffset.UTC);

    private static SampleWorkspace decided;

    /// The dialogs, each with the screen it is opened from.
    enum Dialog {
        REQUEST_PICK(Place.EXCEPTIONS),
        REQUEST(Place.EXCEPTIONS),
        OFFICER(Place.EXCEPTIONS),
        APPROVE(Place.EXCEPTIONS),
        DENY(Place.EXCEPTIONS),
        PLAN_PICK(Place.REVOCATION),
        PLAN(Place.REVOCATION),
        LEAKED(Place.OVERVIEW),
        CONNECT(Place.CONNECTIONS),
        SUBJECT(Place.BLAST_RADIUS),
        SUBJECT_LIST(Place.BLAST_RADIUS),
        COMPARE(Place.BLAST_RADIUS),
        COMPARE_TEXT(Place.BLAST_RADIUS),
        DOCUMENT(Place.BLAST_RADIUS);

        private final Place place;

        Dialog(Place place) {
            this.place = place;
        }
    }

    private static void open(Dialog dialog, Hands hands) {
        switch (dialog) {
            case REQUEST_PICK -> hands.press("Request exception");
            case REQUEST -> {
                hands.press("Request exception");
                pick(hands, "break-glass");
            }
            case OFFICER -> hands.press("Add officer");
            case APPROVE -> hands.press("Approve");
            case DENY -> hands.press("Deny");
            case PLAN_PICK -> hands.press("Plan revocation");
            case PLAN -> {
                hands.press("Plan revocation");
                pick(hands, "akia");
            }
            case LEAKED -> hands.key(".shell", KeyCode.F9);
            case CONNECT -> hands.press("Connect a source");
            case SUBJECT -> hands.press("Choose");
            case SUBJECT_LIST -> hands.key(".shell", KeyCode.O, true, true);
            case COMPARE -> hands.press("Compare a change");
            case COMPARE_TEXT -> {
                hands.press("Compare a change");
                pick(hands, "change what ci-deploy says");
            }
            case DOCUMENT -> {
                hands.selectFirst("#reach-list");
                hands.pressStarting("1. ");
                hands.press("Whole document");
            }
        }
    }

    private static void pick(Hands hands, String text) {
        hands.type("#picker-field", text);
        hands.key("#picker-field", KeyCode.ENTER);
    }

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        decided = SampleWorkspace.decided();
    }

    @AfterAll
    static void close() throws IOException {
        decided.close();
    }

    private static Destination start(Place place) {
        return switch (place) {
            case INVENTORY, BLAST_RADIUS -> Destination.of(place, Story.CI_ROLE);
            case EXCEPTIONS ->
                Destination.of(
                        place,
                        decided.desk().exceptions().list().getFirst().request().id());
            case OVERVIEW, EXPIRING, POLICIES, PLAYBOOKS, REVOCATION, ROTATION, LEDGER, CONNECTIONS, BREAK_GLASS ->
                Destination.of(place);
        };
    }

    @ParameterizedTest
    @EnumSource(Dialog.class)
    void everyDialogIsDrawnInBothSizes(Dialog dialog) throws Exception {
        Pictures.inBothThemesAndSizes(
                "dialog-" + dialog.name().toLowerCase(Locale.ROOT),
                theme -> new ShellBench(decided.desk(), theme, CLOCK, start(dialog.place)),
                bench -> {
                    open(dialog, new Hands(bench));
                    assertThat(bench.sheets.isDisplay())
                            .as("%s is shown", dialog)
                            .isTrue();
                });
    }

    @Test
    void theFirstRunAndTheUnlockingAreDrawn(@TempDir Path home) throws Exception {
        WiredWorkspaces workspaces = SampleWorkspace.workspaces(home, CLOCK);
        start(workspaces, home.resolve("new"), model -> {}, "start-create");
        start(workspaces, home.resolve("new"), model -> model.chooseExport(home.resolve("audit.zip")), "start-export");
        start(workspaces, decided.desk().workspace(), model -> {}, "start-unlock");
        Path foreign = Files.createDirectory(home.resolve("foreign"));
        Files.writeString(foreign.resolve("workspace.json"), "{}");
        start(
                workspaces,
                foreign,
                model -> model.open(foreign, new WorkspaceDoor.Key.Passphrase(Secret.of(SampleWorkspace.PASSPHRASE))),
                "start-damaged");
    }

    private static void start(WiredWorkspaces workspaces, Path location, Consumer<StartViewModel> step, String name)
            throws Exception {
        for (TextSize size : new TextSize[] {TextSize.PERCENT_100, TextSize.PERCENT_150}) {
            long colours = FxThread.call(() -> {
                Theme theme = new Theme();
                theme.appearance().set(size == TextSize.PERCENT_100 ? Appearance.LIGHT : Appearance.DARK);
                theme.textSize().set(size);
                StartViewModel model = new StartViewModel(
                        Work.direct(new ConsoleFailures()),
                        new WorkspacesDoor(workspaces, WorkspacePlace.at(location)),
                        desk -> {
                            throw new AssertionError("nothing is opened here, but " + desk.workspace());
                        });
                step.accept(model);
                Scene scene = new Scene(new StartView(model, new HandedFiles()), ShellBench.WIDTH, ShellBench.HEIGHT);
                Stage stage = new Stage();
                Subscription dressed = theme.dress(scene);
                stage.setScene(scene);
                stage.show();
                scene.getRoot().applyCss();
                scene.getRoot().layout();
                long found = Pictures.keep(scene.snapshot(null), name + "-" + size.percent());
                stage.hide();
                dressed.unsubscribe();
                return found;
            });
            assertThat(colours).as("colours of %s", name).isGreaterThan(COLOURS_MIN);
        }
    }
}
