package dev.curfew.connector.openbao.observe;

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

/// Token roles: what tokens made through them may be. Their grants are the policies that such a token may carry.
final class TokenRoleScope implements Scope {
    private static final Messages MESSAGES = Messages.of(TokenRoleScope.class);
    private static final List<String> KEPT = List.of(
            "allowed_entity_aliases",
            "allowed_policies",
            "allowed_policies_glob",
            "disallowed_policies",
            "disallowed_policies_glob",
            "name",
            "orphan",
            "path_suffix",
            "renewable",
            "token_bound_cidrs",
            "token_explicit_max_ttl",
            "token_no_default_policy",
            "token_num_uses",
            "token_period",
            "token_type");

    @Override
    public String name() {
        return "token-roles";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Details.each(
                session.callsMax(),
                sheet.keys(session.list("auth/token/roles")),
                sheet,
                progress,
                name -> session.read("auth/token/roles/" + BaoPath.encode(name)),
                (name, data) -> role(sheet, name, data));
    }

    private static void role(ScopeSheet sheet, String name, JsonNode data) {
        IdentityId id = new IdentityId(sheet.source(), "token-role/" + name);
        Provenance provenance = sheet.from("GET auth/token/roles/" + name, Json.only(data, KEPT));
        Map<String, String> tags = new TreeMap<>();
        tags.put("orphan", data.path("orphan").asText());
        tags.put("token-type", data.path("token_type").asText());
        tags.put("token-period", data.path("token_period").asText());
        tags.put("token-explicit-max-ttl", data.path("token_explicit_max_ttl").asText());
        tags.put("allowed-policies-glob", String.join(",", Json.texts(data.path("allowed_policies_glob"))));
        tags.values().removeIf(String::isEmpty);
        sheet.add(new Identity(
                id,
                "openbao.token-role",
                name,
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                tags,
                provenance));
        Json.texts(data.path("allowed_policies")).forEach(policy -> sheet.grant(id, policy, provenance));
    }
}
