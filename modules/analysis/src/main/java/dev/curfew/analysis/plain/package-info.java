/// Policies of rights that a source states itself.
@NullMarked
package dev.curfew.analysis.plain;

import org.jspecify.annotations.NullMarked;
