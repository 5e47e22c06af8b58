/// The secrets engines of an OpenBao: what they hold, by name, and what they hand out.
@NullMarked
package dev.curfew.connector.openbao.observe.engine;

import org.jspecify.annotations.NullMarked;
