/// Narrowing a policy to what it is used for.
@NullMarked
package dev.curfew.app.cli.narrow;

import org.jspecify.annotations.NullMarked;
