package dev.curfew.app.usecase.timeline;

import dev.curfew.app.usecase.Books;
import dev.curfew.app.usecase.Refused;
import dev.curfew.app.usecase.estate.Estate;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.EntityId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.id.ResourceId;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.DeedLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.snapshot.SnapshotIndex;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Timeline;
import dev.curfew.revocation.choice.Traces;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/// Asks the source of somebody what it did.
public final class Timelines {
    private static final Messages MESSAGES = Messages.of(Timelines.class);

    /// Each is a reading of a record.
    public static final int ASKED_MAX = 20;

    private final Books books;
    private final List<Connector> connectors;
    private final Secrets secrets;
    private final Estate estate;

    public Timelines(Books books, List<Connector> connectors, Secrets secrets, Estate estate) {
        this.books = books;
        this.connectors = List.copyOf(connectors);
        this.secrets = secrets;
        this.estate = estate;
    }

    /// @throws Refused if the source keeps no record that can be read, or it does not tell of this
    public Timeline of(EntityId who, Instant since, Progress progress) throws InterruptedException {
        Connection connection = books.read(transaction ->
                        transaction.connections().find(who.source().value()))
                .orElseThrow(() -> new Refused(MESSAGES.text("no-source", who.source())));
        DeedLog log = Connector.of(connection, connectors)
                .flatMap(connector -> connector.deeds(connection, secrets))
                .orElseThrow(() -> new Refused(MESSAGES.text("no-record", who.source())));
        try {
            return log.of(who, credentials(who), since, progress);
        } catch (SourceException e) {
            if (Thread.interrupted()) {
                throw stopped(e);
            }
            throw new Refused(String.valueOf(e.getMessage()), e);
        }
    }

    /// Whoever interrupts wants no other record asked either: what the interruption broke was not refused.
    private static InterruptedException stopped(SourceException e) {
        InterruptedException stopped = new InterruptedException();
        stopped.initCause(e);
        return stopped;
    }

    /// What some made since a moment, as far as records tell, so that a plan which cuts them off ends that too.
    public Traces traces(Collection<? extends EntityId> who, Instant since, Progress progress)
            throws InterruptedException {
        return each(who, one -> traces(one, since, progress));
    }

    /// Asks about one.
    @FunctionalInterface
    public interface Asking {
        Traces of(EntityId who) throws InterruptedException;
    }

    /// What all of them made: what those made who are not asked about, as they are too many, is not known.
    public static Traces each(Collection<? extends EntityId> who, Asking asking) throws InterruptedException {
        Traces all = Traces.UNASKED;
        int asked = 0;
        for (EntityId one : who) {
            all = all.and(asked++ < ASKED_MAX ? asking.of(one) : unasked(one, ASKED_MAX));
        }
        return all;
    }

    /// @param askedMax as many others were asked about
    public static Traces unasked(EntityId who, int askedMax) {
        return Traces.untold(who.text(), MESSAGES.text("unasked", askedMax));
    }

    private Traces traces(EntityId who, Instant since, Progress progress) throws InterruptedException {
        try {
            return Leftovers.traces(who, of(who, since, progress), since);
        } catch (Refused e) {
            return Traces.untold(who.text(), String.valueOf(e.getMessage()));
        }
    }

    private List<Credential> credentials(EntityId who) {
        SnapshotIndex index = estate.current();
        return switch (who) {
            case IdentityId identity -> index.credentialsOf(identity);
            case CredentialId credential ->
                index.credential(credential).stream().toList();
            case PolicyId _, ResourceId _ -> throw new Refused(MESSAGES.text("does-nothing", who.text()));
        };
    }
}
