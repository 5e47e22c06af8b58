/// What an identity or a credential can become and touch, every step explained by the statement that decides it.
@NullMarked
package dev.curfew.analysis.reach;

import org.jspecify.annotations.NullMarked;
