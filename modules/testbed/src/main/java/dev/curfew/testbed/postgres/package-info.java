/// A real PostgreSQL server, and the vendor's own client.
@NullMarked
package dev.curfew.testbed.postgres;

import org.jspecify.annotations.NullMarked;
