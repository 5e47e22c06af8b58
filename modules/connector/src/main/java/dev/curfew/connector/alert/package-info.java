/// Alerts to a monitoring system, and its word that it has them.
@NullMarked
package dev.curfew.connector.alert;

import org.jspecify.annotations.NullMarked;
