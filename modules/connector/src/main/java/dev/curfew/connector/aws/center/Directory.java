package dev.curfew.connector.aws.center;

import dev.curfew.connector.aws.facts.FactSet;
import dev.curfew.connector.aws.service.Seconds;
import dev.curfew.connector.sheet.Parallel;
import dev.curfew.connector.tree.Node;
import dev.curfew.connector.tree.Reading;
import dev.curfew.model.attribute.Ownership;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.estate.Provenance;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.SourceName;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.List;
import java.util.Map;

/// An instance's people and groups. Of a person the name to sign in with, the address and whether the account is
/// enabled are kept, and nothing else that a directory holds.
final class Directory {
    private static final Messages MESSAGES = Messages.of(Directory.class);

    private final SourceName source;
    private final Instance instance;
    private final CenterCalls calls;

    Directory(SourceName source, Instance instance, CenterCalls calls) {
        this.source = source;
        this.instance = instance;
        this.calls = calls;
    }

    void read(FactSet facts) throws InterruptedException {
        List<Identity> people =
                calls.all("ListUsers", store(), "Users", this::person).orElse(List.of());
        List<Identity> groups =
                calls.all("ListGroups", store(), "Groups", this::group).orElse(List.of());
        facts.addAll(people);
        facts.addAll(groups);
        calls.add(people.size() + groups.size());
        Parallel.each(CenterCalls.AT_ONCE, groups, this::members, (_, members) -> {
            facts.addAll(members);
            calls.add(members.size());
        });
    }

    private Map<String, Object> store() {
        return Map.of("IdentityStoreId", instance.store());
    }

    private Identity person(Node node) {
        Reading user = Reading.of(node);
        String name = user.text("UserName");
        String owner = user.list("Emails", Reading::of).stream()
                .filter(email -> email.flag("Primary"))
                .flatMap(email -> email.optionalText("Value").stream())
                .findFirst()
                .orElse(name);
        return new Identity(
                id("user", user.text("UserId")),
                "identity-center.user",
                name,
                new Ownership.Owned(owner, MESSAGES.text("owner.person")),
                Seconds.at(user, "CreatedAt"),
                new Usage.NotObserved(MESSAGES.text("usage.person")),
                user.optionalText("UserStatus")
                        .map(status -> Map.of("enabled", String.valueOf(status.equals("ENABLED"))))
                        .orElse(Map.of()),
                provenance("ListUsers", Map.of("UserId", user.text("UserId"))));
    }

    private Identity group(Node node) {
        Reading group = Reading.of(node);
        String id = group.text("GroupId");
        return new Identity(
                id("group", id),
                "identity-center.group",
                group.optionalText("DisplayName").orElse(id),
                new Ownership.Unowned(),
                Seconds.at(group, "CreatedAt"),
                new Usage.NotObserved(MESSAGES.text("usage.group")),
                Map.of(),
                provenance("ListGroups", Map.of("GroupId", id)));
    }

    private List<Membership> members(Identity group) throws InterruptedException {
        String nativeId = group.id().nativeId();
        String id = nativeId.substring(nativeId.lastIndexOf('/') + 1);
        Map<String, Object> question = Map.of("IdentityStoreId", instance.store(), "GroupId", id);
        return calls.all("ListGroupMemberships", question, "GroupMemberships", node -> membership(node, group.id(), id))
                .orElse(List.of());
    }

    private Membership membership(Node node, IdentityId group, String groupId) {
        String user = Reading.of(Reading.of(node).require("MemberId")).text("UserId");
        return new Membership(
                id("user", user),
                group,
                provenance("ListGroupMemberships", Map.of("GroupId", groupId, "UserId", user)));
    }

    private IdentityId id(String type, String id) {
        return new IdentityId(source, instance.inDirectory(type, id));
    }

    private Provenance provenance(String origin, Map<String, String> document) {
        return new Provenance(calls.scope(), origin, CanonicalJson.text(document));
    }
}
