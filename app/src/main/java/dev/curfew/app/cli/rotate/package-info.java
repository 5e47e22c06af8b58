/// Replacing a credential, stage by stage.
@NullMarked
package dev.curfew.app.cli.rotate;

import org.jspecify.annotations.NullMarked;
