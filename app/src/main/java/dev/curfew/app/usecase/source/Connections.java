package dev.curfew.app.usecase.source;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.app.usecase.officer.OfficerLogin;
import dev.curfew.app.usecase.officer.Officers;
import dev.curfew.governance.officer.OfficerKey;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.governance.Window;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.kind.common.CommonSettings;
import dev.curfew.model.observation.Coverage;
import dev.curfew.model.observation.CoverageState;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeviceLogin;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.Transaction;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Looks after connections once they are there: tries their credentials, replaces them, takes connections away.
public final class Connections {
    private static final Messages MESSAGES = Messages.of(Connections.class);

    private final Books books;
    private final Officers officers;
    private final ConnectionSecrets secrets;
    private final List<Connector> connectors;
    private final Estate estate;
    private final InstantSource clock;

    public Connections(
            Books books,
            Officers officers,
            ConnectionSecrets secrets,
            List<Connector> connectors,
            Estate estate,
            InstantSource clock) {
        this.books = books;
        this.officers = officers;
        this.secrets = secrets;
        this.connectors = List.copyOf(connectors);
        this.estate = estate;
        this.clock = clock;
    }

    /// Tries the credentials of a connection, by the mildest call that uses each. Empty for the sample and for files,
    /// which have none.
    ///
    /// @throws Refused if there is no such source or the workspace is read-only
    public List<CredentialCheck> check(SourceName name) throws InterruptedException {
        books.requireWritable();
        Connection connection = require(name);
        Optional<SelfCheck> selfCheck = connector(connection).flatMap(connector -> connector.selfCheck(connection));
        List<CredentialCheck> checks = new ArrayList<>();
        if (selfCheck.isPresent()) {
            check(connection, false, selfCheck.get(), checks);
            check(connection, true, selfCheck.get(), checks);
        }
        return checks;
    }

    private boolean takesCredentials(Connection connection) {
        return connector(connection)
                .filter(connector -> connector.describe().credentials().taken())
                .isPresent();
    }

    private Optional<Connector> connector(Connection connection) {
        return Connector.of(connection, connectors);
    }

    private void check(Connection connection, boolean acting, SelfCheck selfCheck, List<CredentialCheck> checks)
            throws InterruptedException {
        try (Secret secret = secrets.find(connection, acting).orElse(null)) {
            if (secret != null) {
                checks.add(new CredentialCheck(connection.name(), acting, selfCheck.of(secret)));
            }
        }
    }

    /// Has somebody log in on another device, and keeps what comes of that in the credential's place.
    ///
    /// @param show tells them what to do
    /// @throws Refused if there is no such source, nobody can log in so at it, or the workspace is read-only
    /// @throws dev.curfew.model.port.SourceException if nobody did
    public void logIn(SourceName name, boolean acting, Consumer<DeviceLogin.Prompt> show) throws InterruptedException {
        books.requireWritable();
        Connection connection = require(name);
        DeviceLogin login = connector(connection)
                .flatMap(connector -> connector.deviceLogin(connection))
                .orElseThrow(() -> new Refused(MESSAGES.text("no-login", name, connection.kind())));
        try (Secret kept =
                secrets.find(connection, acting).orElseThrow(() -> new Refused(MESSAGES.text("no-credential", name)))) {
            Secret fresh = login.login(kept, show);
            replaceCredentials(name, acting ? null : fresh, acting ? fresh : null);
        }
    }

    /// Puts other credentials in place of those that a connection has; those not given stay.
    ///
    /// @param read closed here
    /// @param act closed here; given to a connection that had none, it switches acting on
    /// @throws Refused if there is no such source, it takes no credentials, one is empty, or the workspace is read-only
    public void replaceCredentials(SourceName name, @Nullable Secret read, @Nullable Secret act) {
        try (read;
                act) {
            books.requireWritable();
            Connection before = require(name);
            if (!takesCredentials(before)) {
                throw new Refused(MESSAGES.text("takes-none", name, before.kind()));
            }
            if ((read != null && read.isEmpty()) || (act != null && act.isEmpty())) {
                throw new Refused(MESSAGES.text("empty-credential", name));
            }
            Connection after = acting(before, before.canAct() || act != null);
            secrets.replaceIf(() -> change(after, Map.of("read", read != null, "act", act != null)), after, read, act);
        }
    }

    /// Says what a source is for. Policies decide by it, so an officer signs it.
    ///
    /// @param environment one that `CommonSettings.ENVIRONMENT` allows
    /// @throws Refused if there is no such source, it takes no such setting, or the workspace is read-only
    public SourceStatus place(OfficerLogin officer, SourceName name, String environment) {
        books.requireWritable();
        Connection before = require(name);
        if (!CommonSettings.ENVIRONMENT.takes(environment)) {
            throw new Refused(MESSAGES.text(
                    "no-environment", environment, String.join(", ", CommonSettings.ENVIRONMENT.allowed())));
        }
        Map<String, String> settings = new HashMap<>(before.settings());
        settings.put(CommonSettings.ENVIRONMENT.name(), environment);
        try (OfficerKey key = officers.unlock(officer)) {
            String statement = name + " is " + environment + " at " + clock.instant();
            Connection after = changed(before, before.canAct(), settings);
            change(
                    after,
                    Map.of(
                            "environment",
                            environment,
                            "officer",
                            key.officer(),
                            "statement",
                            statement,
                            "signature",
                            key.sign(statement)));
            return new SourceStatus(after, Optional.empty(), List.of());
        }
    }

    /// Forgets the credential to act with: from then on nothing is changed at the source.
    ///
    /// @throws Refused if there is no such source or the workspace is read-only
    public void stopActing(SourceName name) {
        books.requireWritable();
        Connection after = acting(require(name), false);
        change(after, Map.of("canAct", false));
        secrets.forgetActing(after);
    }

    private static Connection acting(Connection connection, boolean canAct) {
        return changed(connection, canAct, connection.settings());
    }

    private static Connection changed(Connection connection, boolean canAct, Map<String, String> settings) {
        return new Connection(
                connection.name(), connection.kind(), connection.address(), canAct, connection.connectedAt(), settings);
    }

    private void change(Connection after, Map<String, Object> what) {
        Map<String, Object> details = new LinkedHashMap<>(what);
        details.put("name", after.name().value());
        books.write(transaction -> {
            transaction.connections().save(after);
            books.enter(transaction, "connection.changed", details);
            return after;
        });
    }

    /// Takes the connection away, its credentials, and what was read through it. History and ledger keep that it was.
    ///
    /// @throws Refused if there is no such source, a window on it is open, or the workspace is read-only
    public void remove(SourceName name) {
        books.requireWritable();
        Connection connection = require(name);
        List<String> scopes = estate.current().snapshot().coverage().stream()
                .filter(coverage -> coverage.source().equals(name))
                .map(Coverage::scope)
                .toList();
        books.write(transaction -> {
            refuseWithOpenWindows(transaction, name);
            transaction.connections().remove(name.value());
            empty(transaction, name, scopes);
            books.enter(transaction, "connection.removed", Map.of("name", name.value(), "kind", connection.kind()));
            return connection;
        });
        secrets.forget(connection);
        estate.refresh();
    }

    private static void refuseWithOpenWindows(Transaction transaction, SourceName name) {
        List<String> open = transaction.windows().all().stream()
                .filter(window ->
                        window.isOpen() && window.credential().source().equals(name))
                .map(Window::id)
                .toList();
        if (!open.isEmpty()) {
            throw new Refused("WINDOWS_OPEN", MESSAGES.text("windows-open", name, String.join(", ", open)));
        }
    }

    /// First nothing is there, which ends all facts; then nothing is known, which is the truth from here on.
    private void empty(Transaction transaction, SourceName name, List<String> scopes) {
        if (!scopes.isEmpty()) {
            Instant now = clock.instant();
            for (CoverageState state : List.of(CoverageState.READ, CoverageState.SKIPPED)) {
                List<Coverage> coverage = scopes.stream()
                        .map(scope -> new Coverage(name, scope, state, MESSAGES.text("removed"), 0, now))
                        .toList();
                transaction.record(new Observation(name, now, now, List.of(), coverage));
            }
        }
    }

    private Connection require(SourceName name) {
        return books.read(transaction -> transaction.connections().find(name.value()))
                .orElseThrow(() -> new Refused(MESSAGES.text("unknown", name, names())));
    }

    private String names() {
        return String.join(
                ", ",
                books.read(transaction -> transaction.connections().all()).stream()
                        .map(connection -> connection.name().value())
                        .sorted()
                        .toList());
    }
}
