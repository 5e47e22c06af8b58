/// Replacing credentials, stage by stage.
@NullMarked
package dev.curfew.app.usecase.rotation;

import org.jspecify.annotations.NullMarked;
