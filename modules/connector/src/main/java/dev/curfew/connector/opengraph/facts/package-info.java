/// What the nodes and edges of an OpenGraph file are as facts.
@NullMarked
package dev.curfew.connector.opengraph.facts;

import org.jspecify.annotations.NullMarked;
