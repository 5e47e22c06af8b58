/// The sealed answers of a probe, and what a revocation may claim from them.
@NullMarked
package dev.curfew.model.proof;

import org.jspecify.annotations.NullMarked;
