package dev.curfew.connector;

import dev.curfew.connector.aws.AwsConnector;
import dev.curfew.connector.aws.AwsFileConnector;
import dev.curfew.connector.cartography.CartographyConnector;
import dev.curfew.connector.endpoints.EndpointsConnector;
import dev.curfew.connector.folder.FolderConnector;
import dev.curfew.connector.http.Http;
import dev.curfew.connector.keycloak.KeycloakConnector;
import dev.curfew.connector.kubernetes.KubernetesConnector;
import dev.curfew.connector.kubernetes.file.KubernetesFileConnector;
import dev.curfew.connector.openbao.OpenBaoConnector;
import dev.curfew.connector.opengraph.OpenGraphConnector;
import dev.curfew.connector.people.PeopleConnector;
import dev.curfew.connector.postgres.PostgresConnector;
import dev.curfew.connector.sample.SampleConnector;
import dev.curfew.connector.tickets.TicketsConnector;
import dev.curfew.model.kind.SourceKind;
import dev.curfew.model.kind.SourceKinds;
import dev.curfew.model.port.Connector;
import java.time.Clock;
import java.util.List;

/// The kinds of source that Curfew knows: the one place where each is named.
public final class Connectors {
    private static final List<Entry> ENTRIES = List.of(
            new Entry(OpenBaoConnector.KIND, OpenBaoConnector::new),
            new Entry(AwsConnector.KIND, AwsConnector::new),
            new Entry(KubernetesConnector.KIND, KubernetesConnector::new),
            new Entry(PostgresConnector.KIND, (_, clock) -> new PostgresConnector(clock)),
            new Entry(KeycloakConnector.KIND, KeycloakConnector::new),
            new Entry(AwsFileConnector.KIND, (_, clock) -> new AwsFileConnector(clock)),
            new Entry(KubernetesFileConnector.KIND, (_, clock) -> new KubernetesFileConnector(clock)),
            new Entry(OpenGraphConnector.KIND, (_, clock) -> new OpenGraphConnector(clock)),
            new Entry(CartographyConnector.KIND, (_, clock) -> new CartographyConnector(clock)),
            new Entry(FolderConnector.KIND, (_, clock) -> new FolderConnector(clock)),
            new Entry(EndpointsConnector.KIND, (_, clock) -> new EndpointsConnector(clock)),
            new Entry(PeopleConnector.KIND, (_, clock) -> new PeopleConnector(clock)),
            new Entry(TicketsConnector.KIND, (_, clock) -> new TicketsConnector(clock)),
            new Entry(SampleConnector.KIND, (_, clock) -> new SampleConnector(clock)));

    private Connectors() {}

    /// Without making anything that talks.
    public static SourceKinds kinds() {
        return new SourceKinds(ENTRIES.stream().map(Entry::kind).toList());
    }

    /// @param http shared by all of them; whoever made it closes it
    public static List<Connector> all(Http http, Clock clock) {
        return ENTRIES.stream().map(entry -> entry.making().with(http, clock)).toList();
    }

    private record Entry(SourceKind kind, Making making) {}

    @FunctionalInterface
    private interface Making {
        Connector with(Http http, Clock clock);
    }
}
