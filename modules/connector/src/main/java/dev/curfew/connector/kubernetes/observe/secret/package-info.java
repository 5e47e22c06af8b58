/// Secrets, without their values.
@NullMarked
package dev.curfew.connector.kubernetes.observe.secret;

import org.jspecify.annotations.NullMarked;
