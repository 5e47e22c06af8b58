/// JSON objects, of which only what is allowed is kept while they are read.
@NullMarked
package dev.curfew.connector.kubernetes.json;

import org.jspecify.annotations.NullMarked;
