/// Many threads that write one journal.
@NullMarked
package dev.curfew.revocation.journal;

import org.jspecify.annotations.NullMarked;
