/// A desk's cases: listing them, looking at one, acting on it. What exceptions and revocations have in common.
@NullMarked
package dev.curfew.app.console.screen.cases;

import org.jspecify.annotations.NullMarked;
