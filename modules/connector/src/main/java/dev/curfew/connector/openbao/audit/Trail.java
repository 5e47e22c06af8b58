package dev.curfew.connector.openbao.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.text.Messages;
import dev.curfew.model.timeline.Deed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Follows somebody through an audit file, and the tokens that it makes on the way.
final class Trail {
    private static final Messages MESSAGES = Messages.of(Trail.class);

    /// Enough of a hash to tell two apart by eye.
    private static final int SHOWN = 12;

    private static final String HASHED = "hmac-sha256:";

    private final Map<String, String> followed = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final String entity;
    private final Instant since;
    private final List<Deed> deeds = new ArrayList<>();
    private @Nullable Instant first;

    /// @param tokens the hash of each accessor, and the accessor
    /// @param entity empty: nobody's
    Trail(Map<String, String> tokens, String entity, Instant since) {
        followed.putAll(tokens);
        this.entity = entity;
        this.since = since;
    }

    /// Most lines are somebody else's, and are not taken apart. The first says how far the file reaches back.
    boolean concerns(String line) {
        if (first == null || (!entity.isEmpty() && line.contains(entity))) {
            return true;
        }
        for (int at = line.indexOf(HASHED); at >= 0; at = line.indexOf(HASHED, at + 1)) {
            int end = line.indexOf('"', at);
            if (end > at && followed.containsKey(line.substring(at, end))) {
                return true;
            }
        }
        return false;
    }

    void read(JsonNode line) {
        if (first == null) {
            first = Json.instant(line.path("time")).orElse(null);
        }
        AuditEntry.of(line).filter(this::isIts).ifPresent(this::keep);
    }

    private boolean isIts(AuditEntry entry) {
        return followed.containsKey(entry.accessor()) || (!entity.isEmpty() && entity.equals(entry.entity()));
    }

    private void keep(AuditEntry entry) {
        String by = made.getOrDefault(entry.accessor(), "");
        String detail = "";
        if (!entry.made().isEmpty() && !entry.made().equals(entry.accessor())) {
            detail = MESSAGES.text("token", shown(entry.made()));
            if (followed.putIfAbsent(entry.made(), entry.made()) == null) {
                made.put(entry.made(), detail);
            }
        }
        if (!entry.at().isBefore(since)) {
            add(entry.deed(by, detail));
        }
    }

    private static String shown(String hash) {
        String bare = hash.startsWith(HASHED) ? hash.substring(HASHED.length()) : hash;
        return bare.substring(0, Math.min(SHOWN, bare.length()));
    }

    private void add(Deed deed) {
        if (!deeds.isEmpty() && deeds.getLast().isLike(deed)) {
            deeds.addLast(deeds.removeLast().and(deed));
        } else {
            deeds.add(deed);
        }
    }

    List<Deed> deeds() {
        return deeds;
    }

    Optional<Instant> from() {
        return Optional.ofNullable(first);
    }

    /// @param unread lines
    /// @param unasked tokens
    List<String> gaps(long unread, long unasked) {
        List<String> gaps = new ArrayList<>();
        gaps.add(MESSAGES.text(entity.isEmpty() ? "gap.tokens" : "gap.entity"));
        if (unread > 0) {
            gaps.add(MESSAGES.text("gap.lines", unread));
        }
        if (unasked > 0) {
            gaps.add(MESSAGES.text("gap.unasked", unasked));
        }
        return gaps;
    }
}
