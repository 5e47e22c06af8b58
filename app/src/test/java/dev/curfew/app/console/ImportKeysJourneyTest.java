package dev.curfew.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.curfew.app.console.bench.Decisions;
import dev.curfew.app.console.bench.FxThread;
import dev.curfew.app.console.bench.SampleWorkspace;
import dev.curfew.app.console.navigation.Destination;
import dev.curfew.app.console.navigation.Place;
import dev.curfew.app.console.theme.Appearance;
import dev.curfew.app.console.theme.TextSize;
import dev.curfew.app.console.theme.Theme;
import dev.curfew.app.usecase.Desk;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.governance.attestation.OwnerKey;
import dev.curfew.model.connection.Secret;
import dev.curfew.testbed.process.SshKeygen;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada vouches in the inventory for the keys of a file that SSH reads too, after she has compared them.
class ImportKeysJourneyTest {
    private static final String IMPORT = "Import owners' keys";

    @Test
    void whatIsShownIsVouchedForAndTheRestIsSetAsideWithItsReason(@TempDir Path folder) throws Exception {
        SshKeygen keygen = new SshKeygen(folder);
        Path file = folder.resolve("allowed_signers");
        Files.writeString(
                file,
                "grace@example.org " + keygen.make("grace", "ed25519", 256) + "platform "
                        + keygen.make("platform", "ecdsa", 256) + "*@example.org "
                        + keygen.make("anybody", "ed25519", 256));
        try (SampleWorkspace sample = SampleWorkspace.filled();
                Secret passphrase = Secret.of(Decisions.PASSPHRASE)) {
            Desk desk = sample.desk();
            desk.officers().add(new OfficerLogin(Decisions.ADA, passphrase), "Ada Marsh");
            for (Appearance appearance : Appearance.values()) {
                for (TextSize size : new TextSize[] {TextSize.PERCENT_100, TextSize.PERCENT_150}) {
                    FxThread.run(() -> shown(desk, appearance, size, file, keygen));
                }
            }
            assertThat(desk.attestations().keys()).as("only looked at").isEmpty();

            ShellBench bench = FxThread.call(() -> bench(desk, Appearance.LIGHT, TextSize.PERCENT_100));
            FxThread.run(() -> vouched(bench, file, keygen));
            FxThread.run(() -> Pictures.keep(bench.picture(), "attest-imported-light-100"));
            FxThread.run(() -> known(bench, file));
            FxThread.run(() -> Pictures.keep(bench.picture(), "attest-import-known-light-100"));
            FxThread.run(bench::close);
            assertThat(desk.attestations().keys())
                    .extracting(OwnerKey::owner, OwnerKey::by)
                    .containsExactly(tuple("grace@example.org", Decisions.ADA), tuple("platform", Decisions.ADA));
        }
    }

    private static ShellBench bench(Desk desk, Appearance appearance, TextSize size) {
        Theme theme = new Theme();
        theme.appearance().set(appearance);
        theme.textSize().set(size);
        return new ShellBench(desk, theme, () -> SampleWorkspace.NOW, Destination.of(Place.INVENTORY));
    }

    private static void shown(Desk desk, Appearance appearance, TextSize size, Path file, SshKeygen keygen)
            throws Exception {
        try (ShellBench bench = bench(desk, appearance, size)) {
            Hands hands = new Hands(bench);
            bench.files.hand(file);
            hands.menu(IMPORT);
            assertThat(hands.texts())
                    .contains("2 keys wait", "ssh-ed25519 " + keygen.fingerprint("grace"), "Set aside (1)")
                    .contains("Line 3 *@example.org");
            String name = "attest-import-" + appearance.name().toLowerCase(Locale.ROOT) + "-" + size.percent();
            assertThat(Pictures.keep(bench.picture(), name)).isGreaterThan(20);
        }
    }

    private static void vouched(ShellBench bench, Path file, SshKeygen keygen) {
        Hands hands = new Hands(bench);
        bench.files.hand(file.resolveSibling("nowhere"));
        hands.menu(IMPORT);
        assertThat(hands.texts()).contains("Nobody was vouched for");
        bench.files.hand(file);
        hands.press("Open another file");
        hands.sign(0, Decisions.PASSPHRASE);
        hands.press("Vouch for these 2 keys");
        assertThat(hands.texts()).contains("2 keys are vouched for", "ssh-ed25519 " + keygen.fingerprint("grace"));
    }

    private static void known(ShellBench bench, Path file) {
        Hands hands = new Hands(bench);
        hands.press("Close");
        bench.files.hand(file);
        hands.menu(IMPORT);
        assertThat(hands.texts()).contains("No key waits", "Set aside (3)", "Line 1 grace@example.org");
    }
}
