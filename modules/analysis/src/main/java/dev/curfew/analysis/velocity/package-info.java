/// How much access came, changed and went from one moment to another.
@NullMarked
package dev.curfew.analysis.velocity;

import org.jspecify.annotations.NullMarked;
