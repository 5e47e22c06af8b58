package dev.curfew.connector.openbao.observe.login;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoUser;
import dev.curfew.connector.openbao.sheet.Fields;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Policy;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.estate.Trust;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A role of a login: whoever it lets in has its policies.
record LoginRole(String mount, String name, LoginKind kind) {
    private static final Messages MESSAGES = Messages.of(LoginRole.class);
    private static final String TRUST = "openbao.login";

    private static final List<String> TOKENS = List.of(
            "token_bound_cidrs",
            "token_explicit_max_ttl",
            "token_max_ttl",
            "token_no_default_policy",
            "token_num_uses",
            "token_period",
            "token_policies",
            "token_ttl",
            "token_type");

    /// @param config of the login, which holds for all its roles; a missing node where there is none
    void add(ScopeSheet sheet, JsonNode data, JsonNode config) {
        List<String> kept = new ArrayList<>(kind.bound());
        kept.addAll(TOKENS);
        String path = "auth/" + mount + "/" + kind.list() + name;
        Provenance provenance = sheet.from("GET " + path, Json.only(data, kept));
        IdentityId id = new IdentityId(
                sheet.source(),
                kind.identity().equals("openbao.user")
                        ? new BaoUser(mount, name).nativeId()
                        : "login-role/" + mount + "/" + name);
        sheet.add(new Identity(
                id,
                kind.identity(),
                name,
                new Ownership.Unowned(),
                null,
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                tags(data, config),
                provenance));
        Json.texts(data.path("token_policies")).forEach(policy -> sheet.grant(id, policy, provenance));
        if (!data.path("token_no_default_policy").asBoolean()) {
            sheet.grant(id, "default", provenance);
        }
        if (!kind.bound().isEmpty()) {
            trust(sheet, id, data, config, provenance);
        }
    }

    private Map<String, String> tags(JsonNode data, JsonNode config) {
        Map<String, String> tags = new TreeMap<>(Fields.said(config, kind.configured()));
        tags.putAll(Fields.said(data, kind.bound()));
        tags.putAll(Fields.said(data, TOKENS));
        // a grant says it
        tags.remove("token-policies");
        tags.remove("token-no-default-policy");
        // public, and long
        tags.remove("certificate");
        tags.put("login", kind.type());
        tags.put("mount", mount);
        return tags;
    }

    private void trust(ScopeSheet sheet, IdentityId id, JsonNode data, JsonNode config, Provenance provenance) {
        Map<String, Object> document = new TreeMap<>(Json.kept(config, kind.configured()));
        document.putAll(Json.kept(data, kind.bound()));
        document.put("type", kind.type());
        document.put("mount", mount);
        PolicyId policy = new PolicyId(sheet.source(), "login/" + mount + "/" + name);
        sheet.add(new Policy(policy, TRUST, mount + "/" + name, CanonicalJson.text(document), provenance));
        sheet.add(new Trust(id, TRUST, policy, provenance));
    }
}
