package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.fact.ObjectOwner;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.attribute.Usage;
import dev.curfew.model.estate.Identity;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.Map;
import java.util.Optional;

/// Whom bindings name. Kubernetes keeps no list of users and groups: they are there where something names them.
final class Subjects {
    private static final Messages MESSAGES = Messages.of(Subjects.class);

    private Subjects() {}

    static Identity user(ScopeSheet sheet, NativeNames names, String name, boolean isOwn) {
        return named(
                sheet, names.user(name), "kubernetes.user", name, isOwn ? Map.of(OwnUsers.MARK, "true") : Map.of());
    }

    static Identity group(ScopeSheet sheet, NativeNames names, String name) {
        return named(sheet, names.group(name), "kubernetes.group", name, Map.of());
    }

    private static Identity named(ScopeSheet sheet, IdentityId id, String kind, String name, Map<String, String> tags) {
        return new Identity(
                id,
                kind,
                name,
                ObjectOwner.ofSubject(name),
                null,
                new Usage.NotObserved(MESSAGES.text("subject-usage")),
                tags,
                sheet.from(MESSAGES.text("subject-origin"), CanonicalJson.text(Map.of("name", name))));
    }

    /// Empty where it cannot be said which service account is meant, or where it is nobody.
    ///
    /// @param subject as a binding names it
    /// @param namespace the binding's
    static Optional<IdentityId> id(NativeNames names, Accounts accounts, Doc subject, String namespace) {
        String name = subject.text("name");
        return switch (subject.text("kind")) {
            case "User" -> Optional.of(names.user(name));
            case "Group" -> Optional.of(names.group(name));
            case "ServiceAccount" ->
                accounts.find(subject.text("namespace").isEmpty() ? namespace : subject.text("namespace"), name);
            default -> Optional.empty();
        };
    }
}
