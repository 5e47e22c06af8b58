/// Commands with a credential of their own, as real processes against real servers.
@NullMarked
package dev.curfew.app.run;

import org.jspecify.annotations.NullMarked;
