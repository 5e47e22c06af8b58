/// Playbooks at work: officers sign them and look at what they did; what happens sets them off.
@NullMarked
package dev.curfew.revocation.reaction;

import org.jspecify.annotations.NullMarked;
