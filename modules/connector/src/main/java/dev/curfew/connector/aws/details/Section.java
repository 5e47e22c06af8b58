package dev.curfew.connector.aws.details;

import java.util.Arrays;
import java.util.Optional;

/// The four lists of the account authorization details.
public enum Section {
    USERS("UserDetailList", "users"),
    GROUPS("GroupDetailList", "groups"),
    ROLES("RoleDetailList", "roles"),
    POLICIES("Policies", "policies");

    private final String element;
    private final String scope;

    Section(String element, String scope) {
        this.element = element;
        this.scope = scope;
    }

    /// As IAM calls the list.
    public String element() {
        return element;
    }

    /// As coverage calls what comes out of it.
    public String scope() {
        return scope;
    }

    public static Optional<Section> named(String element) {
        return Arrays.stream(values())
                .filter(section -> section.element.equals(element))
                .findFirst();
    }
}
