/// What was found in a folder, as facts.
@NullMarked
package dev.curfew.connector.folder.fact;

import org.jspecify.annotations.NullMarked;
