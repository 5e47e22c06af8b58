/// Certificates that this side shows, and the keys they come with.
@NullMarked
package dev.curfew.connector.http.tls;

import org.jspecify.annotations.NullMarked;
