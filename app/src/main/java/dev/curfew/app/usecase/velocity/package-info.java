/// How fast access comes, changes and goes.
@NullMarked
package dev.curfew.app.usecase.velocity;

import org.jspecify.annotations.NullMarked;
