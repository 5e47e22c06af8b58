/// Reads a Keycloak, tries and ends what its clients log in with, and issues clients that end by themselves.
@NullMarked
package dev.curfew.connector.keycloak;

import org.jspecify.annotations.NullMarked;
