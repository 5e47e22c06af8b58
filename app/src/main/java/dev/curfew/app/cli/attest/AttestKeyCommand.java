package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.app.cli.option.TextFile;
import dev.curfew.governance.ssh.SshKey;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Vouches for an owner's SSH key, after its fingerprint was shown.
@Command(name = "key")
public final class AttestKeyCommand implements Callable<Integer> {
    /// An RSA key of 16384 bits has some 3 KiB.
    private static final int BYTES_MAX = 8192;

    private final Invocation invocation;

    @Parameters(paramLabel = "OWNER", descriptionKey = "attest.owner")
    private String owner = "";

    @Option(names = "--public-key", paramLabel = "FILE", required = true)
    private Path file = Path.of("");

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public AttestKeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        SshKey key = invocation.desk().attestations().key(owner, TextFile.read(file, BYTES_MAX));
        invocation
                .printer()
                .note(Messages.of(AttestKeyCommand.class).text("key.compare", key.type(), key.fingerprint(), owner));
        return officer.list(
                invocation,
                OwnerKeyListing.LISTING,
                login -> invocation.desk().attestations().bind(login, owner, key));
    }
}
