/// Keycloak's admin API and token endpoint: logins, calls, answers, and the words they come with.
@NullMarked
package dev.curfew.connector.keycloak.api;

import org.jspecify.annotations.NullMarked;
