package dev.curfew.app.cli.connect;

import dev.curfew.app.cli.ExitCode;
import dev.curfew.app.cli.Invocation;
import dev.curfew.app.cli.UsageProblem;
import dev.curfew.app.cli.connection.CheckWords;
import dev.curfew.app.cli.option.SecretFile;
import dev.curfew.app.cli.option.SourceNameText;
import dev.curfew.app.usecase.source.NewConnection;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.connector.http.Endpoint;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What connecting takes whatever the source is.
final class ConnectionOptions {
    private static final Messages MESSAGES = Messages.of(ConnectionOptions.class);

    @Parameters(paramLabel = "NAME", descriptionKey = "connect.name", converter = SourceNameText.class)
    private @Nullable SourceName name;

    @Option(names = "--address", paramLabel = "URL", required = true)
    private @Nullable URI address;

    @Option(names = "--read-credential", paramLabel = "FILE", required = true)
    private @Nullable Path readCredential;

    @Option(names = "--act-credential", paramLabel = "FILE")
    private @Nullable Path actCredential;

    @Option(names = "--no-check")
    private boolean noCheck;

    @Option(names = "--allow-plain-http")
    private boolean allowPlainHttp;

    int connect(Invocation invocation, String kind, Map<String, String> settings) throws InterruptedException {
        if (name == null || address == null || readCredential == null) {
            throw new IllegalStateException("the parser requires them");
        }
        if (!List.of("http", "https").contains(String.valueOf(address.getScheme())) || address.getHost() == null) {
            throw new UsageProblem(MESSAGES.text("connect.address", address));
        }
        requireSafe(address);
        SourceStatus status = invocation
                .desk()
                .sources()
                .connect(new NewConnection(
                        name,
                        kind,
                        address,
                        SecretFile.read(readCredential),
                        actCredential == null ? null : SecretFile.read(actCredential),
                        allowPlainHttp ? with(settings, Endpoint.ALLOW_PLAIN_HTTP, "true") : settings));
        invocation.printer().list(SourcesListing.LISTING, List.of(status));
        if (!noCheck) {
            CheckWords.note(invocation, name);
        }
        invocation.printer().note(MESSAGES.text("connect.next", name));
        return ExitCode.DONE;
    }

    /// What could never be reached is refused before anything is kept.
    private void requireSafe(URI at) {
        try {
            Endpoint.of(at, allowPlainHttp);
        } catch (SourceException e) {
            throw new UsageProblem(
                    MESSAGES.text(at.getUserInfo() == null ? "connect.plain" : "connect.user", at.getHost()), e);
        }
    }

    static Map<String, String> with(Map<String, String> settings, String name, String value) {
        Map<String, String> more = new HashMap<>(settings);
        more.put(name, value);
        return more;
    }
}
