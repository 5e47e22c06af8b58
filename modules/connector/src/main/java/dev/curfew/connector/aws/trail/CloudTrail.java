package dev.curfew.connector.aws.trail;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.record.Deeds;
import dev.curfew.connector.record.Follower;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import dev.curfew.model.timeline.DeedKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Follows an identity or a key through CloudTrail, and the keys and sessions that it makes on the way.
final class CloudTrail implements Follower<JsonNode> {
    private static final Messages MESSAGES = Messages.of(CloudTrail.class);

    /// An account does not so much in a second.
    private static final int HELD_MAX = 10_000;

    private final String who;
    private final Deeds deeds;

    /// By the id of a key that it made, words for it.
    private final Map<String, String> made = new HashMap<>();

    /// Those of one second, which is as finely as it tells the time: what made a key may stand behind what the key did.
    private final List<TrailEvent> held = new ArrayList<>();

    private Instant second = Instant.MIN;

    /// Two trails may tell of the same.
    private final Set<String> seen = new HashSet<>();

    /// @param who an ARN, or the id of an access key
    CloudTrail(String who, Instant since) {
        this.who = who;
        this.deeds = new Deeds(since);
    }

    @Override
    public boolean take(JsonNode record) {
        TrailEvent event = new TrailEvent(record);
        if (!event.at().equals(second) || held.size() >= HELD_MAX) {
            settle();
            second = event.at();
        }
        held.add(event);
        return true;
    }

    /// As long as one of them makes a key, those that the key did may be among the others.
    private void settle() {
        boolean further = true;
        while (further) {
            int known = made.size();
            held.removeIf(this::taken);
            further = made.size() > known;
        }
        held.clear();
    }

    private boolean taken(TrailEvent event) {
        boolean isIts = who.equals(event.arn()) || who.equals(event.role()) || who.equals(event.key());
        if (!isIts && !made.containsKey(event.key())) {
            return false;
        }
        if (isNew(event)) {
            keep(event, isIts ? "" : made.getOrDefault(event.key(), ""));
        }
        return true;
    }

    private boolean isNew(TrailEvent event) {
        return event.id().isEmpty() || seen.size() >= Deeds.KEPT_MAX || seen.add(event.id());
    }

    private void keep(TrailEvent event, String by) {
        String detail = "";
        if (!event.made().isEmpty()) {
            detail = MESSAGES.text(event.kind() == DeedKind.BECAME ? "session" : "key", event.made());
            made.putIfAbsent(event.made(), detail);
        }
        deeds.add(Deed.once(event.at(), event.kind(), event.target(), detail, event.from(), by, !event.failed()));
    }

    @Override
    public Deeds deeds() {
        settle();
        return deeds;
    }

    @Override
    public List<String> caveats() {
        return List.of(MESSAGES.text("gap.data"), MESSAGES.text("gap.accounts"));
    }

    @Override
    public List<String> gaps() {
        return List.of();
    }
}
