package dev.curfew.connector.keycloak.facts;

import dev.curfew.connector.keycloak.id.Ids;
import dev.curfew.model.right.Right;
import dev.curfew.model.right.RightLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What the roles of `realm-management`, and of the clients that stand for realms in `master`, let their holders do.
/// Each was tried at Keycloak 26.7.3 with a service account that held it alone.
enum AdminRight {
    /// All of them together.
    REALM_ADMIN(Power.ALL),
    /// Adds signing keys: who has those signs any token of the realm.
    MANAGE_REALM(Power.ALL),
    /// Adds an identity provider of its own, and a mapper to it that gives any role, `realm-admin` too.
    MANAGE_IDENTITY_PROVIDERS(Power.ALL),
    /// Reads and replaces any client's secret, that of one with `realm-admin` too. A mapper puts any role into a
    /// client's tokens, which applications believe and the admin API does not.
    MANAGE_CLIENTS(Power.CLIENTS, Power.CHANGE, Power.APPLICATIONS),
    /// Reads any client's secret in the clear.
    VIEW_CLIENTS(Power.CLIENTS, Power.SEE),
    /// Sets anybody's password, an administrator's too; gives any role but an administrator's.
    MANAGE_USERS(Power.USERS, Power.APPLICATIONS),
    /// Logs in as anybody, an administrator too, but as no service account.
    IMPERSONATION(Power.USERS),
    CREATE_CLIENT(Power.CHANGE),
    MANAGE_AUTHORIZATION(Power.APPLICATIONS),
    MANAGE_EVENTS(Power.CHANGE),
    MANAGE_ORGANIZATIONS(Power.CHANGE),
    VIEW_AUTHORIZATION(Power.SEE),
    VIEW_EVENTS(Power.SEE),
    VIEW_IDENTITY_PROVIDERS(Power.SEE),
    VIEW_ORGANIZATIONS(Power.SEE),
    VIEW_REALM(Power.SEE),
    VIEW_USERS(Power.SEE),
    QUERY_CLIENTS(Power.SEE),
    QUERY_GROUPS(Power.SEE),
    QUERY_ORGANIZATIONS(Power.SEE),
    QUERY_REALMS(Power.SEE),
    QUERY_USERS(Power.SEE);

    private enum Power {
        ALL,
        CLIENTS,
        USERS,
        APPLICATIONS,
        CHANGE,
        SEE
    }

    @SuppressWarnings("ImmutableEnumChecker") // it is copied
    private final List<Power> powers;

    AdminRight(Power... powers) {
        this.powers = List.of(powers);
    }

    /// Empty for a role that a newer Keycloak has, or that somebody added.
    static Optional<AdminRight> of(String role) {
        for (AdminRight right : values()) {
            if (right.role().equals(role)) {
                return Optional.of(right);
            }
        }
        return Optional.empty();
    }

    String role() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// @param managed the realm that it is about
    List<Right> in(Ids managed) {
        List<Right> rights = new ArrayList<>();
        powers.forEach(power -> rights.addAll(rights(power, managed)));
        return rights;
    }

    private List<Right> rights(Power power, Ids managed) {
        return switch (power) {
            case ALL ->
                List.of(
                        right(RightLevel.ADMINISTER, managed.realmItself().nativeId()),
                        right(RightLevel.BECOME, managed.anyClient().nativeId()),
                        right(RightLevel.BECOME, managed.anyUser().nativeId()),
                        right(RightLevel.PERMISSIONS, managed.applications().nativeId()));
            case CLIENTS -> List.of(right(RightLevel.BECOME, managed.anyClient().nativeId()));
            case USERS -> List.of(right(RightLevel.BECOME, managed.anyUser().nativeId()));
            case APPLICATIONS ->
                List.of(right(RightLevel.PERMISSIONS, managed.applications().nativeId()));
            case CHANGE -> List.of(right(RightLevel.WRITE, managed.realmItself().nativeId()));
            case SEE -> List.of(right(RightLevel.READ, managed.realmItself().nativeId()));
        };
    }

    private Right right(RightLevel level, String on) {
        return Right.of(level, on, role());
    }
}
