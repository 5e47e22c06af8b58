/// What was observed: identities, their credentials, grants, resources and trusts, as immutable facts.
@NullMarked
package dev.curfew.model.estate;

import org.jspecify.annotations.NullMarked;
