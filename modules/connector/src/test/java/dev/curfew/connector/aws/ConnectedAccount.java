package dev.curfew.connector.aws;

import dev.curfew.connector.aws.call.AwsKey;
import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.live.Account;
import dev.curfew.connector.aws.live.Asking;
import dev.curfew.connector.aws.live.Part;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.http.HttpSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.ChangeFeed;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Probe;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceClock;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.timebox.TimeBoxer;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// A connection to some address with its keys, as the application would hold it.
public final class ConnectedAccount implements AutoCloseable {
    private final Http http;
    private final AwsConnector connector;
    private final Connection connection;
    private final Map<String, String> texts = new HashMap<>();

    public ConnectedAccount(URI address, HttpSettings settings) {
        this(address, settings, Map.of("region", "eu-west-1"));
    }

    /// @param own the connection's own settings
    public ConnectedAccount(URI address, HttpSettings settings, Map<String, String> own) {
        http = new Http(settings, Clock.systemUTC());
        connector = new AwsConnector(http, Clock.systemUTC());
        connection = new Connection(new SourceName("prod"), AwsConnector.KIND.id(), address, true, Instant.EPOCH, own);
    }

    public ConnectedAccount reading(String text) {
        texts.put(connection.readSecret(), text);
        return this;
    }

    public ConnectedAccount acting(String text) {
        texts.put(connection.actSecret(), text);
        return this;
    }

    public Observer observer() {
        return connector.observer(connection, secrets());
    }

    public Observation observe() throws InterruptedException {
        return observer().observe(Progress.SILENT);
    }

    /// One part of the reading alone.
    ///
    /// @param facts to add to
    public List<Coverage> read(Function<Account, Part> part, FactSet facts) throws InterruptedException {
        Account account = new Account(connection, secrets(), http, Clock.systemUTC());
        try (AwsKey key = account.readingKey()) {
            return part.apply(account).read(new Asking(account.client(), key), facts);
        }
    }

    public Optional<ChangeFeed> changes() throws InterruptedException {
        return connector.changes(connection, secrets());
    }

    public Revoker revoker() {
        return connector.revoker(connection, secrets()).orElseThrow();
    }

    public Rotator rotator() {
        return connector.rotator(connection, secrets()).orElseThrow();
    }

    public TimeBoxer timeBoxer() {
        return connector.timeBoxer(connection, secrets()).orElseThrow();
    }

    public SourceClock clock() {
        return connector.clock(connection, secrets()).orElseThrow();
    }

    public Probe probe() {
        return connector.probe(connection, secrets()).orElseThrow();
    }

    public SelfCheck selfCheck() {
        return connector.selfCheck(connection).orElseThrow();
    }

    public CredentialId key(String id) {
        return new CredentialId(connection.name(), id);
    }

    @Override
    public void close() {
        http.close();
    }

    private Secrets secrets() {
        return new Secrets() {
            @Override
            public Optional<Secret> get(String name) {
                return Optional.ofNullable(texts.get(name)).map(Secret::of);
            }

            @Override
            public void put(String name, Secret value) {
                throw new UnsupportedOperationException(name);
            }

            @Override
            public void remove(String name) {
                throw new UnsupportedOperationException(name);
            }
        };
    }
}
