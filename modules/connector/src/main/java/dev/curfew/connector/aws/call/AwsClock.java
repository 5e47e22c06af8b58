package dev.curfew.connector.aws.call;

import dev.curfew.connector.http.Call;
import dev.curfew.connector.http.DateClock;
import dev.curfew.connector.http.Http;
import dev.curfew.model.connection.Connection;
import dev.curfew.model.port.SourceClock;
import java.time.InstantSource;

/// The clock of STS, which says when a session ends; it answers unsigned calls too.
public final class AwsClock {
    private AwsClock() {}

    /// @param ours this machine's clock
    /// @throws dev.curfew.model.port.SourceException if an address is none
    public static SourceClock of(Http http, Connection connection, InstantSource ours) {
        AwsAddresses addresses = AwsAddresses.of(connection);
        return new DateClock(http, () -> Call.of("GET", addresses.of(AwsService.STS), ""), ours);
    }
}
