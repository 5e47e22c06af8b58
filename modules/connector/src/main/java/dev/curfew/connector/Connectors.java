package dev.curfew.connector;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.model.port.Connector;
import java.time.Clock;
import java.util.List;

/// The kinds of source that Curfew knows.
public final class Connectors {

    private Connectors() {}

    /// @param http shared by all of them; whoever made it closes it
    public static List<Connector> all(Http http, Clock clock) {
        return List.of(
                new OpenBaoConnector(http, clock),
                new AwsConnector(http, clock),
                new AwsFileConnector(clock),
                new SampleConnector(clock));
    }
}
