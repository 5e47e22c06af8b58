/// Keycloak's break-glass accounts: clients that stand for themselves, by their own rights alone.
@NullMarked
package dev.curfew.connector.keycloak.door;

import org.jspecify.annotations.NullMarked;
