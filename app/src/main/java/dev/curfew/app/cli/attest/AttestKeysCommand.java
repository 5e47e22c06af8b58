package dev.curfew.app.cli.attest;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/// Lists owners' keys, and who vouches for them.
@Command(name = "keys")
public final class AttestKeysCommand implements Callable<Integer> {
    private final Invocation invocation;

    public AttestKeysCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        invocation
                .printer()
                .list(OwnerKeyListing.LISTING, invocation.desk().attestations().keys());
        return ExitCode.DONE;
    }
}
