package dev.curfew.testbed.keycloak;

import dev.curfew.testbed.SharedServer;

/// Gives tests the [Keycloak] that all suites share.
final class KeycloakExtension extends SharedServer<Keycloak> {

    KeycloakExtension() {
        super(Keycloak.class, Keycloak::start);
    }
}
