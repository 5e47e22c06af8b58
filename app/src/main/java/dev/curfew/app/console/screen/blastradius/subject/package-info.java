/// Whom or what the blast radius is of, and how a person says so.
@NullMarked
package dev.curfew.app.console.screen.blastradius.subject;

import org.jspecify.annotations.NullMarked;
