/// The command that lists ways to become an administrator.
@NullMarked
package dev.curfew.app.cli.escalations;

import org.jspecify.annotations.NullMarked;
