package dev.curfew.app.cli.signal;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.OfficerOptions;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.signal.Sender;
import dev.curfew.model.signal.SignalKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has somebody believed who signals.
@Command(name = "add")
public final class SendersAddCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Parameters(paramLabel = "NAME", descriptionKey = "signal.sender")
    private String name = "";

    @Mixin
    private final ProofOptions proof = new ProofOptions();

    @Option(names = "--on", paramLabel = "KIND", split = ",", converter = KindText.class)
    private List<SignalKind> kinds = List.of();

    @Option(names = "--source", paramLabel = "NAME", split = ",")
    private List<String> sources = List.of();

    @Mixin
    private final OfficerOptions officer = new OfficerOptions();

    public SendersAddCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Set<SignalKind> about = kinds.isEmpty() ? EnumSet.allOf(SignalKind.class) : EnumSet.copyOf(kinds);
        Sender sender = new Sender(name, proof.proof(), about, sources);
        try (Secret secret = proof.secret()) {
            return officer.list(
                    invocation,
                    SenderListing.LISTING,
                    login -> invocation.desk().signals().senders().add(login, sender, secret));
        }
    }
}
