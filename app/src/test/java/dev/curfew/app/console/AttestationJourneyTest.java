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
import dev.curfew.app.usecase.attestation.OwnerAttestations;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.estate.Identity;
import dev.curfew.testbed.process.SshKeygen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada asks an owner from the inventory, and takes the answer back there.
class AttestationJourneyTest {
    private static final String OWNER = "security";

    private static ShellBench bench(Desk desk, Appearance appearance, TextSize size, Identity looked) {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        theme.textSize().set(size);
        return new ShellBench(
                desk,
                theme,
                () -> SampleWorkspace.NOW,
                Destination.of(Place.INVENTORY, looked.id().text()));
    }

    @Test
    void anOwnerIsAskedAndTheirWordIsTaken(@TempDir Path folder) throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        String line = keygen.make("key", "ed25519", 256);
        Path file = folder.resolve("asked.txt");
        try (SampleWorkspace sample = SampleWorkspace.filled();
                Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            Desk desk = sample.desk();
            OfficerLogin ada = new OfficerLogin(Decisions.ADA, passphrase);
            desk.officers().add(ada, "Ada Marsh");
            OwnerAttestations attestations = desk.attestations();
            Identity looked = attestations.order(OWNER, List.of()).identities().getFirst();
            ShellBench early = FxThread.call(() -> bench(desk, Appearance.DARK, TextSize.PERCENT_150, looked));
            withAKey(early, line, keygen.fingerprint("key"), folder.resolve("first.txt"));
            ShellBench bench = FxThread.call(() -> bench(desk, Appearance.LIGHT, TextSize.PERCENT_100, looked));
            ask(bench, keygen, file);
            answered(file, keygen);
            take(bench, file);
            FxThread.run(bench::close);
            ShellBench dark = FxThread.call(() -> bench(desk, Appearance.DARK, TextSize.PERCENT_150, looked));
            FxThread.run(() -> Pictures.keep(dark.picture(), "attest-said-dark-150"));
            FxThread.run(dark::close);
            assertThat(attestations.last(looked.id())).isPresent();
        }
    }

    private static void withAKey(ShellBench bench, String line, String fingerprint, Path file) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> {
            hands.press("Ask " + OWNER);
            assertThat(hands.texts()).anyMatch(text -> text.startsWith("Paste their public key"));
            hands.type("#owner-key", "no key");
            assertThat(hands.texts()).contains("That is no SSH public key that is taken.");
            hands.type("#owner-key", line.strip());
            assertThat(hands.texts()).contains(fingerprint);
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-ask-dark-150"));
        FxThread.run(() -> {
            bench.files.hand(file);
            sign(hands);
            assertThat(hands.texts()).contains("Written to " + file);
        });
        FxThread.run(bench::close);
    }

    private static void ask(ShellBench bench, SshKeygen keygen, Path file) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> {
            hands.press("Ask " + OWNER);
            assertThat(hands.texts()).contains("ssh-ed25519 " + keygen.fingerprint("key"));
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-ask-light-100"));
        FxThread.run(() -> {
            bench.files.hand(file.resolveSibling("nowhere").resolve("file"));
            sign(hands);
            assertThat(hands.texts()).anyMatch(text -> text.startsWith("Nothing was signed: "));
            hands.press("Try again");
            bench.files.hand(file);
            sign(hands);
            assertThat(hands.texts()).contains("Written to " + file);
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-asked-light-100"));
        FxThread.run(() -> hands.press("Close"));
    }

    private static void sign(Hands hands) {
        hands.sign(0, Decisions.PASSPHRASE);
        hands.press("Sign and save the question");
    }

    private static void answered(Path file, SshKeygen keygen) throws Exception {
        Files.writeString(
                file,
                Files.readString(file)
                        .replaceFirst("Answer:\nReason:\n", "Answer: not mine\nReason: moved to platform\n")
                        .replaceFirst("Answer:\nReason:\n", "Answer: keep\nReason:\n"));
        keygen.sign("key", "attestation@curfew.dev", file);
    }

    private static void take(ShellBench bench, Path file) throws Exception {
        Hands hands = new Hands(bench);
        FxThread.run(() -> {
            bench.files.hand(file);
            hands.menu("Take an owner's answer");
            assertThat(hands.texts()).anyMatch(text -> text.endsWith(": moved to platform"));
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-taken-light-100"));
        FxThread.run(() -> {
            hands.press("Close");
            bench.files.hand(file.resolveSibling(file.getFileName() + ".sig"));
            hands.menu("Take an owner's answer");
            assertThat(hands.texts()).anyMatch(text -> text.contains("was answered already"));
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-refused-light-100"));
        FxThread.run(() -> {
            hands.press("Close");
            assertThat(hands.texts())
                    .anyMatch(text -> text.contains("not theirs") && text.contains("moved to platform"));
        });
        FxThread.run(() -> Pictures.keep(bench.picture(), "attest-said-light-100"));
    }
}
