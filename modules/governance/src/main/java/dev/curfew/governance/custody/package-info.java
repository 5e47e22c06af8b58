/// Custody of break-glass credentials: sealed in files, opened by so many of their holders together, without a
/// network, an identity provider or a keychain.
@NullMarked
package dev.curfew.governance.custody;

import org.jspecify.annotations.NullMarked;
