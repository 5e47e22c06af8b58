package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.exception.ExceptionCase;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.RequestState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada's console, which holds the request, and Cy's on another machine, who approves it; between them pass files alone.
class ApprovalFilesJourneyTest {

    private static final String CY = "cy";

    private static ShellBench bench(Desk desk, Appearance appearance, TextSize size) {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        theme.textSize().set(size);
        return new ShellBench(desk, theme, () -> SampleWorkspace.NOW, Destination.of(Place.EXCEPTIONS));
    }

    private static <T> T signing(String name, Function<OfficerLogin, T> deed) {
        try (Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            return deed.apply(new OfficerLogin(name, passphrase));
        }
    }

    private static String key(Desk desk, String name) {
        return desk.officers().list().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .publicKey();
    }

    @Test
    void anApprovalGoesToAnotherMachineAndComesBack(@TempDir Path folder) throws Exception {
        Path question = folder.resolve("r.curfew-question");
        Path answer = folder.resolve("r.curfew-answer");
        try (SampleWorkspace ada = SampleWorkspace.filled();
                SampleWorkspace cy = SampleWorkspace.filled()) {
            signing(Decisions.ADA, login -> ada.desk().officers().add(login, "Ada Marsh"));
            signing(CY, login -> cy.desk().officers().add(login, "Cy Brandt"));
            ExceptionCase asked = signing(
                    Decisions.ADA,
                    login -> ada.desk()
                            .exceptions()
                            .request(
                                    login,
                                    Decisions.BREAK_GLASS,
                                    Duration.ofMinutes(15),
                                    "restore",
                                    Map.of("ticket", "OPS-7")));
            ShellBench here = FxThread.call(() -> bench(ada.desk(), Appearance.LIGHT, TextSize.PERCENT_100));
            introduce(here, CY, "Cy Brandt", key(cy.desk(), CY));
            FxThread.run(() ->
                    here.go(Destination.of(Place.EXCEPTIONS, asked.request().id())));
            ask(here, question);

            ShellBench there = FxThread.call(() -> bench(cy.desk(), Appearance.DARK, TextSize.PERCENT_150));
            introduce(there, Decisions.ADA, "Ada Marsh", key(ada.desk(), Decisions.ADA));
            answer(there, question, answer);
            FxThread.run(there::close);
            taken(here, answer);
            FxThread.run(here::close);
            assertThat(ada.desk()
                            .exceptions()
                            .find(asked.request().id())
                            .request()
                            .state())
                    .isEqualTo(RequestState.APPROVED);
        }
    }

    private static void introduce(ShellBench bench, String name, String displayName, String key) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> hands.menu("Officers"));
        FxThread.run(() -> {
            hands.press("Officer of another machine");
            hands.type("#other-officer-name", name);
            hands.type("#other-officer-display-name", displayName);
            hands.type("#other-officer-key", key);
            hands.press("Enter the officer");
            assertThat(hands.texts()).contains(key, "key on another machine", "key on this machine");
        });
        picture(bench, "officers-" + name);
    }

    private static void ask(ShellBench here, Path question) throws Exception {
        Hands hands = new Hands(here);
        FxThread.run(() -> {
            hands.press("Ask by file");
            here.files.hand(question.resolveSibling("nowhere").resolve("file"));
            sign(hands, "Sign and save the question");
            assertThat(hands.texts()).anyMatch(text -> text.startsWith("Nothing was signed: "));
        });
        assertThat(question).doesNotExist();

        FxThread.run(() -> hands.press("Ask by file"));
        FxThread.run(() -> Pictures.keep(here.picture(), "approval-ask"));
        FxThread.run(() -> {
            here.files.hand(question);
            sign(hands, "Sign and save the question");
            assertThat(hands.texts()).contains("The question is signed");
        });
        picture(here, "approval-asked");
    }

    private static void answer(ShellBench there, Path question, Path answer) throws Exception {
        Hands hands = new Hands(there);
        Path edited = Files.writeString(
                question.resolveSibling("edited.curfew-question"),
                Files.readString(question).replace("\"durationSeconds\":900", "\"durationSeconds\":28800"));
        FxThread.run(() -> {
            there.files.hand(edited);
            hands.press("Open approval file");
            assertThat(hands.texts()).contains("This file was not taken");
        });
        picture(there, "approval-refused");
        FxThread.run(() -> {
            there.files.hand(question);
            hands.press("Open approval file");
            assertThat(hands.texts())
                    .contains(
                            "ada asks for your approval",
                            "What this would add",
                            "restore",
                            "15 min",
                            "Ticket (claimed)",
                            "OPS-7")
                    .contains("Computed here too, with the same result as where it was asked.");
        });
        FxThread.run(() -> Pictures.keep(there.picture(), "approval-question"));
        FxThread.run(() -> {
            there.files.hand(answer);
            sign(hands, "Sign and save the answer");
            assertThat(hands.texts()).contains("The approval is signed");
        });
        picture(there, "approval-signed");
    }

    private static void taken(ShellBench here, Path answer) throws Exception {
        Hands hands = new Hands(here);
        FxThread.run(() -> {
            here.files.hand(answer);
            hands.press("Open approval file");
            assertThat(hands.texts()).contains("The approval was taken", "cy");
        });
        picture(here, "approval-taken");
        FxThread.run(() -> {
            hands.press("Open approval file");
            assertThat(hands.texts()).contains("This file was not taken");
        });
    }

    /// What a dialog holds is drawn only after the next pulse; then it is closed.
    private static void picture(ShellBench bench, String name) throws Exception {
        FxThread.run(() -> {
            Pictures.keep(bench.picture(), name);
            new Hands(bench).press("Close");
        });
    }

    private static void sign(Hands hands, String words) {
        hands.sign(0, Decisions.PASSPHRASE);
        hands.press(words);
    }
}
