package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.Invocation;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Connects an OpenBao or Vault server.
@Command(name = "openbao")
public final class ConnectOpenBaoCommand implements Callable<Integer> {
    private final Invocation invocation;

    @Mixin
    private final ConnectionOptions connection = new ConnectionOptions();

    @Option(names = "--namespace", paramLabel = "NAMESPACE")
    private @Nullable String namespace;

    public ConnectOpenBaoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        return connection.connect(invocation, "openbao", namespace == null ? Map.of() : Map.of("namespace", namespace));
    }
}
