/// The one door for background work.
@NullMarked
package dev.curfew.app.console.work;

import org.jspecify.annotations.NullMarked;
