/// Where the values of credentials stand.
@NullMarked
package dev.curfew.analysis.secret;

import org.jspecify.annotations.NullMarked;
