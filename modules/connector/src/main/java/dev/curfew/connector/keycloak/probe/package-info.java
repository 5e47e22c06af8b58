/// Tries what clients log in with.
@NullMarked
package dev.curfew.connector.keycloak.probe;

import org.jspecify.annotations.NullMarked;
