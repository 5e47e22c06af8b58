package dev.curfew.connector.kubernetes.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.util.Optional;
import java.util.Set;

/// Follows somebody through an audit log, as whomever they act, and the tokens that they make on the way.
final class KubernetesTrail implements Follower<String> {
    private static final Messages MESSAGES = Messages.of(KubernetesTrail.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TOKEN = "\"JTI=";

    /// What a watch told when it began, it tells again when it ends.
    private static final int BEGUN_MAX = 100_000;

    private final Subject subject;
    private final Deeds deeds;

    /// By the id of a token that they made, words for it.
    private final Map<String, String> made = new HashMap<>();

    private final Set<String> begun = new HashSet<>();
    private final Set<String> been = new HashSet<>();

    KubernetesTrail(Subject subject, Instant since) {
        this.subject = subject;
        this.deeds = new Deeds(since);
    }

    @Override
    public boolean take(String line) {
        if (!concerns(line)) {
            return true;
        }
        try {
            JsonNode event = JSON.readTree(line);
            Optional<AuditEvent> read = AuditEvent.of(event);
            read.filter(this::isTold).ifPresent(this::keep);
            return read.isPresent();
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// Most lines are somebody else's, and are not taken apart.
    private boolean concerns(String line) {
        if (subject.mark().isEmpty() || line.contains(subject.mark())) {
            return true;
        }
        if (made.isEmpty()) {
            return false;
        }
        for (int at = line.indexOf(TOKEN); at >= 0; at = line.indexOf(TOKEN, at + 1)) {
            int end = line.indexOf('"', at + 1);
            if (end > at && made.containsKey(line.substring(at + 1, end))) {
                return true;
            }
        }
        return false;
    }

    /// An event is told at several stages; a watch may last for hours, so it counts from when it began.
    private boolean isTold(AuditEvent event) {
        return switch (event.stage()) {
            case "ResponseStarted" -> begun.size() < BEGUN_MAX && begun.add(event.id());
            case "ResponseComplete", "Panic" -> !begun.remove(event.id());
            default -> false;
        };
    }

    private void keep(AuditEvent event) {
        String token = event.extra(AuditEvent.CREDENTIAL);
        if (subject.isBy(event)) {
            became(event, "");
            add(event, as(event));
        } else if (made.containsKey(token)) {
            String by = made.getOrDefault(token, "");
            became(event, by);
            add(event, by);
        } else if (subject.isAs(event)) {
            add(event, MESSAGES.text("by.other", event.userName()));
        }
    }

    private static String as(AuditEvent event) {
        return event.as().isEmpty() ? "" : MESSAGES.text("by.as", event.as());
    }

    /// Whom they became is told once, and from then on as whom they did what they did.
    private void became(AuditEvent event, String by) {
        String refused = event.refusedAs();
        if (!refused.isEmpty()) {
            deeds.add(Deed.once(event.at(), DeedKind.BECAME, refused, "", event.from(), by, false));
        } else if (!event.as().isEmpty() && been.add(event.as())) {
            deeds.add(Deed.once(event.at(), DeedKind.BECAME, event.as(), "", event.from(), by, true));
        }
    }

    private void add(AuditEvent event, String by) {
        if (!event.refusedAs().isEmpty()) {
            return;
        }
        String detail = "";
        if (!event.made().isEmpty()) {
            detail = MESSAGES.text("token", event.made());
            made.putIfAbsent(event.made(), detail);
        }
        deeds.add(
                Deed.once(event.at(), EventKind.of(event), event.target(), detail, event.from(), by, !event.failed()));
    }

    @Override
    public Deeds deeds() {
        return deeds;
    }

    @Override
    public List<String> caveats() {
        List<String> caveats = new ArrayList<>(List.of(MESSAGES.text("gap.policy"), MESSAGES.text("gap.servers")));
        subject.gap().map(MESSAGES::text).ifPresent(caveats::add);
        return caveats;
    }

    @Override
    public List<String> gaps() {
        return List.of();
    }
}
