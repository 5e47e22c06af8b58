/// Canonical text forms: JSON (RFC 8785), hashes.
@NullMarked
package dev.curfew.model.text;

import org.jspecify.annotations.NullMarked;
