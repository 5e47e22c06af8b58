/// The Merkle tree of RFC 6962: hashes, roots, inclusion and consistency.
@NullMarked
package dev.curfew.ledger.merkle;

import org.jspecify.annotations.NullMarked;
