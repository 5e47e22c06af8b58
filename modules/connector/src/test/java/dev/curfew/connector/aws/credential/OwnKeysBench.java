package dev.curfew.connector.aws.credential;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.live.AssumedRole;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.id.SourceName;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/// Keys of ours as a connection to some address finds them, with shared files in a folder.
final class OwnKeysBench implements AutoCloseable {
    private final Http http = new Http(
            new HttpSettings(Duration.ofSeconds(5), Duration.ofSeconds(5), 200_000, 1, Duration.ofSeconds(1), 4),
            Clock.systemUTC());
    private final Connection connection;
    private final Path folder;
    private Map<String, String> environment = Map.of();

    OwnKeysBench(URI address, Path folder, Map<String, String> settings) {
        this.folder = folder;
        Map<String, String> all = new TreeMap<>(settings);
        all.put(OwnKeys.FOLDER, folder.toString());
        connection = new Connection(new SourceName("prod"), AwsConnector.KIND.id(), address, true, Instant.EPOCH, all);
    }

    OwnKeysBench file(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    OwnKeys keys() {
        AwsClient client = new AwsClient(http, AwsAddresses.of(connection), Clock.systemUTC(), _ -> {});
        return new OwnKeys(http, connection, client, new AssumedRole(client), Clock.systemUTC(), environment);
    }

    /// What the process's environment says.
    OwnKeysBench in(Map<String, String> variables) {
        environment = Map.copyOf(variables);
        return this;
    }

    /// The id of the key that such a credential gives.
    String id(String credential) throws InterruptedException {
        try (Secret text = Secret.of(credential);
                var key = keys().key(text).orElseThrow()) {
            return key.id();
        }
    }

    /// Who that is, as the server says.
    String who(String credential) throws InterruptedException {
        try (Secret text = Secret.of(credential)) {
            Standing standing = new AwsConnector(http, Clock.systemUTC())
                    .selfCheck(connection)
                    .orElseThrow()
                    .of(text);
            return standing.toString();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
