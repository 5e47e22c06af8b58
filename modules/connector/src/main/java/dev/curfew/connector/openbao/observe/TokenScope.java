package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.approle.Logins;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Expiry;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Service tokens, by accessor. OpenBao says of a token whether it is an orphan, and of no other token which one is its
/// parent; batch tokens have no accessor and are in no list. The token of this very reading, where it logged in for
/// one, is left
/// out: it is gone with it.
final class TokenScope implements Scope {
    private static final Messages MESSAGES = Messages.of(TokenScope.class);

    /// Not kept: `id` (the token itself, blank here), `ttl` and `last_renewal*` (different at each reading).
    private static final List<String> KEPT = List.of(
            "accessor",
            "bound_cidrs",
            "creation_time",
            "creation_ttl",
            "display_name",
            "entity_id",
            "expire_time",
            "explicit_max_ttl",
            "external_namespace_policies",
            "identity_policies",
            "issue_time",
            "meta",
            "namespace_path",
            "num_uses",
            "orphan",
            "path",
            "period",
            "policies",
            "renewable",
            "role",
            "type");

    private final OwnTokens own;

    TokenScope(OwnTokens own) {
        this.own = own;
    }

    @Override
    public String name() {
        return OpenBaoObserver.TOKENS;
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        List<String> accessors = sheet.keys(session.list("auth/token/accessors")).stream()
                .filter(accessor -> !session.passingAccessor().equals(Optional.of(accessor)))
                .toList();
        List<String> notes = new ArrayList<>(own.troubles());
        notes.add(MESSAGES.text("batch"));
        sheet.noteIfRead(String.join(" ", notes));
        Details.each(
                session.callsMax(),
                accessors,
                sheet,
                progress,
                accessor -> session.ask("auth/token/lookup-accessor", Map.of("accessor", accessor)),
                (accessor, data) -> token(sheet, accessor, data));
    }

    private void token(ScopeSheet sheet, String accessor, JsonNode data) {
        CredentialId id = new CredentialId(sheet.source(), accessor);
        Provenance provenance = sheet.from("POST auth/token/lookup-accessor", Json.only(data, KEPT));
        String entity = data.path("entity_id").asText();
        sheet.add(new Credential(
                id,
                "openbao.token",
                data.path("display_name").asText(),
                entity.isEmpty() ? null : new IdentityId(sheet.source(), "entity/" + entity),
                null,
                createdAt(data),
                expiry(data),
                new Usage.NotObserved(MESSAGES.text("token-usage")),
                true,
                attributes(accessor, data),
                provenance));
        Json.texts(data.path("policies")).forEach(policy -> sheet.grant(id, policy, provenance));
    }

    private static @Nullable Instant createdAt(JsonNode data) {
        long seconds = data.path("creation_time").asLong();
        return seconds > 0 ? Instant.ofEpochSecond(seconds) : null;
    }

    private static Expiry expiry(JsonNode data) {
        if (!data.hasNonNull("expire_time")) {
            return data.has("expire_time") ? new Expiry.Never() : new Expiry.Unknown(MESSAGES.text("expiry-unknown"));
        }
        return Json.instant(data.path("expire_time"))
                .<Expiry>map(Expiry.At::new)
                .orElseGet(() -> new Expiry.Unknown(MESSAGES.text("expiry-unknown")));
    }

    private Map<String, String> attributes(String accessor, JsonNode data) {
        Map<String, String> attributes = new TreeMap<>();
        boolean orphan = data.path("orphan").asBoolean();
        attributes.put("type", data.path("type").asText());
        attributes.put("orphan", String.valueOf(orphan));
        attributes.put("parentage", orphan ? "none" : "unknown");
        attributes.put("renewable", String.valueOf(data.path("renewable").asBoolean()));
        attributes.put("display-name", data.path("display_name").asText());
        attributes.put("path", data.path("path").asText());
        putIfSet(attributes, "period", data.path("period"));
        putIfSet(attributes, "num-uses", data.path("num_uses"));
        putIfSet(attributes, "explicit-max-ttl", data.path("explicit_max_ttl"));
        putIfSet(attributes, "role", data.path("role"));
        putIfSet(attributes, "entity", data.path("entity_id"));
        putIfSet(attributes, "namespace", data.path("namespace_path"));
        if (!data.path("bound_cidrs").isEmpty()) {
            attributes.put("bound-cidrs", String.join(",", Json.texts(data.path("bound_cidrs"))));
        }
        Json.textMap(data.path("meta")).forEach((key, value) -> attributes.put("meta:" + key, value));
        attributes.putAll(Logins.of(data));
        if (own.accessors().contains(accessor)) {
            attributes.put("curfew:own", "true");
        }
        return attributes;
    }

    /// OpenBao writes 0 and "" for what is not set.
    private static void putIfSet(Map<String, String> attributes, String name, JsonNode value) {
        String text = value.asText();
        if (!text.isEmpty() && !text.equals("0") && !value.isNull()) {
            attributes.put(name, text);
        }
    }
}
