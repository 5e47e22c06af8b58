/// Carrying a workspace's contents elsewhere.
@NullMarked
package dev.curfew.app.usecase.exchange;

import org.jspecify.annotations.NullMarked;
