package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// Whether OpenBao made what was ordered, and not more.
final class IssuedToken {
    private static final Messages MESSAGES = Messages.of(IssuedToken.class);

    /// OpenBao takes the two times one after the other.
    private static final Duration SLACK = Duration.ofSeconds(1);

    private IssuedToken() {}

    /// @param token its lookup
    /// @throws SourceException if it is more than was ordered; less time is accepted
    static void check(JsonNode token, String policy, Duration ordered) {
        List<String> policies = new ArrayList<>();
        token.path("policies").forEach(each -> policies.add(each.asText()));
        expect(policies.equals(List.of(policy)), "policies", String.join(", ", policies));
        expect(token.path("orphan").asBoolean(), "orphan", token.path("orphan").asText());
        expect(!token.path("renewable").asBoolean(true), "renewable", "true");
        expect(
                token.path("type").asText().equals("service"),
                "type",
                token.path("type").asText());
        expect(
                token.path("period").asLong() == 0,
                "period",
                token.path("period").asText());
        long endsAfter = token.path("explicit_max_ttl").asLong();
        expect(endsAfter > 0 && endsAfter <= ordered.toSeconds(), "explicit_max_ttl", endsAfter + " s");
        Duration lasts = lasts(token);
        expect(lasts.compareTo(ordered.plus(SLACK)) <= 0, "expire_time", lasts.toString());
    }

    private static Duration lasts(JsonNode token) {
        try {
            return Duration.between(
                    Instant.parse(token.path("issue_time").asText()),
                    Instant.parse(token.path("expire_time").asText()));
        } catch (DateTimeException e) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("issued-endless"), e);
        }
    }

    private static void expect(boolean held, String what, String got) {
        if (!held) {
            throw new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("issued-more", what, got));
        }
    }
}
