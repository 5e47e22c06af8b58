/// Narrower ACL policies of OpenBao and Vault.
@NullMarked
package dev.curfew.analysis.narrowing.openbao;

import org.jspecify.annotations.NullMarked;
