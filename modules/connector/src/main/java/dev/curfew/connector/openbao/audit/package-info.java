/// What OpenBao's audit file tells of a token or an entity. Everything in it that could be a secret is hashed there,
/// with the server's own key, and told by asking the server for the hash of what is looked for.
@NullMarked
package dev.curfew.connector.openbao.audit;

import org.jspecify.annotations.NullMarked;
