/// How what a Keycloak holds is named: realm by realm, by Keycloak's own ids.
@NullMarked
package dev.curfew.connector.keycloak.id;

import org.jspecify.annotations.NullMarked;
