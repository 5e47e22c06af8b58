/// Where a statement stands in its policy's text, to be shown and to be taken out.
@NullMarked
package dev.curfew.app.console.screen.blastradius.document;

import org.jspecify.annotations.NullMarked;
