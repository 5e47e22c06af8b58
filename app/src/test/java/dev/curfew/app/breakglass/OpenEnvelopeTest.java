package dev.curfew.app.breakglass;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.curfew.app.cli.bench.QuickPassphrases;
import dev.curfew.governance.custody.Custody;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.custody.Holder;
import dev.curfew.governance.custody.HolderKeys;
import dev.curfew.model.connection.Secret;
import dev.curfew.snapshot.crypto.SealedByPassphrase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Without Curfew: what the documentation brings along opens what Curfew sealed, by files and passphrases alone.
class OpenEnvelopeTest {
    private static final Path TOOL = Path.of("..", "docs", "user", "open-envelope.py");
    private static final String CREDENTIAL = "userpass/emergency:canary-5e1f-Ä";

    private final Path folder;

    OpenEnvelopeTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Answer(int code, String out, String err) {}

    @BeforeEach
    void twoOfThreeOpenIt() throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        "python3", "-c", "from cryptography.hazmat.primitives.kdf.argon2 import Argon2id")
                .redirectErrorStream(true)
                .start();
        assumeTrue(asked.waitFor() == 0, "python3 with the package cryptography 44 or later is not on this machine");
        SecureRandom random = new SecureRandom();
        HolderKeys keys = new HolderKeys(folder, new SealedByPassphrase(QuickPassphrases.COST), random);
        List<Holder> holders = new ArrayList<>();
        for (String name : List.of("ada", "bo", "cy")) {
            holders.add(keys.ensure(name, Secret.of("pass of " + name + " é")));
        }
        EnvelopeFiles files = new EnvelopeFiles(folder);
        files.writeNext(new Custody(random)
                .seal(
                        new Custody.Order(
                                "bao-emergency",
                                3,
                                Instant.EPOCH,
                                2,
                                "{\"source\":\"bao\",\"account\":\"Ünder\"}",
                                holders),
                        Secret.of(CREDENTIAL)));
        files.promote("bao-emergency");
    }

    private Answer open(String passphrases, String... names) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "python3",
                TOOL.toAbsolutePath().toString(),
                folder.resolve("bao-emergency.envelope").toString()));
        for (String name : names) {
            command.add(name + "=" + folder.resolve(name + ".custody"));
        }
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process process = builder.start();
        process.getOutputStream().write(passphrases.getBytes(StandardCharsets.UTF_8));
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), out, err);
    }

    @Test
    void anyTwoOpenIt() throws IOException, InterruptedException {
        Answer opened = open("pass of cy é\npass of ada é\n", "cy", "ada");

        assertThat(opened.err()).contains("Envelope 3 of bao-emergency").doesNotContain("canary-5e1f");
        assertThat(opened).extracting(Answer::code, Answer::out).containsExactly(0, CREDENTIAL);
    }

    @Test
    void oneAloneAndAWrongPassphraseDoNot() throws IOException, InterruptedException {
        assertThat(open("pass of bo é\n", "bo"))
                .extracting(Answer::code, Answer::out)
                .containsExactly(1, "");
        Answer wrong = open("pass of bo é\nanother\n", "bo", "cy");
        assertThat(wrong).extracting(Answer::code, Answer::out).containsExactly(1, "");
        assertThat(wrong.err()).contains("share of cy did not open", "1 of 2 shares");
    }

    /// Two others suffice.
    @Test
    void aKeyFileThatIsGoneOrBrokenStopsNobody() throws IOException, InterruptedException {
        Files.delete(folder.resolve("bo.custody"));
        Answer gone = open("pass of bo é\npass of cy é\npass of ada é\n", "bo", "cy", "ada");
        assertThat(gone).extracting(Answer::code, Answer::out).containsExactly(0, CREDENTIAL);
        assertThat(gone.err()).contains("The key of bo could not be read");

        Files.writeString(folder.resolve("bo.custody"), "no key");
        Answer broken = open("pass of bo é\npass of cy é\npass of ada é\n", "bo", "cy", "ada");
        assertThat(broken).extracting(Answer::code, Answer::out).containsExactly(0, CREDENTIAL);
        assertThat(broken.err()).contains("share of bo did not open");
    }

    @Test
    void whatWasChangedDoesNotOpen() throws IOException, InterruptedException {
        Path file = folder.resolve("bao-emergency.envelope");
        Files.writeString(file, Files.readString(file).replace("\"number\":3", "\"number\":4"));

        assertThat(open("pass of bo é\npass of cy é\n", "bo", "cy"))
                .extracting(Answer::code, Answer::out)
                .containsExactly(1, "");
    }
}
