/// Commands that hand access over, and end it as it should end.
@NullMarked
package dev.curfew.app.cli.issue;

import org.jspecify.annotations.NullMarked;
