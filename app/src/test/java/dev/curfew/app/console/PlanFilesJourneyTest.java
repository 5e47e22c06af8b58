package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.app.cli.bench.Shipped;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.workspace.Unlock;
import dev.curfew.app.usecase.workspace.WorkspacePlace;
import dev.curfew.app.wiring.Places;
import dev.curfew.app.wiring.Surroundings;
import dev.curfew.app.wiring.WiredWorkspaces;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.Moto;
import dev.curfew.testbed.WithMoto;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada's console, which holds a plan that takes two officers, and Bo's on another machine, in a workspace of Bo's own:
/// between them pass files alone.
@WithMoto
class PlanFilesJourneyTest {
    private final Path folder;
    private final CommandBench ada;
    private final CommandBench bo;
    private final Moto moto;
    private final Moto.AccessKey own;
    private final Moto.AccessKey leaked;

    PlanFilesJourneyTest(Moto moto, @TempDir Path folder) throws IOException {
        this.folder = folder;
        this.moto = moto;
        ada = new CommandBench(Files.createDirectory(folder.resolve("ada")), Clock.systemUTC());
        bo = new CommandBench(Files.createDirectory(folder.resolve("bo")), Clock.systemUTC());
        moto.reset();
        own = moto.administrator("curfew");
        leaked = moto.administrator("ci-runner");
    }

    @BeforeEach
    void twoWorkspaces() {
        ada.run("init");
        bo.run("init");
        Shipped.connect(ada, "prod", moto, own, "--environment", "production");
        ada.run("sync");
        introduce(ada, "ada", bo);
        introduce(bo, "bo", ada);
    }

    private static void introduce(CommandBench one, String name, CommandBench other) {
        String key = one.addOfficer(name).item().path("publicKey").asText();
        Answer added = other.run("officer", "add", name, "--public-key", key);
        assertThat(added.exitCode()).as(added.err()).isZero();
    }

    @Test
    void aPlanGoesToAnotherMachineAndItsApprovalComesBack() throws Exception {
        String plan = ada.as("ada", "revoke", "plan", leaked.id(), "--reason", "seen in a build log")
                .item()
                .path("id")
                .asText();
        Path question = folder.resolve("p.curfew-question");
        Path answer = folder.resolve("p.curfew-answer");
        try (Desk here = open(ada)) {
            ask(here, plan, question);
            try (Desk there = open(bo)) {
                answer(there, question, answer);
            }
            taken(here, plan, answer);
            assertThat(here.revocations().find(plan).decisions())
                    .singleElement()
                    .satisfies(one -> assertThat(one.officer()).isEqualTo("bo"));
        }
        assertThat(moto.accessKeys("ci-runner")).containsEntry(leaked.id(), "Active");
    }

    private static Desk open(CommandBench bench) throws Exception {
        Path workspace = bench.workspace();
        Surroundings there = new Surroundings(
                new Places(workspace, bench.home().resolve("machine")),
                "machine",
                Clock.systemUTC(),
                new SecureRandom(),
                _ -> {});
        try (Secret passphrase = Secret.of(Files.readString(bench.home().resolve("passphrase")))) {
            return new WiredWorkspaces(there).open(WorkspacePlace.at(workspace), new Unlock.Passphrase(passphrase));
        }
    }

    private static ShellBench window(Desk desk, String plan, Appearance appearance, TextSize size) {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        theme.textSize().set(size);
        return new ShellBench(desk, theme, Clock.systemUTC(), Destination.of(Place.REVOCATION, plan));
    }

    private static void ask(Desk desk, String plan, Path question) throws Exception {
        ShellBench shown = FxThread.call(() -> window(desk, plan, Appearance.LIGHT, TextSize.PERCENT_150));
        FxThread.run(() -> Pictures.keep(shown.picture(), "plan-files-plan"));
        FxThread.run(() -> {
            Hands hands = new Hands(shown);
            hands.press("Ask by file");
            shown.files.hand(question);
            hands.sign("ada", CommandBench.passphraseOf("ada"));
            hands.press("Sign and save the question");
            assertThat(hands.texts()).contains("The question is signed");
        });
        kept(shown, "plan-files-asked");
    }

    private void answer(Desk desk, Path question, Path answer) throws Exception {
        ShellBench shown = FxThread.call(() -> window(desk, "", Appearance.DARK, TextSize.PERCENT_100));
        FxThread.run(() -> {
            Hands hands = new Hands(shown);
            shown.files.hand(question);
            hands.press("Open approval file");
            assertThat(hands.texts())
                    .contains("ada asks for your approval", "seen in a build log")
                    .anyMatch(text -> text.contains(leaked.id()))
                    .anyMatch(text -> text.startsWith("Not checked by you: "));
        });
        FxThread.run(() -> Pictures.keep(shown.picture(), "plan-files-question"));
        FxThread.run(() -> {
            Hands hands = new Hands(shown);
            shown.files.hand(answer);
            hands.sign("bo", CommandBench.passphraseOf("bo"));
            hands.press("Sign and save the answer");
            assertThat(hands.texts()).contains("The approval is signed");
        });
        kept(shown, "plan-files-answered");
    }

    private static void taken(Desk desk, String plan, Path answer) throws Exception {
        ShellBench shown = FxThread.call(() -> window(desk, plan, Appearance.LIGHT, TextSize.PERCENT_100));
        FxThread.run(() -> {
            Hands hands = new Hands(shown);
            shown.files.hand(answer);
            hands.press("Open approval file");
            assertThat(hands.texts()).contains("The approval was taken", "bo");
        });
        kept(shown, "plan-files-taken");
    }

    /// What a dialog holds is drawn only after the next pulse; then the window is closed.
    private static void kept(ShellBench shown, String name) throws Exception {
        FxThread.run(() -> Pictures.keep(shown.picture(), name));
        FxThread.run(shown::close);
    }
}
