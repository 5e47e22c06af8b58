/// Commands that only look.
@NullMarked
package dev.curfew.app.cli.see;

import org.jspecify.annotations.NullMarked;
