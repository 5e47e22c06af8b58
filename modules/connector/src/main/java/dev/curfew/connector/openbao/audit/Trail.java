package dev.curfew.connector.openbao.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.curfew.connector.record.Deeds;
import dev.curfew.connector.record.Follower;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Follows somebody through an audit file, and the tokens that it makes on the way.
final class Trail implements Follower<String> {
    private static final Messages MESSAGES = Messages.of(Trail.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Enough of a hash to tell two apart by eye.
    private static final int SHOWN = 12;

    private static final String HASHED = "hmac-sha256:";

    private final Map<String, String> followed = new HashMap<>();
    private final Map<String, String> made = new HashMap<>();
    private final String entity;
    private final String login;
    private final long unasked;
    private final Deeds deeds;

    /// @param tokens the hash of each accessor, and the accessor
    /// @param entity empty: nobody's
    /// @param login the path at which it logs in; empty: nowhere
    /// @param unasked how many more tokens there are
    Trail(Map<String, String> tokens, String entity, String login, Instant since, long unasked) {
        followed.putAll(tokens);
        this.entity = entity;
        this.login = login;
        this.unasked = unasked;
        this.deeds = new Deeds(since);
    }

    @Override
    public boolean take(String line) {
        if (!concerns(line)) {
            return true;
        }
        try {
            AuditEntry.of(JSON.readTree(line)).filter(this::isIts).ifPresent(this::keep);
            return true;
        } catch (JsonProcessingException _) {
            return false;
        }
    }

    /// Most lines are somebody else's, and are not taken apart.
    private boolean concerns(String line) {
        if ((!entity.isEmpty() && line.contains(entity)) || (!login.isEmpty() && line.contains(login))) {
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

    private boolean isIts(AuditEntry entry) {
        return followed.containsKey(entry.accessor())
                || (!entity.isEmpty() && entity.equals(entry.entity()))
                || isLogin(entry);
    }

    private boolean isLogin(AuditEntry entry) {
        return !login.isEmpty() && entry.path().equals(login);
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
        if (isLogin(entry) && !entry.made().isEmpty()) {
            followed.put(entry.made(), entry.made());
        }
        String with = followed.getOrDefault(entry.accessor(), entry.accessor());
        deeds.add(entry.deed(with, by, detail));
    }

    private static String shown(String hash) {
        String bare = hash.startsWith(HASHED) ? hash.substring(HASHED.length()) : hash;
        return bare.substring(0, Math.min(SHOWN, bare.length()));
    }

    @Override
    public Deeds deeds() {
        return deeds;
    }

    @Override
    public List<String> caveats() {
        return List.of(MESSAGES.text(entity.isEmpty() ? "gap.tokens" : "gap.entity"));
    }

    @Override
    public List<String> gaps() {
        return unasked > 0 ? List.of(MESSAGES.text("gap.unasked", unasked)) : List.of();
    }
}
