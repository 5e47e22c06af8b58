/// What an export says of itself, and who says it.
@NullMarked
package dev.curfew.snapshot.export.manifest;

import org.jspecify.annotations.NullMarked;
