/// What is dialled, for everything that opens a connection: no address inside a network, unless that was said.
@NullMarked
package dev.curfew.connector.dial;

import org.jspecify.annotations.NullMarked;
