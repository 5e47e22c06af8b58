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
import java.time.Instant;
import java.util.List;

/// Asks the source of somebody what it did.
public final class Timelines {
    private static final Messages MESSAGES = Messages.of(Timelines.class);

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
            throw new Refused(String.valueOf(e.getMessage()), e);
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
