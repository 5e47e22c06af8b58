/// The way into workspaces.
@NullMarked
package dev.curfew.app.usecase.workspace;

import org.jspecify.annotations.NullMarked;
