/// What goes on after an identity was cut off.
@NullMarked
package dev.curfew.revocation.after;

import org.jspecify.annotations.NullMarked;
