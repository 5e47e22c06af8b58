/// What is fetched of a realm: each list once, whole or as far as it came.
@NullMarked
package dev.curfew.connector.keycloak.realm;

import org.jspecify.annotations.NullMarked;
