package dev.curfew.app.console.shell;

import dev.curfew.app.console.session.Bonds;
import dev.curfew.app.console.session.Session;
import dev.curfew.app.console.signin.PresenceWords;
import dev.curfew.app.console.work.Job;
import dev.curfew.app.usecase.estate.Freshness;
import dev.curfew.app.usecase.officer.Presence;
import dev.curfew.app.usecase.source.SourceStatus;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Keeps header and status bar true: how old the estate is, how the ledger stands.
final class WorkspaceStatus {

    private static final Messages MESSAGES = Messages.of(WorkspaceStatus.class);

    /// @param failing names of the carriers by which nobody is told anything now
    private record Reading(Freshness freshness, long entries, List<Connection> connections, List<String> failing) {}

    private final Session session;
    private final Consumer<EstateStatus> estate;
    private final Consumer<String> ledger;
    private final Consumer<String> signedIn;
    private final Bonds bonds = new Bonds();
    private @Nullable Freshness newest;

    WorkspaceStatus(
            Session session, Consumer<EstateStatus> estate, Consumer<String> ledger, Consumer<String> signedIn) {
        this.session = session;
        this.estate = estate;
        this.ledger = ledger;
        this.signedIn = signedIn;
    }

    void open() {
        bonds.add(session.pulse().revision().subscribe(_ -> read()));
        bonds.add(session.pulse().now().subscribe(_ -> age()));
        bonds.watch(
                () -> signedIn.accept(PresenceWords.brief(
                        session.signedIn().presence().get(),
                        session.pulse().now().get())),
                session.signedIn().presence(),
                session.pulse().now());
    }

    void close() {
        bonds.release();
    }

    private void read() {
        session.work()
                .start(new Job<>(
                        "workspace-status",
                        MESSAGES.text("status.reading"),
                        _ -> new Reading(
                                session.desk().estate().freshness(),
                                session.desk().ledger().size(),
                                session.desk().sources().list().stream()
                                        .map(SourceStatus::connection)
                                        .toList(),
                                session.desk().notices().failing()),
                        this::show,
                        failure -> ledger.accept(failure.sentence())));
        if (!session.desk().readOnly()) {
            readSignedIn();
        }
    }

    /// Where it cannot be told who signed in, nobody counts as such; the screens say why they do not work.
    private void readSignedIn() {
        session.work()
                .start(new Job<>(
                        "workspace-signed-in",
                        MESSAGES.text("status.reading"),
                        _ -> session.desk().signIns().presence(),
                        session.signedIn()::know,
                        _ -> session.signedIn().know(Presence.NOBODY)));
    }

    private void show(Reading reading) {
        newest = reading.freshness();
        session.acting().know(reading.connections());
        String entries = MESSAGES.text("status.ledger", reading.entries());
        ledger.accept(
                reading.failing().isEmpty()
                        ? entries
                        : MESSAGES.text("status.notices", String.join(", ", reading.failing()), entries));
        age();
    }

    private void age() {
        if (newest != null) {
            estate.accept(EstateStatus.of(newest, session.pulse().now().get()));
        }
    }
}
