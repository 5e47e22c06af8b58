/// Tells values apart, and finds the same one again, without keeping any.
@NullMarked
package dev.curfew.connector.fingerprint;

import org.jspecify.annotations.NullMarked;
