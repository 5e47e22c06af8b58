/// Issues clients that end by themselves.
@NullMarked
package dev.curfew.connector.keycloak.issue;

import org.jspecify.annotations.NullMarked;
