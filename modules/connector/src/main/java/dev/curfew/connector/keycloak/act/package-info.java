/// What Curfew does at a Keycloak, with its acting client.
@NullMarked
package dev.curfew.connector.keycloak.act;

import org.jspecify.annotations.NullMarked;
