/// Ways by rights that a source states itself.
@NullMarked
package dev.curfew.analysis.reach.plain;

import org.jspecify.annotations.NullMarked;
