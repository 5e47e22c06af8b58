package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.Invocation;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

    @Option(names = "--sts-address", paramLabel = "URL")
    private @Nullable URI stsAddress;

    public ConnectAwsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = Map.of("region", region);
        return connection.connect(
                invocation,
                "aws",
                stsAddress == null ? settings : ConnectionOptions.with(settings, "sts-address", stsAddress.toString()));
    }
}
