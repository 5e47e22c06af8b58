package dev.curfew.connector.tickets;

import dev.curfew.connector.csv.CsvSettings;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.kind.Abilities;
import dev.curfew.model.kind.AddressForm;
import dev.curfew.model.kind.Credentials;
import dev.curfew.model.kind.Setting;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.port.Connector;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Secrets;
import dev.curfew.model.text.Messages;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/// A list of approvals in a CSV file, whose columns the settings name; the connection's address is the file's.
public final class TicketsConnector implements Connector {
    static final String ID = "id-column";
    static final String ASKED = "asked-column";
    static final String DECIDED = "decided-column";
    static final String TEAM = "team-column";
    static final String ROLE = "role-column";

    /// The settings that name columns.
    static final List<String> COLUMNS = List.of(ID, ASKED, DECIDED, TEAM, ROLE);

    private static final Messages MESSAGES = Messages.of(TicketsConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "tickets",
            new AddressForm.File(),
            Stream.concat(
                            Stream.of(
                                    Setting.text(ID, MESSAGES).needed(),
                                    Setting.text(ASKED, MESSAGES).needed(),
                                    Setting.text(DECIDED, MESSAGES).needed(),
                                    Setting.text(TEAM, MESSAGES),
                                    Setting.text(ROLE, MESSAGES)),
                            CsvSettings.all().stream())
                    .toList(),
            Credentials.NONE,
            Abilities.READS,
            MESSAGES);

    private final InstantSource clock;

    public TicketsConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that has not the columns that the settings name.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new TicketsObserver(connection, clock);
    }
}
