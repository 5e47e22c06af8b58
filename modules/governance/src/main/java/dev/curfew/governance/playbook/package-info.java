/// Playbooks: what may be done at machine speed, because officers signed it beforehand.
@NullMarked
package dev.curfew.governance.playbook;

import org.jspecify.annotations.NullMarked;
