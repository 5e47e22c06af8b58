/// The two primitives everything at rest stands on: AES-256-GCM and Argon2id.
@NullMarked
package dev.curfew.snapshot.crypto;

import org.jspecify.annotations.NullMarked;
