/// What one part of an OpenBao gave, and what it did not: facts, coverage, and the calls for many things at once.
@NullMarked
package dev.curfew.connector.openbao.sheet;

import org.jspecify.annotations.NullMarked;
