package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoAnswer;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Credential;
import dev.curfew.model.estate.Logged;
import dev.curfew.model.id.CredentialId;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The secret ids of every approle, by accessor. OpenBao shows the value to whoever makes one, and to nobody after.
public final class SecretIdScope implements Scope {
    private static final Messages MESSAGES = Messages.of(SecretIdScope.class);

    /// Not kept: `last_updated_time`, which for one with limited uses is another at each reading.
    private static final List<String> KEPT = List.of(
            "cidr_list",
            "creation_time",
            "expiration_time",
            "metadata",
            "secret_id_accessor",
            "secret_id_num_uses",
            "secret_id_ttl",
            "token_bound_cidrs");

    private final Approles approles;

    public SecretIdScope(Approles approles) {
        this.approles = approles;
    }

    @Override
    public String name() {
        return "secret-ids";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        List<CredentialId> ids = new ArrayList<>();
        for (String role : approles.of(session, sheet)) {
            BaoAnswer list = session.list(BaoPath.encode(Approles.path(role)) + "/secret-id");
            sheet.keysOrMiss(list).forEach(accessor -> ids.add(new SecretId(role, accessor).in(sheet.source())));
        }
        Details.each(
                session.callsMax(),
                ids.stream().map(CredentialId::nativeId).toList(),
                sheet,
                progress,
                id -> SecretId.of(new CredentialId(sheet.source(), id)).lookup(session),
                (id, data) -> secretId(sheet, new CredentialId(sheet.source(), id), data));
    }

    private static void secretId(ScopeSheet sheet, CredentialId id, JsonNode data) {
        SecretId secretId = SecretId.of(id);
        sheet.add(new Credential(
                id,
                "openbao.secret-id",
                MESSAGES.text("secret-id", secretId.roleName()),
                new IdentityId(sheet.source(), Approles.identity(secretId.role())),
                null,
                Json.instant(data.path("creation_time")).orElse(null),
                SecretIdFields.expiry(data),
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                true,
                attributes(data),
                sheet.from(
                        "POST " + Approles.path(secretId.role()) + "/secret-id-accessor/lookup",
                        Json.only(data, KEPT))));
    }

    private static Map<String, String> attributes(JsonNode data) {
        Map<String, String> attributes = new TreeMap<>();
        attributes.put("parentage", "none");
        attributes.put(
                "num-uses",
                SecretIdFields.isLimited(data) ? data.path("secret_id_num_uses").asText() : "");
        attributes.put("bound-cidrs", String.join(",", Json.texts(data.path("cidr_list"))));
        attributes.put("token-bound-cidrs", String.join(",", Json.texts(data.path("token_bound_cidrs"))));
        attributes.values().removeIf(String::isEmpty);
        attributes.put(Logged.MARKS, Logins.marks(Json.textMap(data.path("metadata"))));
        Json.textMap(data.path("metadata")).forEach((key, value) -> attributes.put("meta:" + key, value));
        return attributes;
    }
}
