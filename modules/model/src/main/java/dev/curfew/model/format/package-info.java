/// The forms in which credentials are issued, so that one is known where it stands.
@NullMarked
package dev.curfew.model.format;

import org.jspecify.annotations.NullMarked;
