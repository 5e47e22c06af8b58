/// OpenBao and Vault ACL policies: parsed, merged and evaluated as the server does.
///
/// The rules are those of OpenBao 2.7 (`internal/vault/policy`), <https://openbao.org/docs/concepts/policies/>.
@NullMarked
package dev.curfew.analysis.vault;

import org.jspecify.annotations.NullMarked;
