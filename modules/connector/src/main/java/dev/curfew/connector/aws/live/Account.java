package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One connected account: its addresses, and its keys, taken from the secrets for each use.
public final class Account {
    /// Settings: the ARNs of the roles, in the account, that the reading and the acting credential become first.
    public static final String READ_ROLE = "read-role";

    public static final String ACT_ROLE = "act-role";

    /// Setting: what the trust policies of these roles ask for by `sts:ExternalId`.
    public static final String EXTERNAL_ID = "external-id";

    /// Setting: the regions that are read, separated by commas.
    public static final String REGIONS = "regions";

    private final Connection connection;
    private final Secrets secrets;
    private final Clock clock;
    private final AwsClient client;

    public Account(Connection connection, Secrets secrets, Http http, Clock clock) {
        this.connection = connection;
        this.secrets = secrets;
        this.clock = clock;
        this.client = new AwsClient(http, AwsAddresses.of(connection), clock, Thread::sleep);
    }

    public SourceName source() {
        return connection.name();
    }

    public AwsClient client() {
        return client;
    }

    /// Those in which regional services are read: the setting's, else the one that is signed for.
    public List<String> regions() {
        String one = connection.settings().getOrDefault(AwsAddresses.REGION, AwsAddresses.DEFAULT_REGION);
        return Arrays.stream(connection.settings().getOrDefault(REGIONS, one).split("[,\\s]+"))
                .filter(region -> !region.isEmpty())
                .distinct()
                .toList();
    }

    public Instant now() {
        return clock.instant();
    }

    /// @throws SourceException if there is none, it is in no known format, or may not become its role
    public AwsKey readingKey() throws InterruptedException {
        return key(connection.readSecret(), READ_ROLE, "key.none");
    }

    /// @throws SourceException as above
    public AwsKey actingKey() throws InterruptedException {
        return key(connection.actSecret(), ACT_ROLE, "key.none.act");
    }

    /// The ids of the keys that Curfew itself uses here; their secrets are not kept.
    Set<String> ownKeyIds() {
        Set<String> ids = new HashSet<>();
        for (String name : Set.of(connection.readSecret(), connection.actSecret())) {
            try (AwsKey key = find(name).orElse(null)) {
                if (key != null) {
                    ids.add(key.id());
                }
            }
        }
        return ids;
    }

    /// ARNs of the roles that Curfew itself becomes here.
    public Set<String> ownRoles() {
        return Stream.of(READ_ROLE, ACT_ROLE)
                .map(setting -> connection.settings().getOrDefault(setting, ""))
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private AwsKey key(String name, String roleSetting, String none) throws InterruptedException {
        AwsKey own = find(name)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, Messages.of(Account.class).text(none, source())));
        String role = connection.settings().getOrDefault(roleSetting, "");
        if (role.isEmpty()) {
            return own;
        }
        try (own) {
            return AssumedRole.by(client, own, role, connection.settings().getOrDefault(EXTERNAL_ID, ""));
        }
    }

    private Optional<AwsKey> find(String name) {
        try (Secret text = secrets.get(name).orElse(null)) {
            return text == null ? Optional.empty() : AwsKeyText.parse(text);
        }
    }
}
