package dev.curfew.connector.kubernetes.observe;

import dev.curfew.model.observation.Observation;
import dev.curfew.model.port.Observer;
import dev.curfew.model.port.Progress;

/// Reads a cluster whole. What the reading credential may not read becomes coverage.
public final class KubernetesObserver implements Observer {
    private final ClusterReading reading;

    public KubernetesObserver(ClusterReading reading) {
        this.reading = reading;
    }

    @Override
    public Observation observe(Progress progress) throws InterruptedException {
        return reading.whole(progress);
    }
}
