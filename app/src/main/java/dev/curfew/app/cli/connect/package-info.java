/// Commands that connect sources, and list them.
@NullMarked
package dev.curfew.app.cli.connect;

import org.jspecify.annotations.NullMarked;
