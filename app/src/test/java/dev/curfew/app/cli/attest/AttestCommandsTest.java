package dev.curfew.app.cli.attest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.bench.Answer;
import dev.curfew.app.cli.bench.CommandBench;
import dev.curfew.testbed.process.SshKeygen;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Ada asks an owner of the sample's, who has an SSH key and no more of Curfew than the file.
class AttestCommandsTest {
    private static final String OWNER = "security";

    @TempDir
    private Path folder = Path.of("");

    private CommandBench ada;
    private SshKeygen keygen;
    private Path file = Path.of("");

    @BeforeEach
    void aKey() throws IOException {
        ada = CommandBench.withTheSample(folder);
        ada.addOfficer("ada");
        Path theirs = Files.createDirectory(folder.resolve("theirs"));
        keygen = new SshKeygen(theirs);
        keygen.make("key", "ed25519", 256);
        file = theirs.resolve("asked.txt");
    }

    private Answer bound() {
        return ada.as("ada", "attest", "key", OWNER, "--public-key", file.resolveSibling("key.pub") + "");
    }

    private JsonNode asked() {
        Answer asked = ada.as("ada", "attest", "ask", OWNER, "--to", file.toString());
        assertThat(asked.exitCode()).as(asked.err()).isZero();
        return asked.item();
    }

    private void answer(String first, String second) throws IOException {
        String filled = Files.readString(file)
                .replaceFirst("Answer:\nReason:\n", "Answer: " + first + "\nReason: scans each night\n")
                .replaceFirst("Answer:\nReason:\n", "Answer: " + second + "\nReason: the scanner went\n");
        Files.writeString(file, filled);
        keygen.sign("key", "attestation@curfew.dev", file);
    }

    private static List<String> findings(CommandBench bench, String id) {
        return StreamSupport.stream(bench.json("identities").items().spliterator(), false)
                .filter(item -> item.path("id").asText().equals(id))
                .flatMap(item -> StreamSupport.stream(item.path("findings").spliterator(), false))
                .map(finding -> finding.path("sentence").asText())
                .toList();
    }

    @Test
    void anOwnerAnswersWithoutASeatAndNothingIsRevokedByIt() throws IOException {
        Answer early = ada.as("ada", "attest", "ask", OWNER, "--to", file.toString());
        assertThat(early.err()).contains("No officer vouches for an SSH key of security");
        assertThat(file).doesNotExist();

        Answer key = bound();
        assertThat(key.err()).contains("ssh-ed25519 " + keygen.fingerprint("key") + ": compare this fingerprint");
        assertThat(key.item().path("fingerprint").asText()).isEqualTo(keygen.fingerprint("key"));

        JsonNode asked = asked();
        String kept = asked.at("/identities/0").asText();
        String gone = asked.at("/identities/1").asText();
        assertThat(file)
                .content()
                .contains("Ask:        " + asked.path("id").asText())
                .contains("From:       ada, on test-host")
                .contains("Identity:   " + kept, "Identity:   " + gone)
                .contains("ssh-keygen -Y sign -f ~/.ssh/id_ed25519 -n attestation@curfew.dev FILE");

        answer("keep", "no longer needed");
        Answer taken = ada.json("attest", "import", file.toString());
        assertThat(taken.exitCode()).as(taken.err()).isZero();
        assertThat(taken.items().findValuesAsText("answer")).containsExactly("KEEP", "NOT_NEEDED");
        assertThat(taken.err()).contains("Nothing was revoked by it. One is not: it is a finding");

        assertThat(ada.run("attest", "import", file.toString()).err()).contains("was answered already");
        Answer shown = ada.json("show", gone);
        assertThat(shown.items().get(0).at("/attestation/answer").asText()).isEqualTo("NOT_NEEDED");
        assertThat(shown.err()).contains("security said \"no longer needed\" at 2026-11-22T09:00:00Z");
        assertThat(findings(ada, gone))
                .contains("security said on 2026-11-22 that " + name(gone) + " is no longer needed: the scanner went ("
                        + asked.path("id").asText() + "). Look at what it still does, then plan its end.");
        assertThat(findings(ada, kept)).noneMatch(sentence -> sentence.contains("security said"));
        assertThat(ada.json("owners").items())
                .filteredOn(item -> item.path("owner").asText().equals(OWNER))
                .extracting(item -> item.path("answered").asText())
                .containsExactly("2026-11-22T09:00:00Z");
        assertThat(ada.json("revoke", "list").items()).isEmpty();
        assertThat(ada.run("ledger", "verify").exitCode()).isZero();
    }

    @Test
    void whatIsNotAnsweredIsOverdueAndALateAnswerIsRefused() throws IOException {
        bound();
        JsonNode asked = asked();
        String id = asked.at("/identities/0").asText();
        assertThat(ada.as("ada", "attest", "every", "180d").exitCode()).isZero();
        assertThat(findings(ada, id)).noneMatch(sentence -> sentence.contains("is still needed"));

        CommandBench later = new CommandBench(folder, Clock.offset(ada.clock(), Duration.ofDays(14)));
        assertThat(later.json("attest", "list", "--overdue").item().path("id")).isEqualTo(asked.path("id"));
        assertThat(findings(later, id))
                .contains("security was asked whether " + name(id) + " is still needed, and has not answered by"
                        + " 2026-12-06 (" + asked.path("id").asText() + "). Ask again, or ask who speaks for them.");

        answer("keep", "keep");
        Answer late = later.run("attest", "import", file.toString());
        assertThat(late.exitCode()).isEqualTo(ExitCode.REFUSED);
        assertThat(late.err()).contains("comes too late");
        assertThat(later.run("attest", "import", file + "", "--signature", file + ".none")
                        .exitCode())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void whomAnAllowedSignersFileNamesIsShownAndVouchedForOnceExactlyTheseAreConfirmed() throws IOException {
        String key = Files.readString(file.resolveSibling("key.pub")).strip();
        String other = keygen.make("other", "ed25519", 256);
        Path signers = ada.file(
                "team.allowed_signers",
                "# the team\n" + OWNER + " namespaces=\"attestation@curfew.dev,git\" " + key + "\ngrace " + other
                        + "\nada " + key + "\n*@example.org " + other + "\nbo valid-before=\"20270101\" " + other
                        + "\ncy namespaces=\"git\" " + other + "\ndot cert-authority " + other
                        + "\neve ssh-dss AAAA\nfay verify-required " + other + "\n");
        Answer shown = ada.as("ada", "attest", "import-keys", signers.toString());
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        assertThat(shown.items().findValuesAsText("outcome"))
                .containsExactly(
                        "waiting",
                        "waiting",
                        "set-aside",
                        "set-aside",
                        "set-aside",
                        "set-aside",
                        "set-aside",
                        "set-aside",
                        "set-aside");
        assertThat(shown.items().get(0).path("fingerprint").asText()).isEqualTo(keygen.fingerprint("key"));
        assertThat(shown.items().get(2).path("why").asText()).contains("as security's");
        assertThat(shown.items().get(8).path("why").asText()).isEqualTo("it has an option that is not kept here");
        assertThat(shown.err()).contains("of the 2 keys that wait", "--digest ");
        String digest = shown.err().replaceFirst("(?s).*--digest ([0-9a-f]{64}).*", "$1");
        String names = Files.readString(signers);
        for (String changed : List.of(names.replace("grace", "mallory"), names.replace("grace", "# grace"))) {
            Files.writeString(signers, changed);
            Answer refused = ada.as("ada", "attest", "import-keys", signers.toString(), "--digest", digest);
            assertThat(refused.exitCode()).isEqualTo(ExitCode.REFUSED);
            assertThat(refused.err()).contains("are not those of --digest " + digest);
        }
        Files.writeString(signers, names);
        assertThat(ada.json("attest", "keys").items()).isEmpty();

        Answer vouched = ada.as("ada", "attest", "import-keys", signers.toString(), "--digest", digest);
        assertThat(vouched.exitCode()).as(vouched.err()).isZero();
        assertThat(ada.json("attest", "keys").items().findValuesAsText("owner")).containsExactly(OWNER, "grace");
        assertThat(asked().path("id").asText()).isNotEmpty();
        assertThat(ada.as("ada", "attest", "import-keys", signers.toString()).err())
                .contains("no key waits");
    }

    private String name(String id) {
        return ada.json("show", id).items().get(0).path("name").asText();
    }
}
