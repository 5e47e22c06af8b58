/// The list of non-human identities, and one of them in full.
@NullMarked
package dev.curfew.app.usecase.inventory;

import org.jspecify.annotations.NullMarked;
