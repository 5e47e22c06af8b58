package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.Invocation;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Connects an AWS account.
@Command(name = "aws")
public final class ConnectAwsCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--region", paramLabel = "REGION", defaultValue = "us-east-1")
    private String region = "us-east-1";

    public ConnectAwsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return connection.connect(invocation, "aws", Map.of("region", region));
    }
}
