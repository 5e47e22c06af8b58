package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.connection.Standing;
import dev.curfew.model.port.SelfCheck;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.text.Messages;

/// Asks OpenBao what a token is, or the one that a login gives. A token without the `default` policy may not look
/// itself up; it is then tried where
/// every valid token may read.
final class OpenBaoSelfCheck implements SelfCheck {
    private static final Messages MESSAGES = Messages.of(OpenBaoSelfCheck.class);

    private final BaoAccess access;

    OpenBaoSelfCheck(BaoAccess access) {
        this.access = access;
    }

    @Override
    public Standing of(Secret credential) throws InterruptedException {
        try (BaoSession session = access.asOwn(credential)) {
            BaoAnswer answer = session.read("auth/token/lookup-self");
            boolean valid = answer instanceof BaoAnswer.Refused refused && refused.byPolicy();
            Standing standing = standing(valid ? session.readWhatAnyTokenMay() : answer);
            return session.passingAccessor().isPresent() ? ofLogin(standing) : standing;
        } catch (SourceException e) {
            return e.kind() == SourceException.Kind.REFUSED
                    ? new Standing.Refused(String.valueOf(e.getMessage()))
                    : new Standing.Unclear(String.valueOf(e.getMessage()));
        }
    }

    private static Standing standing(BaoAnswer answer) {
        return switch (answer) {
            case BaoAnswer.Done done
            when done.data().has("accessor") -> new Standing.Works(who(done.data()), expiry(done.data()));
            case BaoAnswer.Done done
            when done.data().has("secret") ->
                new Standing.Works(MESSAGES.text("self.silent"), new Expiry.Unknown(MESSAGES.text("self.unasked")));
            case BaoAnswer.Done _ -> new Standing.Unclear(MESSAGES.text("self.foreign"));
            case BaoAnswer.Refused refused -> new Standing.Refused(refused.words());
            case BaoAnswer.Throttled _,
                    BaoAnswer.Absent _,
                    BaoAnswer.Empty _,
                    BaoAnswer.Rejected _,
                    BaoAnswer.Failed _,
                    BaoAnswer.Silent _,
                    BaoAnswer.Foreign _ -> new Standing.Unclear(answer.words());
        };
    }

    /// The token says nothing of how long the login lasts.
    private static Standing ofLogin(Standing standing) {
        return standing instanceof Standing.Works works
                ? new Standing.Works(
                        MESSAGES.text("self.login", works.who()), new Expiry.Unknown(MESSAGES.text("self.login.end")))
                : standing;
    }

    private static String who(JsonNode token) {
        return MESSAGES.text(
                "self.who",
                token.path("display_name").asText(),
                token.path("accessor").asText(),
                String.join(", ", Json.texts(token.path("policies"))));
    }

    private static Expiry expiry(JsonNode token) {
        return token.path("expire_time").isNull()
                ? new Expiry.Never()
                : Json.instant(token.path("expire_time"))
                        .<Expiry>map(Expiry.At::new)
                        .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("self.unasked")));
    }
}
