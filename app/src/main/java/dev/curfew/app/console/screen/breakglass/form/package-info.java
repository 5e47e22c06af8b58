/// What is asked of a person about a break-glass path: its holders, and what it is registered with.
@NullMarked
package dev.curfew.app.console.screen.breakglass.form;

import org.jspecify.annotations.NullMarked;
