/// What every reading of a server needs: sheets of facts with their coverage, JSON, many calls at once.
@NullMarked
package dev.curfew.connector.sheet;

import org.jspecify.annotations.NullMarked;
