/// OpenBao (and Vault, whose API it speaks): reading, issuing, revoking, probing.
@NullMarked
package dev.curfew.connector.openbao;

import org.jspecify.annotations.NullMarked;
