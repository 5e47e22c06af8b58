package dev.curfew.connector.keycloak.facts;

import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.connector.keycloak.realm.Role;
import dev.curfew.model.id.PolicyId;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import dev.curfew.model.right.Rights;
import dev.curfew.model.text.Messages;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What a role lets its holders do, with what it is made of.
public final class RoleRights {
    private static final Messages MESSAGES = Messages.of(RoleRights.class);
    private static final String MASTER = "master";
    private static final String MANAGEMENT = "realm-management";
    private static final String STANDS_FOR_REALM = "-realm";

    /// What everybody has over the own account and its tokens.
    private static final Set<String> OWN_ACCOUNT = Set.of("account", "broker");

    private static final Set<String> OWN_TOKENS = Set.of("offline_access", "uma_authorization");

    private final Ids ids;
    private final Map<String, Role> roles;

    /// @param roles of the realm, by Keycloak's id
    public RoleRights(Ids ids, Map<String, Role> roles) {
        this.ids = ids;
        this.roles = roles;
    }

    public static PolicyId id(Ids ids, Role role) {
        return role.isOfRealm() ? ids.realmRole(role.name()) : ids.clientRole(role.clientId(), role.name());
    }

    public String text(Role role) {
        return Rights.of(rights(role)).text();
    }

    /// Whether holding it means power over a realm, by itself or by a part.
    public boolean isAdministrative(Role role) {
        return whole(role).stream().anyMatch(part -> managed(part).isPresent() || isOfServer(part));
    }

    private List<Right> rights(Role role) {
        List<Right> rights = new ArrayList<>();
        for (Role part : whole(role)) {
            List<Right> own = own(part);
            String origin = part.id().equals(role.id()) ? "" : id(ids, part).nativeId();
            own.forEach(right -> rights.add(right.from(origin)));
        }
        return rights;
    }

    /// The role and all its parts, each once: Keycloak lets them go in circles.
    private List<Role> whole(Role role) {
        List<Role> whole = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Role> open = new ArrayDeque<>(List.of(role));
        while (!open.isEmpty()) {
            Role next = open.remove();
            if (seen.add(next.id())) {
                whole.add(next);
                next.parts().stream()
                        .flatMap(id -> Optional.ofNullable(roles.get(id)).stream())
                        .forEach(open::add);
            }
        }
        return whole;
    }

    private List<Right> own(Role role) {
        Optional<Ids> managed = managed(role);
        if (managed.isPresent()) {
            return AdminRight.of(role.name())
                    .map(right -> right.in(managed.get()))
                    .orElseGet(() -> List.of(Right.of(
                                    RightLevel.WRITE,
                                    managed.get().realmItself().nativeId(),
                                    role.name())
                            .provided(MESSAGES.text("role.unknown"))));
        }
        if (isOfServer(role)) {
            return List.of(
                    role.name().equals("admin")
                            ? Right.of(RightLevel.ADMINISTER, Rights.WHOLE, role.name())
                            : Right.of(RightLevel.WRITE, Ids.SERVER, role.name()));
        }
        return role.isOfRealm() ? ofRealm(role) : ofApplication(role);
    }

    private List<Right> ofRealm(Role role) {
        boolean isPlain = OWN_TOKENS.contains(role.name()) || role.name().equals("default-roles-" + ids.realm());
        return isPlain ? List.of() : List.of(applied(ids.applications().nativeId(), role));
    }

    private List<Right> ofApplication(Role role) {
        return OWN_ACCOUNT.contains(role.clientId())
                ? List.of()
                : List.of(applied(ids.application(role.clientId()).nativeId(), role));
    }

    private static Right applied(String on, Role role) {
        return Right.of(RightLevel.WRITE, on, role.name()).provided(MESSAGES.text("role.applied"));
    }

    /// `master` alone has roles over the whole server.
    private boolean isOfServer(Role role) {
        return ids.realm().equals(MASTER)
                && role.isOfRealm()
                && (role.name().equals("admin") || role.name().equals("create-realm"));
    }

    /// The realm that a role is power over.
    private Optional<Ids> managed(Role role) {
        if (role.clientId().equals(MANAGEMENT)) {
            return Optional.of(ids);
        }
        boolean stands = ids.realm().equals(MASTER) && role.clientId().endsWith(STANDS_FOR_REALM);
        return stands
                ? Optional.of(new Ids(
                        ids.source(),
                        role.clientId().substring(0, role.clientId().length() - STANDS_FOR_REALM.length())))
                : Optional.empty();
    }
}
