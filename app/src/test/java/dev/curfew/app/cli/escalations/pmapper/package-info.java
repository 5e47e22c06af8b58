/// Who becomes an administrator, beside what PMapper says.
@NullMarked
package dev.curfew.app.cli.escalations.pmapper;

import org.jspecify.annotations.NullMarked;
