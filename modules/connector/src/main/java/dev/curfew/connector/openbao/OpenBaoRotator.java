package dev.curfew.connector.openbao;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.approle.SecretIdRotator;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// A second token with the policies and the life of the first, an orphan: it does not end with Curfew's own. A token
/// that somebody logged in for is not made again, for it stands for an entity, and a batch token or one with few uses
/// is not worth it.
final class OpenBaoRotator implements Rotator {
    private static final Messages MESSAGES = Messages.of(OpenBaoRotator.class);

    private final BaoAccess access;
    private final Clock clock;

    OpenBaoRotator(BaoAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
    }

    /// The mark tells which token it was.
    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        try (BaoSession session = access.acting()) {
            checked(lookup(session, old));
            return Set.of();
        }
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        List<CredentialId> found = new ArrayList<>();
        try (BaoSession session = access.reading()) {
            for (String accessor : Json.texts(done(session.list("auth/token/accessors"), "rotate-unlisted")
                    .path("keys"))) {
                BaoAnswer answer = session.ask("auth/token/lookup-accessor", Map.of("accessor", accessor));
                if (answer.saysUnknown()) {
                    continue;
                }
                if (done(answer, "rotate-unlisted")
                        .path("meta")
                        .path(SecretIdRotator.MARK)
                        .asText()
                        .equals(mark)) {
                    found.add(new CredentialId(old.source(), accessor));
                }
            }
        }
        return Set.copyOf(found);
    }

    @Override
    public boolean marks() {
        return true;
    }

    /// Not repeated: an answer that got lost may have been a token.
    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        try (BaoSession session = access.acting()) {
            JsonNode token = checked(lookup(session, old));
            BaoAnswer answer = session.write("auth/token/create-orphan", like(token, mark));
            if (!(answer instanceof BaoAnswer.Done made)) {
                throw answer.failure(MESSAGES.text("rotate-refused", answer.words()));
            }
            JsonNode auth = made.body().path("auth");
            // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
            Secret value = Secret.of(auth.path("client_token").asText());
            CredentialId fresh =
                    new CredentialId(old.source(), auth.path("accessor").asText());
            try {
                notMore(token, lookup(session, fresh));
                return new Fresh(fresh, value);
            } catch (SourceException e) {
                value.close();
                discard(fresh);
                throw e;
            }
        }
    }

    private static Map<String, Object> like(JsonNode token, String mark) {
        Map<String, Object> order = new LinkedHashMap<>();
        List<String> policies = Json.texts(token.path("policies"));
        order.put("policies", policies);
        order.put("no_default_policy", !policies.contains("default"));
        order.put("renewable", token.path("renewable").asBoolean());
        order.put("type", "service");
        order.put("display_name", token.path("display_name").asText().replaceFirst("^token-", ""));
        Map<String, String> meta = new LinkedHashMap<>(Json.textMap(token.path("meta")));
        meta.put(SecretIdRotator.MARK, mark);
        order.put("meta", meta);
        putTime(order, "ttl", token.path("creation_ttl"));
        putTime(order, "explicit_max_ttl", token.path("explicit_max_ttl"));
        putTime(order, "period", token.path("period"));
        return order;
    }

    /// OpenBao writes 0 for what is not set.
    private static void putTime(Map<String, Object> order, String name, JsonNode seconds) {
        if (seconds.asLong() > 0) {
            order.put(name, seconds.asLong() + "s");
        }
    }

    private static JsonNode checked(JsonNode token) {
        boolean login = !token.path("entity_id").asText().isEmpty()
                || !token.path("path").asText().startsWith("auth/token/");
        if (login) {
            throw refused("rotate-login", token.path("path").asText());
        }
        if (!token.path("role").asText().isEmpty()) {
            throw refused("rotate-role", token.path("role").asText());
        }
        if (!token.path("type").asText().equals("service")
                || token.path("num_uses").asLong() > 0) {
            throw refused("rotate-kind", token.path("type").asText());
        }
        if (!token.path("bound_cidrs").isEmpty()) {
            throw refused("rotate-bound", String.join(", ", Json.texts(token.path("bound_cidrs"))));
        }
        return token;
    }

    /// What OpenBao says of it afterwards counts: it may have been told to hand out more.
    private static void notMore(JsonNode old, JsonNode fresh) {
        Set<String> allowed = Set.copyOf(Json.texts(old.path("policies")));
        Set<String> more = Json.texts(fresh.path("policies")).stream()
                .filter(policy -> !allowed.contains(policy))
                .collect(Collectors.toSet());
        if (!more.isEmpty()) {
            throw refused("rotate-more", String.join(", ", more));
        }
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return new OpenBaoRevoker(access, clock).act(OpenBaoRevoker.REVOKE, fresh);
    }

    /// OpenBao keeps no record of a token's use.
    @Override
    public Usage lastUse(CredentialId credential) {
        return new Usage.NotObserved(MESSAGES.text("rotate-usage"));
    }

    @Override
    public ActionOutcome restore(CredentialId old) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("rotate-no-way-back"));
    }

    private static JsonNode lookup(BaoSession session, CredentialId token) throws InterruptedException {
        return done(session.ask("auth/token/lookup-accessor", Map.of("accessor", token.nativeId())), "rotate-unknown");
    }

    private static JsonNode done(BaoAnswer answer, String key) {
        if (answer instanceof BaoAnswer.Done done && !answer.saysUnknown()) {
            return done.data();
        }
        throw answer.failure(MESSAGES.text(key, answer.words()));
    }

    private static SourceException refused(String key, String what) {
        return new SourceException(SourceException.Kind.REFUSED, MESSAGES.text(key, what));
    }
}
