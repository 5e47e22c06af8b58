/// Emergencies on real servers.
@NullMarked
package dev.curfew.app.chain.kill;

import org.jspecify.annotations.NullMarked;
