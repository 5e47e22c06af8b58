/// Playbooks on the command line.
@NullMarked
package dev.curfew.app.cli.playbook;

import org.jspecify.annotations.NullMarked;
