/// How one request is decided: what the layers say to it, what they give together, and what is left open where not all
/// of the request is known.
@NullMarked
package dev.curfew.analysis.aws.decision;

import org.jspecify.annotations.NullMarked;
