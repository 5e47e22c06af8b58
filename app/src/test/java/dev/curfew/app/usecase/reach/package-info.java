/// What an identity can become and touch.
@NullMarked
package dev.curfew.app.usecase.reach;

import org.jspecify.annotations.NullMarked;
