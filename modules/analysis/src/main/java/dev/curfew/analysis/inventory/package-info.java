/// The estate as rows: one for each identity, and for each credential that stands for none.
@NullMarked
package dev.curfew.analysis.inventory;

import org.jspecify.annotations.NullMarked;
