/// Settings that are no single kind's.
@NullMarked
package dev.curfew.model.kind.common;

import org.jspecify.annotations.NullMarked;
