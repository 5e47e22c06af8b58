/// What a request would add, as worked out on this machine.
@NullMarked
package dev.curfew.app.console.screen.exceptions.adds;

import org.jspecify.annotations.NullMarked;
