/// Requests of one shape, decided on together and each by itself.
@NullMarked
package dev.curfew.governance.request.bulk;

import org.jspecify.annotations.NullMarked;
