/// An OpenGraph file as it was written.
@NullMarked
package dev.curfew.connector.opengraph.file;

import org.jspecify.annotations.NullMarked;
