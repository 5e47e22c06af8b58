/// What others tell about identities, and who is believed: signals in.
@NullMarked
package dev.curfew.model.signal;

import org.jspecify.annotations.NullMarked;
