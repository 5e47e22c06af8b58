package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// Identity groups: entities and groups as members, and the policies they bring.
final class GroupScope implements Scope {
    private static final Messages MESSAGES = Messages.of(GroupScope.class);
    private static final List<String> KEPT = List.of(
            "creation_time", "id", "member_entity_ids", "member_group_ids", "metadata", "name", "policies", "type");

    @Override
    public String name() {
        return "groups";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Details.each(
                session.callsMax(),
                sheet.keys(session.list("identity/group/id")),
                sheet,
                progress,
                id -> session.read("identity/group/id/" + BaoPath.encode(id)),
                (id, data) -> group(sheet, id, data));
    }

    private static void group(ScopeSheet sheet, String uuid, JsonNode data) {
        IdentityId id = new IdentityId(sheet.source(), "group/" + uuid);
        Provenance provenance = sheet.from("GET identity/group/id", Json.only(data, KEPT));
        Map<String, String> metadata = Json.textMap(data.path("metadata"));
        sheet.add(new Identity(
                id,
                "openbao.group",
                data.path("name").asText(),
                EntityScope.OWNER_METADATA.of(metadata),
                Json.instant(data.path("creation_time")).orElse(null),
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                metadata,
                provenance));
        Json.texts(data.path("policies")).forEach(policy -> sheet.grant(id, policy, provenance));
        members(sheet, "entity/", data.path("member_entity_ids"), id, provenance);
        members(sheet, "group/", data.path("member_group_ids"), id, provenance);
    }

    private static void members(
            ScopeSheet sheet, String prefix, JsonNode ids, IdentityId group, Provenance provenance) {
        Json.texts(ids)
                .forEach(member ->
                        sheet.add(new Membership(new IdentityId(sheet.source(), prefix + member), group, provenance)));
    }
}
