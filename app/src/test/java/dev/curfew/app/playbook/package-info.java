/// Playbooks at work on real servers.
@NullMarked
package dev.curfew.app.playbook;

import org.jspecify.annotations.NullMarked;
