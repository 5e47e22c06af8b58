package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.app.usecase.Refused;
import dev.curfew.governance.attestation.Introduction;
import dev.curfew.governance.ssh.AllowedSigner;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Shows whom an `allowed_signers` file names, and vouches for their keys once the digest of these is confirmed.
@Command(name = "import-keys")
public final class AttestImportKeysCommand implements Callable<Integer> {
    private static final Messages MESSAGES = Messages.of(AttestImportKeysCommand.class);

    private final Invocation invocation;

    @Parameters(paramLabel = "FILE", descriptionKey = "attest.signers")
    private Path file = Path.of("");

    @Option(names = "--digest", paramLabel = "HEX")
    private @Nullable String digest;

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public AttestImportKeysCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Introduction named = invocation.desk().attestations().introduced(TextFile.read(file, AllowedSigner.BYTES_MAX));
        if (digest == null) {
            list(named, "waiting");
            invocation
                    .printer()
                    .note(MESSAGES.text("signers.confirm", named.keys().size(), named.digest()));
            return ExitCode.DONE;
        }
        if (!digest.equals(named.digest())) {
            throw new Refused(MESSAGES.text("signers.others", digest));
        }
        officer.run(
                invocation.terminal(), login -> invocation.desk().attestations().bind(login, named.keys()));
        list(named, "vouched");
        return ExitCode.DONE;
    }

    private void list(Introduction named, String outcome) {
        invocation.printer().list(IntroducedListing.LISTING, IntroducedListing.lines(named, outcome));
    }
}
