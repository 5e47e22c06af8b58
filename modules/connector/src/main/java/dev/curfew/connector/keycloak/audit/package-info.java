/// What Keycloak's admin events and login events tell of somebody.
///
/// <https://www.keycloak.org/docs/latest/server_admin/#configuring-auditing-to-track-events>
@NullMarked
package dev.curfew.connector.keycloak.audit;

import org.jspecify.annotations.NullMarked;
