/// `curfew serve` as a process, asked over real connections.
@NullMarked
package dev.curfew.app.serve;

import org.jspecify.annotations.NullMarked;
