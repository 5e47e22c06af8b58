package dev.curfew.connector.openbao.door;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.breakglass.Wrapped;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

/// OpenBao's response wrapping. Before one is opened, the server says who made it and when: one that somebody opened on
/// its way and made anew is another.
///
/// <https://openbao.org/docs/concepts/response-wrapping/#response-wrapping-token-validation>
record Wrapping(BaoAccess access) {
    private static final Messages MESSAGES = Messages.of(Wrapping.class);
    private static final String MADE_BY = "sys/wrapping/wrap";
    private static final String TOKEN = "token";

    /// @param session put into it; the policy `default` lets every token do that with what it knows
    Wrapped of(Secret session, Duration time) throws InterruptedException {
        try (BaoSession open = access.with(session)) {
            BaoAnswer answer = open.wrap(Map.of(TOKEN, session.reveal()), time);
            if (!(answer instanceof BaoAnswer.Done done)) {
                throw failure(answer, "wrap.refused", answer.words());
            }
            JsonNode info = done.body().path("wrap_info");
            Instant madeAt = Json.instant(info.path("creation_time")).orElseThrow(Wrapping::malformed);
            // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
            return new Wrapped(
                    Secret.of(info.path(TOKEN).asText()),
                    info.path("accessor").asText(),
                    info.path("creation_path").asText(),
                    madeAt,
                    madeAt.plusSeconds(info.path("ttl").asLong()));
        }
    }

    /// @return the variables of the session in it
    Map<String, Secret> open(Wrapped wrapped) throws InterruptedException {
        check(wrapped);
        BaoAnswer answer;
        try (BaoSession opening = access.with(wrapped.token())) {
            answer = opening.write("sys/wrapping/unwrap", Map.of());
        }
        if (!(answer instanceof BaoAnswer.Done done)) {
            throw failure(answer, "unwrap.spent", answer.words(), wrapped.until());
        }
        try (Secret session = Secret.of(done.data().path(TOKEN).asText())) {
            return OpenBaoEntry.variables(access.connection(), session);
        }
    }

    /// What is not as it was made is not opened.
    private void check(Wrapped wrapped) throws InterruptedException {
        BaoAnswer answer;
        try (BaoSession nobody = access.withoutToken()) {
            answer = nobody.ask(
                    "sys/wrapping/lookup", Map.of(TOKEN, wrapped.token().reveal()));
        }
        if (!(answer instanceof BaoAnswer.Done done)) {
            throw failure(answer, "unwrap.spent", answer.words(), wrapped.until());
        }
        String madeBy = done.data().path("creation_path").asText();
        String madeAt = done.data().path("creation_time").asText();
        boolean same = madeBy.equals(MADE_BY)
                && madeBy.equals(wrapped.madeBy())
                && Json.instant(done.data().path("creation_time"))
                        .filter(wrapped.madeAt()::equals)
                        .isPresent();
        if (!same) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text("unwrap.other", madeBy, madeAt, wrapped.madeBy(), wrapped.madeAt()));
        }
    }

    private static SourceException malformed() {
        return new SourceException(SourceException.Kind.MALFORMED, MESSAGES.text("wrap.malformed"));
    }

    private static SourceException failure(BaoAnswer answer, String key, Object... words) {
        return answer.failure(
                answer.leavesOpen() ? MESSAGES.text("wrap.unanswered", answer.words()) : MESSAGES.text(key, words));
    }
}
