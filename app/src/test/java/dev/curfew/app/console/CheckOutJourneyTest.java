package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.component.dialog.SheetPane;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.testbed.OpenBao;
import dev.curfew.testbed.WithOpenBao;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A path in earnest over the console, on a real OpenBao that writes down what is done: checked out, watched, checked
/// in.
@WithOpenBao
class CheckOutJourneyTest {
    private static final String PATH = "bao-emergency";

    private final Path folder;
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private final InstantSource clock = () -> Instant.now().plus(ahead.get());
    private final OpenBao openBao;
    private final SampleWorkspace workspace;
    private final GlassHouse house;

    CheckOutJourneyTest(@TempDir Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        openBao = OpenBao.startAudited(folder.resolve("audit.log"));
        workspace = SampleWorkspace.live();
        house = new GlassHouse(
                workspace.desk(),
                openBao,
                Map.of("audit-file", folder.resolve("audit.log").toString()));
    }

    @BeforeEach
    void paths() throws InterruptedException {
        openBao.write(GlassHouse.CANARY, Map.of("data", Map.of("code", "1234")));
        house.register(PATH);
        house.register("bao-night");
    }

    @AfterEach
    void close() throws IOException {
        workspace.close();
        house.close();
        openBao.close();
    }

    private ShellBench bench(Theme theme) {
        return new ShellBench(workspace.desk(), theme, clock, Destination.of(Place.BREAK_GLASS, PATH));
    }

    @Test
    void aPathIsCheckedOutUnderDualControlWatchedAndCheckedIn() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme())) {
                Hands hands = new Hands(bench);
                Path file = folder.resolve("handed.session");
                dialogByKeyboard(bench, hands);
                checkOut(bench, hands, file, true);
                String token = unwrapped(file);
                openBao.call("GET", GlassHouse.CANARY, Map.of(), token).ok();
                assertThat(openBao.call("GET", "secret/data/other", Map.of(), token)
                                .status())
                        .isEqualTo(403);
                watched(bench, hands);
                pictures("break-glass-open");
                checkedIn(hands, file, token);
                tick(bench, Duration.ofSeconds(3));
                assertThat(hands.texts()).contains("To be reviewed").doesNotContain("Open now", "What is done with it");
                pictures("break-glass-closed");
                reviewed(bench, hands);
            }
        });
    }

    /// Every button of it is in the tab order, and the dialog begins where whoever types on needs it.
    private static void dialogByKeyboard(ShellBench bench, Hands hands) {
        assertThat(bench.scene.getRoot().lookupAll(".action-button").stream()
                        .filter(Node::isFocusTraversable)
                        .map(button -> ((Labeled) button).getText()))
                .contains("Drill now", "Check out", "Check in");
        hands.press("Check out");
        bench.find("#check-out-reason").requestFocus();
        hands.key("#check-out-reason", KeyCode.TAB);
        assertThat(bench.scene.getFocusOwner()).isEqualTo(bench.find("#check-out-length"));
        hands.key("#check-out-length", KeyCode.ESCAPE);
        assertThat(bench.sheets.isDisplay()).isFalse();
    }

    private static void checkOut(ShellBench bench, Hands hands, Path file, boolean dual) {
        hands.press("Check out");
        hands.type("#check-out-reason", "login is down");
        hands.sign(0, GlassHouse.passphrase("ada"));
        hands.type("#holder-ada", GlassHouse.passphrase("ada"));
        hands.type("#holder-bo", GlassHouse.passphrase("bo"));
        if (dual) {
            assertThat(hands.texts())
                    .contains(
                            "Choose who approves, and have them type their passphrase; or check it out as an emergency.");
            hands.choose("#approver", 0);
            hands.type("#approver-passphrase", GlassHouse.passphrase("bo"));
            assertThat(hands.texts())
                    .contains("Whoever checks it out cannot approve it: choose another officer, or check it out as an"
                            + " emergency.");
            hands.choose("#approver", 1);
        } else {
            hands.press("Emergency");
        }
        bench.files.hand(file);
        hands.press("Check out " + PATH);
    }

    private String unwrapped(Path file) throws IOException, InterruptedException {
        assertThat(Files.getPosixFilePermissions(file))
                .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
        String token = GlassHouse.token(file, folder.resolve("elsewhere"));
        assertThat(Files.readString(file)).doesNotContain(token);
        return token;
    }

    private void watched(ShellBench bench, Hands hands) throws Exception {
        tick(bench, Duration.ofSeconds(3));
        String before = ((Labeled) bench.find("#use-countdown")).getText();
        assertThat(before).matches("2[89]:\\d\\d");
        assertThat(hands.texts())
                .anyMatch(text ->
                        text.startsWith(PATH + " is checked out. Its session is for ada: curfew break-glass unwrap"))
                .contains(
                        "Open now",
                        "login is down",
                        "By ada, with the shares of ada, bo. Approved by bo.",
                        "127.0.0.1 confirms that it knows of this use.",
                        "bo is not told: no carrier brings this to them",
                        "cy is not told: no carrier brings this to them",
                        "read secret " + GlassHouse.CANARY,
                        "tried: read secret secret/data/other");
        house.confirming(false);
        tick(bench, Duration.ofSeconds(63));
        assertThat(((Labeled) bench.find("#use-countdown")).getText())
                .matches("2[78]:\\d\\d")
                .isLessThan(before);
        assertThat(hands.texts()).contains("Not confirmed by the receiver of alerts");
        assertThat(hands.said("Drill now")).contains("Check it in first.");
        tick(bench, Duration.ofMinutes(31));
        assertThat(((Labeled) bench.find("#use-countdown")).getText()).matches("23:\\d\\d:\\d\\d");
        assertThat(hands.texts()).anyMatch(text -> text.startsWith("until it has to be reviewed at "));
        house.confirming(true);
        tick(bench, Duration.ofSeconds(5));
    }

    private void tick(ShellBench bench, Duration to) {
        ahead.set(to);
        bench.session.pulse().tick();
        bench.settle();
    }

    private void checkedIn(Hands hands, Path file, String token) {
        hands.press("Check in");
        hands.press("Check in " + PATH);
        assertThat(hands.texts())
                .anyMatch(text -> text.startsWith(PATH + " is checked in. ")
                        && text.contains("opened again with the shares of ada, bo"));
        assertThat(openBao.call("GET", GlassHouse.CANARY, Map.of(), token).status())
                .isEqualTo(403);
        assertThat(file).doesNotExist();
        assertThat(workspace.desk().checkOuts().all()).isEmpty();
    }

    /// By the one officer who took no part.
    private void reviewed(ShellBench bench, Hands hands) throws IOException {
        hands.press("Review");
        assertThat(Pictures.keep(bench.picture(), "break-glass-review")).isGreaterThan(20);
        assertThat(hands.choices("#officer")).singleElement().asString().contains("cy");
        hands.type("#officer-passphrase", GlassHouse.passphrase("cy"));
        assertThat(hands.said("Enter the review")).contains("Say what you found.");
        hands.type("#review-remark", "as agreed in the incident");
        hands.press("Enter the review");
        assertThat(hands.texts())
                .anyMatch(text -> text.endsWith("is reviewed, by cy."))
                .doesNotContain("To be reviewed");
        assertThat(workspace.desk().emergencyUses().list(PATH))
                .singleElement()
                .satisfies(use -> assertThat(use.reviewer()).contains("cy"));
    }

    @Test
    void theWindowAsksBeforeItClosesOnWhatIsCheckedOutInAnEmergency() throws Exception {
        FxThread.run(() -> {
            try (ShellBench bench = bench(new Theme())) {
                Hands hands = new Hands(bench);
                Desk desk = workspace.desk();
                AtomicBoolean left = new AtomicBoolean();
                CheckInFirst first = new CheckInFirst(bench.session.work(), bench.sheets, () -> left.set(true));
                assertThat(first.mayLeave(desk.checkOuts())).isTrue();
                checkOut(bench, hands, folder.resolve("handed"), false);
                assertThat(hands.texts())
                        .contains(
                                "By ada, with the shares of ada, bo. An emergency: nobody's approval was waited for.");
                bench.go(Destination.of(Place.OVERVIEW));
                assertThat(hands.texts()).contains(PATH + " is open, by ada");

                assertThat(first.mayLeave(desk.checkOuts())).isFalse();
                assertThat(hands.texts()).contains("A break-glass path is checked out here");
                assertThat(Pictures.keep(bench.picture(), "break-glass-leave")).isGreaterThan(20);
                hands.press("Check in and close");
                assertThat(left).isTrue();
                assertThat(desk.checkOuts().all()).isEmpty();
            }
        });
    }

    private void pictures(String name) throws Exception {
        for (Appearance appearance : new Appearance[] {Appearance.LIGHT, Appearance.DARK}) {
            for (TextSize size : new TextSize[] {TextSize.PERCENT_100, TextSize.PERCENT_150}) {
                Theme theme = new Theme();
                theme.appearance().set(appearance);
                theme.textSize().set(size);
                try (ShellBench bench = bench(theme)) {
                    bench.session.pulse().tick();
                    String whole = name + "-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + size.percent();
                    assertThat(Pictures.keep(bench.picture(), whole)).isGreaterThan(20);
                    dialogPicture(bench, "Check out", whole + "-check-out");
                    dialogPicture(bench, "Check in", whole + "-check-in");
                }
            }
        }
    }

    /// Where it can be opened.
    private static void dialogPicture(ShellBench bench, String button, String name) throws IOException {
        new Hands(bench).press(button);
        SheetPane sheets = bench.sheets;
        if (sheets.isDisplay()) {
            assertThat(Pictures.keep(bench.picture(), name)).isGreaterThan(20);
            sheets.close();
        }
    }
}
