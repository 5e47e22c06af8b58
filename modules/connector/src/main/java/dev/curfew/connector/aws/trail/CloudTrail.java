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

    private final String who;
    private final Deeds deeds;

    /// By the id of a key that it made, words for it.
    private final Map<String, String> made = new HashMap<>();

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
        boolean isIts = who.equals(event.arn()) || who.equals(event.role()) || who.equals(event.key());
        if ((isIts || made.containsKey(event.key())) && isNew(event)) {
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
    public List<Deed> deeds() {
        return deeds.inOrder();
    }

    @Override
    public List<String> gaps() {
        List<String> gaps = new ArrayList<>(List.of(MESSAGES.text("gap.data"), MESSAGES.text("gap.accounts")));
        deeds.gap().ifPresent(gaps::add);
        return gaps;
    }
}
