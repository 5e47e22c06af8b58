/// Reads a Keycloak into facts, one part of all realms after another.
@NullMarked
package dev.curfew.connector.keycloak.observe;

import org.jspecify.annotations.NullMarked;
