package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAccess;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.connection.Secret;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.port.Revoker;
import dev.curfew.model.port.SourceException;
import dev.curfew.model.revocation.Action;
import dev.curfew.model.revocation.ActionOutcome;
import dev.curfew.model.rotation.Rotator;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A second secret id of the same role, bound to the same addresses, as long and with the same metadata. The mark is in
/// its metadata, and so in each login's with it: that is how the audit file tells the two apart.
public final class SecretIdRotator implements Rotator {
    /// How a secret id is ended.
    public static final Action DESTROY = new Action("openbao.destroy-secret-id", false);

    /// Under which metadata has the mark.
    public static final String MARK = "curfew-rotation";

    private static final Messages MESSAGES = Messages.of(SecretIdRotator.class);

    private final BaoAccess access;
    private final Revoker revoker;
    private final SecretIdUses uses;
    private final Clock clock;

    public SecretIdRotator(BaoAccess access, Revoker revoker, Clock clock) {
        this.access = access;
        this.revoker = revoker;
        this.clock = clock;
        uses = new SecretIdUses(access.connection(), clock);
    }

    /// The mark tells which one it was.
    @Override
    public Set<CredentialId> beside(CredentialId old) throws InterruptedException {
        checked(looked(SecretId.of(old)));
        return Set.of();
    }

    @Override
    public Set<CredentialId> strays(CredentialId old, String mark, Set<CredentialId> beside)
            throws InterruptedException {
        SecretId secretId = SecretId.of(old);
        List<CredentialId> found = new ArrayList<>();
        try (BaoSession session = access.reading()) {
            BaoAnswer list = session.list(secretId.rolePath() + "/secret-id");
            if (list instanceof BaoAnswer.Empty) {
                return Set.of();
            }
            for (String accessor : Json.texts(done(list, "unlisted").path("keys"))) {
                SecretId one = secretId.beside(accessor);
                BaoAnswer answer = one.lookup(session);
                if (!SecretId.saysGone(answer) && marks(done(answer, "unlisted"), mark)) {
                    found.add(one.in(old.source()));
                }
            }
        }
        return Set.copyOf(found);
    }

    private static boolean marks(JsonNode data, String mark) {
        return data.path("metadata").path(MARK).asText().equals(mark);
    }

    @Override
    public boolean marks() {
        return true;
    }

    /// Not repeated: an answer that got lost may have been a secret id.
    @Override
    public Fresh make(CredentialId old, String mark) throws InterruptedException {
        SecretId secretId = SecretId.of(old);
        Map<String, Object> order = like(checked(looked(secretId)), mark);
        try (BaoSession session = access.acting()) {
            JsonNode made = done(session.write(secretId.rolePath() + "/secret-id", order), "refused");
            // Jackson keeps the value as a string that nobody can wipe; it goes with this method's frame.
            return new Fresh(
                    secretId.beside(made.path("secret_id_accessor").asText()).in(old.source()),
                    Secret.of(made.path("secret_id").asText()));
        }
    }

    private static Map<String, Object> like(JsonNode old, String mark) {
        Map<String, String> metadata = new LinkedHashMap<>(Json.textMap(old.path("metadata")));
        metadata.put(MARK, mark);
        Map<String, Object> order = new LinkedHashMap<>();
        // OpenBao takes the metadata as text.
        order.put("metadata", CanonicalJson.text(metadata));
        order.put("cidr_list", Json.texts(old.path("cidr_list")));
        order.put("token_bound_cidrs", Json.texts(old.path("token_bound_cidrs")));
        if (old.path("secret_id_ttl").asLong() > 0) {
            order.put("ttl", old.path("secret_id_ttl").asLong() + "s");
        }
        return order;
    }

    /// Whoever counts its uses hands out another for each time.
    private static JsonNode checked(JsonNode old) {
        if (SecretIdFields.isLimited(old)) {
            throw new SourceException(
                    SourceException.Kind.REFUSED,
                    MESSAGES.text("limited", old.path("secret_id_num_uses").asText()));
        }
        return old;
    }

    private JsonNode looked(SecretId secretId) throws InterruptedException {
        try (BaoSession session = access.reading()) {
            return done(secretId.lookup(session), "unknown");
        }
    }

    private static JsonNode done(BaoAnswer answer, String key) {
        if (answer instanceof BaoAnswer.Done done) {
            return done.data();
        }
        String words = MESSAGES.text(key, answer.words());
        throw SecretId.saysGone(answer)
                ? new SourceException(SourceException.Kind.REFUSED, words)
                : answer.failure(words);
    }

    @Override
    public ActionOutcome discard(CredentialId fresh) throws InterruptedException {
        return revoker.act(DESTROY, fresh);
    }

    @Override
    public Usage lastUse(CredentialId credential) throws InterruptedException {
        try {
            SecretId secretId = SecretId.of(credential);
            return uses.of(secretId, looked(secretId));
        } catch (SourceException e) {
            return new Usage.NotObserved(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public ActionOutcome restore(CredentialId old) {
        return new ActionOutcome.Refused(clock.instant(), MESSAGES.text("no-way-back"));
    }
}
