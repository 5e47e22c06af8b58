package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The tokens that Curfew itself comes with, kept alive: a renewable one is renewed when less than half of its time is
/// left, so that reading now and then is enough.
///
/// @param accessors of those that may look themselves up
/// @param troubles in words: what will end and could not be renewed
record OwnTokens(Set<String> accessors, List<String> troubles) {
    private static final Messages MESSAGES = Messages.of(OwnTokens.class);

    OwnTokens {
        accessors = Set.copyOf(accessors);
        troubles = List.copyOf(troubles);
    }

    static OwnTokens keep(BaoAccess access, BaoSession reading) throws InterruptedException {
        Set<String> accessors = new HashSet<>();
        List<String> troubles = new ArrayList<>();
        keep(reading, "reading", accessors, troubles);
        try (BaoSession acting = access.actingIfKept().orElse(null)) {
            if (acting != null) {
                keep(acting, "acting", accessors, troubles);
            }
        } catch (SourceException e) {
            troubles.add(MESSAGES.text("acting-unusable", String.valueOf(e.getMessage())));
        }
        return new OwnTokens(accessors, troubles);
    }

    private static void keep(BaoSession session, String use, Set<String> accessors, List<String> troubles)
            throws InterruptedException {
        if (session.read("auth/token/lookup-self") instanceof BaoAnswer.Done done) {
            accessors.add(done.data().path("accessor").asText());
            if (isNearItsEnd(done.data())) {
                BaoAnswer renewed = session.ask("auth/token/renew-self", Map.of("increment", whole(done.data()) + "s"));
                if (!(renewed instanceof BaoAnswer.Done)) {
                    String end = done.data().path("expire_time").asText();
                    troubles.add(MESSAGES.text("not-renewed." + use, end, renewed.words()));
                }
            }
        }
    }

    private static boolean isNearItsEnd(JsonNode token) {
        return token.path("renewable").asBoolean() && token.path("ttl").asLong() < whole(token) / 2;
    }

    /// A token with a period lasts that long after each renewal; another one as long as it is asked to, so it is asked
    /// for the time it was made for.
    private static long whole(JsonNode token) {
        return Math.max(
                token.path("period").asLong(), token.path("creation_ttl").asLong());
    }
}
