/// The one HTTP client under all connectors: bounded in time, size and tries, and silent about credentials.
@NullMarked
package dev.curfew.connector.http;

import org.jspecify.annotations.NullMarked;
