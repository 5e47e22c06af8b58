/// What every screen of an open workspace shares.
@NullMarked
package dev.curfew.app.console.session;

import org.jspecify.annotations.NullMarked;
