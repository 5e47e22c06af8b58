/// How break-glass paths stand now, and what is done with those that are open.
@NullMarked
package dev.curfew.app.usecase.breakglass.status;

import org.jspecify.annotations.NullMarked;
