/// Tries credentials before and after the act, and keeps every try.
@NullMarked
package dev.curfew.revocation.trial;

import org.jspecify.annotations.NullMarked;
