/// Narrower policies, without a server.
@NullMarked
package dev.curfew.analysis.narrowing;

import org.jspecify.annotations.NullMarked;
