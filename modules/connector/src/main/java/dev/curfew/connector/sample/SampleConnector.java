package dev.curfew.connector.sample;

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
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/// The sample estate, one connection a provider. It can be read only: there is nothing behind it to act on.
///
/// The same settings and the same connection time give the same facts, whenever they are read.
public final class SampleConnector implements Connector {
    /// Identities where nobody asks for another number.
    public static final int IDENTITIES_DEFAULT = 400;

    /// The story alone needs about this many.
    public static final int IDENTITIES_MIN = 60;

    /// What one store can hold in memory with room to spare.
    public static final int IDENTITIES_MAX = 1_000_000;

    static final String PROVIDER = "provider";
    static final String IDENTITIES = "identities";
    static final String SEED = "seed";

    private static final Messages MESSAGES = Messages.of(SampleConnector.class);

    public static final SourceKind KIND = new SourceKind(
            "sample",
            new AddressForm.Nowhere(),
            List.of(Setting.text(PROVIDER, MESSAGES), Setting.text(IDENTITIES, MESSAGES), Setting.text(SEED, MESSAGES)),
            Credentials.NONE,
            Abilities.READS,
            MESSAGES);

    private final InstantSource clock;

    public SampleConnector(InstantSource clock) {
        this.clock = clock;
    }

    /// The three connections of one sample estate.
    ///
    /// @param identities over all three, from [#IDENTITIES_MIN] to [#IDENTITIES_MAX]
    /// @param at the estate's "now": its ages and expiries are counted from here
    public static List<Connection> connections(int identities, long seed, Instant at) {
        if (identities < IDENTITIES_MIN || identities > IDENTITIES_MAX) {
            throw new IllegalArgumentException(
                    "a sample has " + IDENTITIES_MIN + " to " + IDENTITIES_MAX + " identities, not " + identities);
        }
        return List.of(SampleProvider.values()).stream()
                .map(provider -> new Connection(
                        provider.source(),
                        KIND.id(),
                        URI.create("sample:" + provider.code()),
                        false,
                        at.truncatedTo(ChronoUnit.SECONDS),
                        Map.of(
                                PROVIDER, provider.code(),
                                IDENTITIES, String.valueOf(identities),
                                SEED, String.valueOf(seed))))
                .toList();
    }

    @Override
    public SourceKind describe() {
        return KIND;
    }

    @Override
    public Observer observer(Connection connection, Secrets secrets) {
        return new SampleObserver(connection, clock);
    }
}
