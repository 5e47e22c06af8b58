/// Playbooks: what may be done without asking, what it did, and what sets it off.
@NullMarked
package dev.curfew.app.usecase.playbook;

import org.jspecify.annotations.NullMarked;
