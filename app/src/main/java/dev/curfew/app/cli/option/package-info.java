/// Options that commands share.
@NullMarked
package dev.curfew.app.cli.option;

import org.jspecify.annotations.NullMarked;
