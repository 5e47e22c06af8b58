package dev.curfew.connector.openbao.approle;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The roles of every approle login, with the policies that a login gets.
public final class ApproleScope implements Scope {
    private static final Messages MESSAGES = Messages.of(ApproleScope.class);
    private static final List<String> KEPT = List.of(
            "bind_secret_id",
            "local_secret_ids",
            "secret_id_bound_cidrs",
            "secret_id_num_uses",
            "secret_id_ttl",
            "token_bound_cidrs",
            "token_explicit_max_ttl",
            "token_max_ttl",
            "token_no_default_policy",
            "token_num_uses",
            "token_period",
            "token_policies",
            "token_ttl",
            "token_type");

    private final Approles approles;

    public ApproleScope(Approles approles) {
        this.approles = approles;
    }

    @Override
    public String name() {
        return "approles";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        List<String> roles = approles.of(session, sheet);
        Details.each(
                session.callsMax(),
                roles,
                sheet,
                progress,
                role -> session.read(BaoPath.encode(Approles.path(role))),
                (role, data) -> role(sheet, role, data));
    }

    private static void role(ScopeSheet sheet, String role, JsonNode data) {
        IdentityId id = new IdentityId(sheet.source(), Approles.identity(role));
        Provenance provenance = sheet.from("GET " + Approles.path(role), Json.only(data, KEPT));
        Map<String, String> tags = new TreeMap<>();
        tags.put("bind-secret-id", data.path("bind_secret_id").asText());
        tags.put("secret-id-ttl", data.path("secret_id_ttl").asText());
        tags.put("secret-id-num-uses", data.path("secret_id_num_uses").asText());
        tags.put("token-type", data.path("token_type").asText());
        tags.put("token-ttl", data.path("token_ttl").asText());
        tags.put("token-max-ttl", data.path("token_max_ttl").asText());
        tags.put("token-period", data.path("token_period").asText());
        tags.put("secret-id-bound-cidrs", String.join(",", Json.texts(data.path("secret_id_bound_cidrs"))));
        tags.values().removeIf(String::isEmpty);
        sheet.add(new Identity(
                id,
                "openbao.approle",
                role.substring(role.lastIndexOf('/') + 1),
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                tags,
                provenance));
        Json.texts(data.path("token_policies")).forEach(policy -> sheet.grant(id, policy, provenance));
        if (!data.path("token_no_default_policy").asBoolean()) {
            sheet.grant(id, "default", provenance);
        }
    }
}
