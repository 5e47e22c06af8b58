/// The emergency: cutting off identities, agents and leaked lists over all sources.
@NullMarked
package dev.curfew.app.cli.kill;

import org.jspecify.annotations.NullMarked;
