/// TLS endpoints: the certificates that servers show to whoever asks.
@NullMarked
package dev.curfew.connector.endpoints;

import org.jspecify.annotations.NullMarked;
