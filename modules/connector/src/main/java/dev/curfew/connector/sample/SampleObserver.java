package dev.curfew.connector.sample;

import dev.curfew.model.connection.Connection;
import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;
import java.time.Instant;
import java.time.InstantSource;

/// Tells the sample's story for one provider.
final class SampleObserver implements Observer {
    private final Connection connection;
    private final InstantSource clock;

    SampleObserver(Connection connection, InstantSource clock) {
        this.connection = connection;
        this.clock = clock;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        Instant startedAt = clock.instant();
        SampleProvider provider = SampleProvider.of(setting(SampleConnector.PROVIDER));
        SampleWorld world = SampleWorld.of(
                Integer.parseInt(setting(SampleConnector.IDENTITIES)),
                Long.parseLong(setting(SampleConnector.SEED)),
                connection.connectedAt());
        FactSheet sheet = new FactSheet(connection.name(), world.now());
        switch (provider) {
            case AWS -> {
                new AwsStory(sheet).tell();
                new AwsServices(sheet, world).tell();
            }
            case OPENBAO -> {
                new OpenBaoStory(sheet).tell();
                new OpenBaoServices(sheet, world).tell();
            }
            case KUBERNETES -> {
                new KubernetesStory(sheet).tell();
                new KubernetesServices(sheet, world).tell();
            }
        }
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        Instant finishedAt = clock.instant();
        progress.at(provider.code(), sheet.facts().size(), sheet.facts().size());
        return new Observation(connection.name(), startedAt, finishedAt, sheet.facts(), sheet.coverage(finishedAt));
    }

    private String setting(String key) {
        String value = connection.settings().get(key);
        if (value == null) {
            throw new IllegalArgumentException("a sample connection has the setting '" + key + "'");
        }
        return value;
    }
}
