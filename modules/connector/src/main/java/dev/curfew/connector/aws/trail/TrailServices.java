package dev.curfew.connector.aws.trail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.record.RecordLog;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Which services some identities called, and when last.
public final class TrailServices {
    private static final Messages MESSAGES = Messages.of(TrailServices.class);

    private final Set<String> who;
    private final Instant since;
    private final Map<String, Instant> services = new TreeMap<>();
    private final Set<String> askers = new HashSet<>();

    /// @param who ARNs of users and roles
    public TrailServices(Set<String> who, Instant since) {
        this.who = Set.copyOf(who);
        this.since = since;
    }

    /// @throws dev.curfew.model.port.SourceException if nothing of it can be read
    public RecordLog.Told read(Path folder, InstantSource clock, Progress progress) throws InterruptedException {
        return new RecordLog<>(new CloudTrailFiles(), folder, clock)
                .read(this::take, MESSAGES.text("called"), since, progress);
    }

    private boolean take(JsonNode record) {
        TrailEvent event = new TrailEvent(record);
        String asker = who.contains(event.role()) ? event.role() : event.arn();
        if (event.at().isAfter(since) && who.contains(asker)) {
            askers.add(asker);
            services.put(event.service(), event.at());
        }
        return true;
    }

    /// By its namespace in policies, as far as that is the first part of the source that CloudTrail names.
    public Map<String, Instant> services() {
        return services;
    }

    public long askers() {
        return askers.size();
    }
}
