/// The statements of a roster: what each does, and how the chain of them is verified.
@NullMarked
package dev.curfew.governance.roster.chain;

import org.jspecify.annotations.NullMarked;
