/// Tests of the whole module.
@NullMarked
package dev.curfew.revocation;

import org.jspecify.annotations.NullMarked;
