/// Signed decisions: what is signed, and how a signature is told from a forgery.
@NullMarked
package dev.curfew.governance.approval;

import org.jspecify.annotations.NullMarked;
