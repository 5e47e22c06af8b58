/// Requests that are kept before anybody is asked.
@NullMarked
package dev.curfew.app.cli.draft;

import org.jspecify.annotations.NullMarked;
