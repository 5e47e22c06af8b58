/// Where and as whom officers sign in, and that they do.
@NullMarked
package dev.curfew.app.cli.officer.signin;

import org.jspecify.annotations.NullMarked;
