/// Passwords that Curfew makes for others.
@NullMarked
package dev.curfew.connector.password;

import org.jspecify.annotations.NullMarked;
