/// Whether a holder of some policies can make credentials that outlive its own.
@NullMarked
package dev.curfew.analysis.minting;

import org.jspecify.annotations.NullMarked;
