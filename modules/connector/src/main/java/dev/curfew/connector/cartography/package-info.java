/// What Cartography has collected of AWS accounts, as Neo4j's APOC exports it.
@NullMarked
package dev.curfew.connector.cartography;

import org.jspecify.annotations.NullMarked;
