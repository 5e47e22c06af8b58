package dev.curfew.connector.aws.live;

import dev.curfew.connector.aws.call.AwsAddresses;
import dev.curfew.connector.aws.call.AwsClient;
import dev.curfew.connector.aws.call.AwsClock;
import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.call.AwsKeyText;
import dev.curfew.connector.aws.credential.OwnKeys;
import dev.curfew.connector.aws.credential.Wanted;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
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
    private final SourceClock there;
    private final AwsClient client;
    private final AssumedRole roles;
    private final OwnKeys keys;

    public Account(Connection connection, Secrets secrets, Http http, Clock clock) {
        this.connection = connection;
        this.secrets = secrets;
        this.clock = clock;
        this.there = AwsClock.of(http, connection, clock);
        this.client = new AwsClient(http, AwsAddresses.of(connection), clock, Thread::sleep);
        this.roles = new AssumedRole(client);
        this.keys = new OwnKeys(http, connection, client, roles, clock);
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

    /// By STS's own clock, which dates sessions; by this machine's where it does not tell.
    public Instant timeThere() throws InterruptedException {
        return there.now(clock);
    }

    /// @throws SourceException if there is none, it is in no known format, or may not become its role
    public AwsKey readingKey() throws InterruptedException {
        return key(connection.readSecret(), Wanted.toRead(setting(READ_ROLE), setting(EXTERNAL_ID)), "key.none");
    }

    /// Of a session of the role to act as, where there is one: what lasts then does nothing but begin it.
    ///
    /// @throws SourceException as above
    public AwsKey actingKey() throws InterruptedException {
        return key(connection.actSecret(), Wanted.toAct(setting(ACT_ROLE), setting(EXTERNAL_ID)), "key.none.act");
    }

    /// The key that is kept to act with, unless it is the reading one; empty where only the way to one is kept, which
    /// is gone when something is done.
    Optional<AwsKey> keptActingKey() {
        // asked first: where it cannot be told, there is no other key yet that would have to be wiped
        Optional<String> reading = ownKeyId(connection.readSecret());
        try (Secret text = secrets.get(connection.actSecret()).orElse(null)) {
            Optional<AwsKey> acting = text == null ? Optional.empty() : AwsKeyText.parse(text);
            if (acting.map(AwsKey::id).equals(reading)) {
                acting.ifPresent(AwsKey::close);
                return Optional.empty();
            }
            return acting;
        }
    }

    /// An acting credential that is of no use is told, and hinders no reading.
    OwnKeyIds ownKeyIds() {
        Set<String> ids = new HashSet<>();
        List<String> troubles = new ArrayList<>();
        ownKeyId(connection.readSecret()).ifPresent(ids::add);
        try {
            ownKeyId(connection.actSecret()).ifPresent(ids::add);
        } catch (SourceException e) {
            troubles.add(ActingKey.trouble(String.valueOf(e.getMessage())));
        }
        return new OwnKeyIds(ids, troubles);
    }

    private Optional<String> ownKeyId(String name) {
        try (Secret text = secrets.get(name).orElse(null)) {
            return text == null ? Optional.empty() : keys.id(text);
        }
    }

    /// ARNs of the roles that Curfew itself becomes here.
    public Set<String> ownRoles() {
        return Stream.of(READ_ROLE, ACT_ROLE)
                .map(this::setting)
                .filter(role -> !role.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    private AwsKey key(String name, Wanted wanted, String none) throws InterruptedException {
        AwsKey own = find(name)
                .orElseThrow(() -> new SourceException(
                        SourceException.Kind.REFUSED, Messages.of(Account.class).text(none, source())));
        if (wanted.role().isEmpty()) {
            return own;
        }
        try (own) {
            return roles.become(own, wanted);
        }
    }

    private Optional<AwsKey> find(String name) throws InterruptedException {
        try (Secret text = secrets.get(name).orElse(null)) {
            return text == null ? Optional.empty() : keys.key(text);
        }
    }

    private String setting(String name) {
        return connection.settings().getOrDefault(name, "");
    }
}
