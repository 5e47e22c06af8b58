/// What somebody did.
@NullMarked
package dev.curfew.app.cli.timeline;

import org.jspecify.annotations.NullMarked;
