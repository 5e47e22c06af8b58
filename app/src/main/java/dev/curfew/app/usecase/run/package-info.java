/// Commands that run with a credential issued for them alone.
@NullMarked
package dev.curfew.app.usecase.run;

import org.jspecify.annotations.NullMarked;
