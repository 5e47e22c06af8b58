/// The access graph as files that other tools read.
@NullMarked
package dev.curfew.app.usecase.reach.export;

import org.jspecify.annotations.NullMarked;
