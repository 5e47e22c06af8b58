/// Playbooks: what may be done without anybody being asked, what it did, and who looked at it.
@NullMarked
package dev.curfew.app.console.screen.playbooks;

import org.jspecify.annotations.NullMarked;
