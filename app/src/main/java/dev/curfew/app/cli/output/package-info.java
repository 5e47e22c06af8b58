/// Listings as tables and as JSON.
@NullMarked
package dev.curfew.app.cli.output;

import org.jspecify.annotations.NullMarked;
