/// The main job on the command line, from connection to proof, against real servers.
@NullMarked
package dev.curfew.app.chain;

import org.jspecify.annotations.NullMarked;
