package dev.curfew.app.cli.read;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.text.Messages;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Connects the sample estate and reads it.
@Command(name = "sample")
public final class SampleCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Option(names = "--identities", paramLabel = "N", defaultValue = "400")
    private int identities;

    @Option(names = "--seed", paramLabel = "S", defaultValue = "1")
    private long seed;

    public SampleCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (identities < SampleConnector.IDENTITIES_MIN || identities > SampleConnector.IDENTITIES_MAX) {
            throw new UsageProblem(Messages.of(SampleCommand.class)
                    .text("sample.size", identities, SampleConnector.IDENTITIES_MIN, SampleConnector.IDENTITIES_MAX));
        }
        return SyncAnswer.print(
                invocation,
                invocation.working(progress -> invocation.desk().sources().sample(identities, seed, progress)));
    }
}
