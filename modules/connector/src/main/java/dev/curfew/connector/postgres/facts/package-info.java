/// From what the catalogs say to the estate's facts: ids, folding, levels of access, owners.
@NullMarked
package dev.curfew.connector.postgres.facts;

import org.jspecify.annotations.NullMarked;
