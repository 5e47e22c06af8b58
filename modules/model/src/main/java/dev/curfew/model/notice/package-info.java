/// What somebody should hear of, and how it is brought to them.
@NullMarked
package dev.curfew.model.notice;

import org.jspecify.annotations.NullMarked;
