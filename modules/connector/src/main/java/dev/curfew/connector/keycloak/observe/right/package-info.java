/// What clients and people may do.
@NullMarked
package dev.curfew.connector.keycloak.observe.right;

import org.jspecify.annotations.NullMarked;
