/// Who is told of what, and whether it arrives.
@NullMarked
package dev.curfew.app.console.screen.connections.notice;

import org.jspecify.annotations.NullMarked;
