/// The operating system's keychain, where there is one.
@NullMarked
package dev.curfew.snapshot.keychain;

import org.jspecify.annotations.NullMarked;
