package dev.curfew.connector.openbao.observe;

import com.fasterxml.jackson.databind.JsonNode;
import dev.curfew.connector.openbao.api.BaoPath;
import dev.curfew.connector.openbao.api.BaoSession;
import dev.curfew.connector.openbao.sheet.Details;
import dev.curfew.connector.openbao.sheet.Scope;
import dev.curfew.connector.openbao.sheet.ScopeSheet;
import dev.curfew.connector.sheet.Json;
import dev.curfew.connector.sheet.OwnerTags;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.port.Progress;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Entities: whom tokens stand for, with the aliases by which they log in and the policies they bring.
final class EntityScope implements Scope {
    private static final Messages MESSAGES = Messages.of(EntityScope.class);

    /// By which entities and groups name who answers for them.
    static final OwnerTags OWNER_METADATA =
            new OwnerTags(List.of("owner", "team"), key -> MESSAGES.text("owner.metadata", key));

    private static final List<String> KEPT =
            List.of("aliases", "creation_time", "direct_group_ids", "disabled", "id", "metadata", "name", "policies");
    private static final List<String> KEPT_OF_ALIAS =
            List.of("id", "name", "mount_accessor", "mount_path", "mount_type", "creation_time", "local");

    @Override
    public String name() {
        return "entities";
    }

    @Override
    public void read(BaoSession session, ScopeSheet sheet, Progress progress) throws InterruptedException {
        Details.each(
                session.callsMax(),
                sheet.keys(session.list("identity/entity/id")),
                sheet,
                progress,
                id -> session.read("identity/entity/id/" + BaoPath.encode(id)),
                (id, data) -> entity(sheet, id, data));
    }

    private static void entity(ScopeSheet sheet, String uuid, JsonNode data) {
        IdentityId id = new IdentityId(sheet.source(), "entity/" + uuid);
        Provenance provenance = sheet.from("GET identity/entity/id", Json.only(data, KEPT, "aliases", KEPT_OF_ALIAS));
        Map<String, String> metadata = Json.textMap(data.path("metadata"));
        Map<String, String> tags = new TreeMap<>(metadata);
        data.path("aliases").forEach(alias -> {
            String mount = alias.path("mount_path").asText();
            tags.put("alias:" + mount, alias.path("name").asText());
            AliasLogins.of(alias)
                    .ifPresent(
                            login -> sheet.add(new Membership(new IdentityId(sheet.source(), login), id, provenance)));
        });
        if (data.path("disabled").asBoolean()) {
            tags.put("disabled", "true");
        }
        sheet.add(new Identity(
                id,
                "openbao.entity",
                data.path("name").asText(),
                OWNER_METADATA.of(metadata),
                Json.instant(data.path("creation_time")).orElse(null),
                new Usage.NotObserved(MESSAGES.text("login-usage")),
                tags,
                provenance));
        Json.texts(data.path("policies")).forEach(policy -> sheet.grant(id, policy, provenance));
    }
}
