/// A real Keycloak, and its makers' own client.
@NullMarked
package dev.curfew.testbed.keycloak;

import org.jspecify.annotations.NullMarked;
