package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.option.CaFile;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.connector.openbao.api.BaoAccess;
import java.nio.file.Path;
import java.util.HashMap;
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

    @Option(names = "--ca-file", paramLabel = "FILE")
    private @Nullable Path caFile;

    public ConnectOpenBaoCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() throws InterruptedException {
        Map<String, String> settings = new HashMap<>();
        if (namespace != null) {
            settings.put(BaoAccess.NAMESPACE, namespace);
        }
        if (caFile != null) {
            settings.put(Endpoint.CA_CERTIFICATES, CaFile.read(caFile));
        }
        return connection.connect(invocation, "openbao", settings);
    }
}
