/// What clients and people log in with.
@NullMarked
package dev.curfew.connector.keycloak.observe.login;

import org.jspecify.annotations.NullMarked;
