package dev.curfew.connector.keycloak.act;

import java.util.Optional;

/// What can be done to a credential, as the revocability catalogue and its tests name it.
public enum Verb {
    /// Undone by [#ENABLE_CLIENT].
    DISABLE_CLIENT("keycloak.disable-client"),
    /// Undoes [#DISABLE_CLIENT]; in no plan.
    ENABLE_CLIENT("keycloak.enable-client"),
    ROTATE_SECRET("keycloak.rotate-secret"),
    END_ROTATED_SECRET("keycloak.end-rotated-secret"),
    NOT_BEFORE("keycloak.not-before"),
    END_SESSION("keycloak.end-session"),
    DELETE_INITIAL_ACCESS("keycloak.delete-initial-access"),
    ROTATE_REGISTRATION_TOKEN("keycloak.rotate-registration-token"),
    DELETE_CLIENT("keycloak.delete-client");

    private final String code;

    Verb(String code) {
        this.code = code;
    }

    /// As in `Action.code`.
    public String code() {
        return code;
    }

    static Optional<Verb> of(String code) {
        for (Verb verb : values()) {
            if (verb.code.equals(code)) {
                return Optional.of(verb);
            }
        }
        return Optional.empty();
    }
}
