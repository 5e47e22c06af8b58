package dev.curfew.governance.fuzz;

import dev.curfew.governance.approval.SignedText;
import dev.curfew.governance.attestation.FuzzedAnswer;
import dev.curfew.governance.breakglass.BreakGlassJson;
import dev.curfew.governance.custody.CustodyException;
import dev.curfew.governance.custody.EnvelopeFiles;
import dev.curfew.governance.exchange.Question;
import dev.curfew.governance.exchange.RosterQuestion;
import dev.curfew.governance.exchange.SignedFile;
import dev.curfew.governance.officer.Ed25519;
import dev.curfew.governance.officer.TokenUri;
import dev.curfew.governance.outcome.Outcome;
import dev.curfew.governance.playbook.Playbook;
import dev.curfew.governance.playbook.PlaybookReader;
import dev.curfew.governance.playbook.PlaybookTextException;
import dev.curfew.governance.policy.PolicyCases;
import dev.curfew.governance.policy.PolicyTextException;
import dev.curfew.governance.policy.cedar.Policies;
import dev.curfew.governance.roster.chain.RosterStatement;
import dev.curfew.governance.ssh.AllowedSigner;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.testbed.fuzz.Parsers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Every parser of this module that reads what somebody wrote or brought. The fuzzer runs it in a process of its own.
public final class ParserFuzz {
    private static final Path ENVELOPE = file();

    static final Parsers PARSERS = new Parsers(
                    List.of(PolicyTextException.class, PlaybookTextException.class, CustodyException.class))
            .text('C', Policies::of)
            .text('r', Policies::rules)
            .text('c', PolicyCases::of)
            .text('P', ParserFuzz::playbook)
            .text('F', ParserFuzz::signedFile)
            .text('Q', ParserFuzz::question)
            .text('R', RosterStatement::parse)
            .text('q', RosterQuestion::parse)
            .text('S', ParserFuzz::statement)
            .bytes('A', FuzzedAnswer::read)
            .bytes('E', ParserFuzz::envelope)
            .text('b', ParserFuzz::path)
            .text('a', AllowedSigner::of)
            .text('k', SshKey::parse)
            .text('s', ParserFuzz::signature)
            .text('t', TokenUri::read);

    private ParserFuzz() {}

    /// The fuzzer's entry, by this name.
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        PARSERS.read(input);
    }

    private static void playbook(String text) throws PlaybookTextException {
        Playbook read = PlaybookReader.read(text);
        if (!PlaybookReader.read(read.text()).equals(read)) {
            throw new IllegalStateException("another playbook: " + read.text());
        }
    }

    private static void signedFile(String text) {
        if (SignedFile.parse(text) instanceof Outcome.Done<SignedFile>(SignedFile file)) {
            Ed25519.verifies("YQ==", file.text(), file.signature());
            Question.isIn(file);
        }
    }

    private static void question(String text) {
        Question.isIn(new SignedFile(text, ""));
    }

    private static void statement(String text) {
        SignedText signed = new SignedText(text, "");
        signed.isCanonical();
        signed.at();
        signed.expiresAt();
        signed.voice();
        signed.kind();
    }

    private static void envelope(byte[] input) throws IOException {
        Files.write(ENVELOPE, input);
        EnvelopeFiles.read(ENVELOPE);
    }

    private static void path(String text) {
        try {
            BreakGlassJson.path(text);
        } catch (IllegalArgumentException _) {
            // as it says of itself
        }
    }

    private static void signature(String armored) {
        SshSignature.parse(armored).ifPresent(it -> it.verifies(new byte[] {1}, it.namespace()));
    }

    private static Path file() {
        try {
            return Files.createTempFile("fuzzed", ".envelope");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
