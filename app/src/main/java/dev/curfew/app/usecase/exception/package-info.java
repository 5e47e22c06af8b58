/// Access for a stretch of time: asked for, decided, handed over.
@NullMarked
package dev.curfew.app.usecase.exception;

import org.jspecify.annotations.NullMarked;
