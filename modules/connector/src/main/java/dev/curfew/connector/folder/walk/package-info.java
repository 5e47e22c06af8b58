/// Goes through a folder: never out of it, within limits, and saying what it passed over.
@NullMarked
package dev.curfew.connector.folder.walk;

import org.jspecify.annotations.NullMarked;
