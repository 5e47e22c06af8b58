package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Ends an owner's key, for good.
@Command(name = "revoke-key")
public final class AttestRevokeKeyCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "FINGERPRINT", descriptionKey = "attest.fingerprint")
    private String fingerprint = "";

    @Option(names = "--reason", paramLabel = "TEXT", required = true)
    private String reason = "";

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public AttestRevokeKeyCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        return officer.list(
                invocation,
                OwnerKeyListing.LISTING,
                login -> invocation.desk().attestations().revoke(login, fingerprint, reason));
    }
}
