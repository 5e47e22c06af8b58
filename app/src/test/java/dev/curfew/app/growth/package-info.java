/// How cost grows with the estate, by hand: `main` methods, no tests.
@NullMarked
package dev.curfew.app.growth;

import org.jspecify.annotations.NullMarked;
