/// Commands that end credentials.
@NullMarked
package dev.curfew.app.cli.act;

import org.jspecify.annotations.NullMarked;
