/// Questions to the access graph.
@NullMarked
package dev.curfew.app.cli.graph;

import org.jspecify.annotations.NullMarked;
