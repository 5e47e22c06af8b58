/// Graphs of other tools, as BloodHound OpenGraph files.
@NullMarked
package dev.curfew.connector.opengraph;

import org.jspecify.annotations.NullMarked;
