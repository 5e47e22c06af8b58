/// Connection secrets, encrypted, outside the store.
@NullMarked
package dev.curfew.snapshot.secret;

import org.jspecify.annotations.NullMarked;
