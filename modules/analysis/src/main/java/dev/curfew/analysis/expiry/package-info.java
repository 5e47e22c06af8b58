/// When credentials and windows end.
@NullMarked
package dev.curfew.analysis.expiry;

import org.jspecify.annotations.NullMarked;
