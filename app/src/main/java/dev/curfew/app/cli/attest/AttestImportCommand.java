package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.governance.attestation.AnswerDesk;
import dev.curfew.governance.attestation.AttestationBook;
import dev.curfew.governance.ssh.SshSignature;
import dev.curfew.model.people.Attestation;
import dev.curfew.model.text.Messages;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Takes an owner's answer.
@Command(name = "import")
public final class AttestImportCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "attest.file")
    private Path file = Path.of("");

    @Option(names = "--signature", paramLabel = "FILE")
    private @Nullable Path signature;

    public AttestImportCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String text = TextFile.read(file, AnswerDesk.BYTES_MAX);
        Path beside = signature == null ? Path.of(file + SshSignature.FILE_ENDING) : signature;
        String armored = TextFile.read(beside, SshSignature.CHARACTERS_MAX);
        AttestationBook.Asked taken =
                invocation.desk().attestations().take(text.getBytes(StandardCharsets.UTF_8), armored);
        invocation.printer().list(AnswerListing.LISTING, taken.answers());
        long disowned = taken.answers().stream()
                .filter(said -> said.answer() != Attestation.Answer.KEEP)
                .count();
        invocation
                .printer()
                .note(Messages.of(AttestImportCommand.class)
                        .text("taken.note", taken.ask().id(), taken.ask().owner(), taken.key(), disowned));
        return ExitCode.DONE;
    }
}
