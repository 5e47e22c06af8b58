package dev.curfew.connector.people;

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

/// A list of people in a CSV file, whose columns the settings name; the connection's address is the file's.
public final class PeopleConnector implements Connector {
    static final String ID = "id-column";
    static final String EMAIL = "email-column";
    static final String USER = "user-column";
    static final String ALIAS = "alias-column";
    static final String NAME = "name-column";
    static final String TEAM = "team-column";
    static final String LEFT = "left-column";
    static final String STATUS = "status-column";

    /// What the status of those is who have left.
    static final String LEFT_STATUS = "left-status";

    /// Whether the list is of some only.
    static final String PART = "part";

    /// The settings that name columns.
    static final List<String> COLUMNS = List.of(ID, EMAIL, USER, ALIAS, NAME, TEAM, LEFT, STATUS);

    private static final Messages MESSAGES = Messages.of(PeopleConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "people",
            new AddressForm.File(),
            Stream.of(
                            COLUMNS.stream().map(column -> Setting.text(column, MESSAGES)),
                            Stream.of(Setting.text(LEFT_STATUS, MESSAGES), Setting.flag(PART, MESSAGES)),
                            CsvSettings.all().stream())
                    .flatMap(each -> each)
                    .toList(),
            Credentials.NONE,
            Abilities.READS,
            MESSAGES);

    private final InstantSource clock;

    public PeopleConnector(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    /// Its observer refuses a file that has not the columns that the settings name.
    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new PeopleObserver(connection, clock);
    }
}
