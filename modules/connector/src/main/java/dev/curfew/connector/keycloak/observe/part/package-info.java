/// How a Keycloak is read: in parts, each over all realms.
@NullMarked
package dev.curfew.connector.keycloak.observe.part;

import org.jspecify.annotations.NullMarked;
