/// Officers, requests, approvals and windows: the records of a decision.
@NullMarked
package dev.curfew.model.governance;

import org.jspecify.annotations.NullMarked;
