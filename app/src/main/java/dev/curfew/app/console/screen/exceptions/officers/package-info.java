/// Who may decide: those with a key here, and those with one elsewhere.
@NullMarked
package dev.curfew.app.console.screen.exceptions.officers;

import org.jspecify.annotations.NullMarked;
