/// Reads an OpenBao into facts, one scope after another.
@NullMarked
package dev.curfew.connector.openbao.observe;

import org.jspecify.annotations.NullMarked;
