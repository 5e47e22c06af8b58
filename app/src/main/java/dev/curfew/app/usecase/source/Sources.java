package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Connects sources and reads them.
public final class Sources {
    private static final Messages MESSAGES = Messages.of(Sources.class);

    private final SourceKinds kinds;
    private final Books books;
    private final ConnectionSecrets secrets;
    private final Reading reading;
    private final SampleEstate sample;
    private final Estate estate;
    private final InstantSource clock;

    public Sources(
            SourceKinds kinds,
            Books books,
            ConnectionSecrets secrets,
            Reading reading,
            SampleEstate sample,
            Estate estate,
            InstantSource clock) {
        this.kinds = kinds;
        this.books = books;
        this.secrets = secrets;
        this.reading = reading;
        this.sample = sample;
        this.estate = estate;
        this.clock = clock;
    }

    /// By name.
    public List<SourceStatus> list() {
        List<Coverage> coverage = estate.current().snapshot().coverage();
        return connections().stream()
                .map(connection -> status(connection, coverage))
                .toList();
    }

    /// Keeps the connection, and its secrets apart from it. Nothing is read yet.
    ///
    /// @throws Refused if the name is taken, a credential is empty, or the workspace is read-only
    public SourceStatus connect(NewConnection wanted) {
        try (wanted) {
            books.requireWritable();
            Connection connection = new Connection(
                    wanted.name(),
                    wanted.kind(),
                    wanted.address(),
                    wanted.act() != null,
                    clock.instant(),
                    kind(wanted.kind()).complete(wanted.settings()));
            requireCredentials(wanted);
            if (find(wanted.name()).isPresent()) {
                throw new Refused(MESSAGES.text("name-taken", wanted.name()));
            }
            secrets.keep(connection, wanted.read(), wanted.act());
            secrets.dropUnless(() -> books.write(transaction -> add(transaction, connection)), connection);
            return status(connection, List.of());
        }
    }

    /// @throws Refused if there is no such source or the workspace is read-only
    public SyncResult sync(SourceName name, Progress progress) throws InterruptedException {
        books.requireWritable();
        Connection connection = find(name).orElseThrow(() -> new Refused(MESSAGES.text("unknown", name, names())));
        return reading.read(connection, progress);
    }

    /// Reads every source, one after another by name; one that fails does not stop the rest.
    ///
    /// @throws Refused if the workspace is read-only
    public List<SyncResult> syncAll(Progress progress) throws InterruptedException {
        books.requireWritable();
        return readAll(connections(), progress);
    }

    /// Follows all that was read before and is not a file, until the result is closed.
    ///
    /// @param told of each reading that changed something, and of a source that cannot be followed; on another thread
    /// @throws Refused if the workspace is read-only
    public Following follow(Consumer<SyncResult> told) {
        books.requireWritable();
        return new Following(this::followed, reading, told);
    }

    private List<Connection> followed() {
        return list().stream()
                .filter(status -> status.readAt().isPresent())
                .map(SourceStatus::connection)
                .filter(connection -> kinds.of(connection.kind())
                        .filter(kind -> kind.address() instanceof AddressForm.Server)
                        .isPresent())
                .toList();
    }

    private SourceKind kind(String id) {
        return kinds.of(id).orElseThrow(() -> new IllegalArgumentException("no kind of source is " + id));
    }

    private void requireCredentials(NewConnection wanted) {
        boolean missing =
                wanted.read() == null && kind(wanted.kind()).credentials().required();
        boolean empty = Stream.of(Optional.ofNullable(wanted.read()), Optional.ofNullable(wanted.act()))
                .flatMap(Optional::stream)
                .anyMatch(Secret::isEmpty);
        if (missing || empty) {
            throw new Refused(MESSAGES.text("empty-credential", wanted.name()));
        }
    }

    /// Reads a file as a source of the given name. Imported again under the same name, it is a newer reading of that
    /// source, with the secret that it had unless another one is given.
    ///
    /// @throws Refused if the name belongs to a source of another kind or the workspace is read-only
    public SyncResult importFile(NewFile wanted, Progress progress) throws InterruptedException {
        try (wanted) {
            books.requireWritable();
            SourceName name = wanted.name();
            Connection connection = new Connection(
                    name,
                    wanted.kind(),
                    wanted.file().toAbsolutePath().toUri(),
                    false,
                    clock.instant(),
                    kind(wanted.kind()).complete(wanted.settings()));
            @Nullable Connection before = find(name).orElse(null);
            if (before != null && !before.kind().equals(wanted.kind())) {
                throw new Refused(MESSAGES.text("other-kind", name, before.kind()));
            }
            secrets.keep(connection, wanted.read(), null);
            boolean known = before != null;
            try {
                SyncResult result =
                        reading.readFirst(connection, progress, transaction -> add(transaction, connection));
                known |= result instanceof SyncResult.Recorded;
                return result;
            } finally {
                if (!known) {
                    secrets.forget(connection);
                }
            }
        }
    }

    /// Connects the seeded sample estate and reads it; a sample that is there already is replaced.
    ///
    /// @param identities about how many non-human identities
    /// @throws Refused if a name of the sample's belongs to another source, or the workspace is read-only
    public List<SyncResult> sample(int identities, long seed, Progress progress) throws InterruptedException {
        books.requireWritable();
        List<Connection> wanted = sample.connections(identities, seed, clock.instant());
        for (Connection connection : wanted) {
            Optional<Connection> before = find(connection.name());
            if (before.isPresent() && !before.get().kind().equals(connection.kind())) {
                throw new Refused(MESSAGES.text(
                        "other-kind", connection.name(), before.get().kind()));
            }
        }
        for (Connection connection : wanted) {
            books.write(transaction -> add(transaction, connection));
        }
        return readAll(wanted, progress);
    }

    private List<SyncResult> readAll(List<Connection> connections, Progress progress) throws InterruptedException {
        List<SyncResult> results = new ArrayList<>();
        for (Connection connection : connections) {
            results.add(reading.read(connection, progress));
        }
        return results;
    }

    private Connection add(Transaction transaction, Connection connection) {
        transaction.connections().save(connection);
        books.enter(
                transaction,
                "connection.added",
                Map.of(
                        "name", connection.name().value(),
                        "kind", connection.kind(),
                        "address", connection.address().toString(),
                        "canAct", connection.canAct(),
                        "settings", connection.settings()));
        return connection;
    }

    private Optional<Connection> find(SourceName name) {
        return books.read(transaction -> transaction.connections().find(name.value()));
    }

    private List<Connection> connections() {
        return books.read(transaction -> transaction.connections().all()).stream()
                .sorted(Comparator.comparing(Connection::name))
                .toList();
    }

    private String names() {
        return String.join(
                ", ", connections().stream().map(it -> it.name().value()).toList());
    }

    private static SourceStatus status(Connection connection, List<Coverage> all) {
        List<Coverage> own = all.stream()
                .filter(coverage -> coverage.source().equals(connection.name()))
                .toList();
        Optional<Instant> readAt = own.stream().map(Coverage::at).max(Comparator.naturalOrder());
        return new SourceStatus(connection, readAt, own);
    }
}
