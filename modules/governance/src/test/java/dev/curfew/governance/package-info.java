/// Tests of the whole module.
@NullMarked
package dev.curfew.governance;

import org.jspecify.annotations.NullMarked;
