/// What the policies say to a request, out of everything that is known about it.
@NullMarked
package dev.curfew.governance.judgement;

import org.jspecify.annotations.NullMarked;
