package dev.curfew.connector.kubernetes.observe.access;

import dev.curfew.connector.kubernetes.api.KubePath;
import dev.curfew.connector.kubernetes.api.OwnUsers;
import dev.curfew.connector.kubernetes.fact.Accounts;
import dev.curfew.connector.kubernetes.fact.Metadata;
import dev.curfew.connector.kubernetes.fact.NativeNames;
import dev.curfew.connector.kubernetes.json.Doc;
import dev.curfew.connector.kubernetes.json.Shape;
import dev.curfew.connector.kubernetes.list.Collection;
import dev.curfew.connector.kubernetes.list.Form;
import dev.curfew.connector.kubernetes.sheet.ListScope;
import dev.curfew.connector.kubernetes.sheet.ScopeSheet;
import dev.curfew.model.estate.Grant;
import dev.curfew.model.estate.GrantRole;
import dev.curfew.model.estate.Membership;
import dev.curfew.model.id.IdentityId;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.text.CanonicalJson;
import dev.curfew.model.text.Messages;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// RoleBindings, or ClusterRoleBindings. Several that give the same role to the same subject in the same place are one
/// grant, which names them all.
public final class BindingScope extends ListScope {
    private static final Messages MESSAGES = Messages.of(BindingScope.class);
    private static final Shape SHAPE = Shape.of("subjects", "roleRef").with("metadata", Metadata.SHAPE);

    private final OwnUsers own;
    private final Set<String> told;
    private final List<Doc> bindings = new ArrayList<>();

    /// @param plural `rolebindings` or `clusterrolebindings`
    /// @param told users and groups that have been told of, over all scopes
    public BindingScope(String plural, OwnUsers own, Set<String> told) {
        super(Collection.of(KubePath.RBAC + plural, SHAPE), Form.OBJECTS);
        this.own = own;
        this.told = told;
    }

    @Override
    protected void object(ScopeSheet sheet, Doc object, List<String> columns) {
        bindings.add(object);
    }

    @Override
    protected void restart() {
        bindings.clear();
    }

    private record Held(IdentityId subject, PolicyId role, String namespace) {}

    @Override
    public void finish(ScopeSheet sheet, Accounts accounts) {
        NativeNames names = new NativeNames(sheet.source());
        Map<Held, List<String>> grants = new LinkedHashMap<>();
        for (Doc binding : bindings) {
            Metadata metadata = Metadata.of(binding);
            for (Doc subject : binding.docs("subjects")) {
                tell(sheet, names, subject);
                Optional<IdentityId> id = Subjects.id(names, accounts, subject, metadata.namespace());
                id.ifPresentOrElse(
                        found -> grants.computeIfAbsent(
                                        new Held(found, names.roleOf(binding), metadata.namespace()),
                                        _ -> new ArrayList<>())
                                .add(metadata.name()),
                        () -> sheet.miss(MESSAGES.text("account-unread", metadata.path())));
            }
        }
        grants.forEach((held, by) -> sheet.add(new Grant(
                held.subject(), held.role(), GrantRole.IDENTITY, held.namespace(), from(sheet, document(held, by)))));
        bindings.clear();
    }

    private static String document(Held held, List<String> by) {
        return CanonicalJson.text(new TreeMap<>(Map.of(
                "bindings", by.stream().sorted().distinct().toList(),
                "subject", held.subject().nativeId(),
                "role", held.role().nativeId(),
                "namespace", held.namespace())));
    }

    /// Every user is in the group of those whom the server knows.
    private void tell(ScopeSheet sheet, NativeNames names, Doc subject) {
        String name = subject.text("name");
        if (subject.text("kind").equals("User") && told.add("user/" + name)) {
            sheet.add(Subjects.user(sheet, names, name, own.names().contains(name)));
            sheet.add(new Membership(names.user(name), names.group(NativeNames.AUTHENTICATED), from(sheet, "{}")));
        }
        if (subject.text("kind").equals("Group") && !isImplied(name) && told.add("group/" + name)) {
            sheet.add(Subjects.group(sheet, names, name));
        }
    }

    /// Those of the service accounts come with them.
    private static boolean isImplied(String group) {
        return group.equals(NativeNames.AUTHENTICATED) || group.startsWith(NativeNames.ALL_ACCOUNTS);
    }
}
